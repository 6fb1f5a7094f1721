import { type Context, Hono } from "hono";
import { disputeActs, openDispute } from "../disputes/disputes.ts";
import { expireTokens } from "../gateway/authentication.ts";
import { addFault, removeAllFaults, removeFault } from "../gateway/faults.ts";
import { notFound } from "../refusal.ts";
import type { Sandbox } from "../sandbox.ts";
import { readings, settings, webhookMode } from "../settings.ts";
import { payOut, plantInto } from "../settlements/pay-out.ts";
import { releaseHeld } from "../webhooks/delivery-store.ts";
import { controlPage } from "./control-page.ts";
import { errorSentence } from "./error-sentence.ts";
import { formInput } from "./form-input.ts";
import { orderActs } from "./order-acts.ts";
import { createOtherOrder } from "./order-books.ts";
import { resetEverything } from "./reset.ts";

/** Does what a form asks, and returns the part of the page to come back to. */
type Deed = (input: Record<string, unknown>, c: Context) => string;

/** `/control`: the page, and its forms under `/control/do/...`, which do what the control API does. */
export function controlForms(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get("/", (c) => c.html(controlPage(sandbox, undefined)));

  form("/orders", (input) => {
    createOtherOrder(sandbox, input);
    return "orders";
  });
  form("/orders/:uuid/dispute", (input, c) => {
    openDispute(sandbox, c.req.param("uuid") ?? "", input);
    return "disputes";
  });
  form("/disputes/:id{[0-9]+}/:act", (input, c) => {
    const act = disputeActs.get(c.req.param("act") ?? "");
    if (!act) throw notFound("act");
    act(sandbox, Number(c.req.param("id")), input);
    return "disputes";
  });
  form("/orders/:uuid/:act", (input, c) => {
    const act = orderActs.get(c.req.param("act") ?? "");
    if (!act) throw notFound("act");
    act(sandbox, c.req.param("uuid") ?? "", input);
    return "orders";
  });
  form("/payouts", (input) => {
    payOut(sandbox, input);
    return "payouts";
  });
  form("/payouts/:uuid/plants", (input, c) => {
    plantInto(sandbox, c.req.param("uuid") ?? "", input);
    return "payouts";
  });
  form("/faults", (input) => {
    addFault(sandbox, input);
    return "faults";
  });
  form("/faults/clear", () => {
    removeAllFaults(sandbox);
    return "faults";
  });
  form("/faults/:id{[0-9]+}/remove", (_input, c) => {
    removeFault(sandbox, Number(c.req.param("id")));
    return "faults";
  });
  form("/webhooks", (input) => {
    webhookMode.replace(sandbox, input);
    sandbox.wakeDeliveries();
    return "webhooks";
  });
  form("/webhooks/release", () => {
    releaseHeld(sandbox);
    return "webhooks";
  });
  form("/readings", (input) => {
    readings.change(sandbox, input);
    return "readings";
  });
  form("/settings", (input) => {
    settings.change(sandbox, input);
    return "settings";
  });
  form("/tokens/expire", () => {
    expireTokens(sandbox);
    return "faults";
  });
  form("/reset", () => {
    resetEverything(sandbox);
    return "orders";
  });
  return app;

  function form(path: string, deed: Deed): void {
    app.post(`/do${path}`, async (c) => {
      try {
        return c.redirect(`/control#${deed(formInput(await c.req.parseBody()), c)}`, 303);
      } catch (error) {
        const { status, sentence } = errorSentence(error);
        return c.html(controlPage(sandbox, sentence), status);
      }
    });
  }
}
