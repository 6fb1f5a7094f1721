import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Sandbox } from "../sandbox.ts";
import { listMessages } from "./message-store.ts";
import { messageList, messagesPage } from "./messages-page.ts";

const SHOWN = 50;

/** `/messages`: the page, and its list alone for the script that keeps it fresh. */
export function messageRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get("/", (c) => c.html(messagesPage(listMessages(sandbox, SHOWN))));
  app.get("/list", async (c) => {
    const list = String(await messageList(listMessages(sandbox, SHOWN)));
    const tag = `"${createHash("sha256").update(list).digest("base64url")}"`;
    c.header("etag", tag);
    c.header("cache-control", "no-cache");
    return c.req.header("if-none-match") === tag ? c.body(null, 304) : c.html(list);
  });
  return app;
}
