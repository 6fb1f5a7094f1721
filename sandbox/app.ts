import { readFile } from "node:fs/promises";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { checkoutRoutes } from "./checkout/routes.ts";
import { controlApi } from "./control/api.ts";
import { controlForms } from "./control/forms.ts";
import { gatewayRoutes } from "./gateway/routes.ts";
import { messageRoutes } from "./messages/routes.ts";
import { errorPage, frontPage } from "./pages/front-page.ts";
import { sameOriginOnly } from "./same-origin.ts";
import type { Sandbox } from "./sandbox.ts";

/** What is served under `/assets`; the one stylesheet is kept in parts, by subject. */
const ASSETS: ReadonlyMap<string, { type: string; parts: string[] }> = new Map([
  [
    "sandbox.css",
    { type: "text/css; charset=utf-8", parts: ["base.css", "phone.css", "checkout.css", "sheets.css"] },
  ],
  ["messages.js", { type: "text/javascript; charset=utf-8", parts: ["messages.js"] }],
]);
const LARGEST_FORM = 256 * 1024;

/** All of the sandbox's HTTP: the gateway under `/v2`, pages for people, and the control API. */
export function createApp(sandbox: Sandbox): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.route("/v2", gatewayRoutes(sandbox));
  app.use(sameOriginOnly(sandbox));
  app.use(bodyLimit({ maxSize: LARGEST_FORM }));
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["data:"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: "same-origin",
      strictTransportSecurity: false,
    }),
  );
  app.get("/", (c) => c.html(frontPage()));
  app.get("/assets/:name", async (c) => {
    const asset = ASSETS.get(c.req.param("name"));
    if (!asset) return c.notFound();
    const files = asset.parts.map((part) => readFile(new URL(`./assets/${part}`, import.meta.url), "utf8"));
    const text = (await Promise.all(files)).join("\n");
    return c.body(text, 200, { "content-type": asset.type, "cache-control": "no-cache" });
  });
  app.route("/messages", messageRoutes(sandbox));
  app.route("/checkout", checkoutRoutes(sandbox));
  app.route("/control/api", controlApi(sandbox));
  app.route("/control", controlForms(sandbox));
  app.notFound((c) =>
    c.html(errorPage("There is nothing here", "The address leads nowhere in this sandbox."), 404),
  );
  app.onError((error, c) => {
    console.error("The sandbox failed:", error);
    return c.html(errorPage("The sandbox failed", "Its console says how."), 500);
  });
  return app;
}
