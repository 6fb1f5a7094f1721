import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import {
  completeCheckout,
  type FinancingOption,
  financingOptions,
  giveUpCheckout,
} from "../orders/checkout-outcome.ts";
import type { OrderRow } from "../orders/order-row.ts";
import { findOrder } from "../orders/order-store.ts";
import { errorPage } from "../pages/front-page.ts";
import type { Sandbox } from "../sandbox.ts";
import { judgeCard } from "./card.ts";
import { endPage } from "./end-page.ts";
import { cardPage, codePage, phonePageOf, planPage, reviewPage } from "./step-pages.ts";
import { beginVisit, findVisit, type Step, stepOf, updateVisit, type VisitRow } from "./visit-store.ts";

const COOKIE = "visit";
/** Sezzle's sandbox takes this one-time password for every number (its documentation). */
const ONE_TIME_PASSWORD = "123123";
const STEPS: Step[] = ["phone", "code", "card", "plan", "review"];

type Form = Record<string, string>;

/** The shopper's checkout: five forms, one after another, that need no script. */
export function checkoutRoutes(sandbox: Sandbox): Hono {
  const app = new Hono();

  app.get("/:uuid", (c) => withOpenCheckout(c, (order, visit) => toStep(c, order, stepOf(visit))));

  app.get("/:uuid/:step{phone|code|card|plan|review}", (c) =>
    withOpenCheckout(c, (order, visit) => {
      const step = c.req.param("step") as Step;
      const reached = stepOf(visit);
      if (STEPS.indexOf(step) > STEPS.indexOf(reached)) return toStep(c, order, reached);
      switch (step) {
        case "phone":
          return c.html(phonePageOf(order, { phone: visit?.phone ?? order.phone ?? "" }));
        case "code":
          return c.html(codePage(order, { phone: visit?.phone ?? "" }));
        case "card":
          return c.html(cardPage(order, {}));
        case "plan":
          return c.html(
            planPage(order, { chosen: visit?.financing_option ?? "4-pay-biweekly", nowMs: sandbox.now() }),
          );
        case "review":
          return c.html(reviewPage(order, visit as VisitRow, sandbox.now()));
      }
    }),
  );

  app.post("/:uuid/phone", async (c) => {
    const { phone = "" } = await formOf(c);
    return withOpenCheckout(c, (order) => {
      const digits = phone.replaceAll(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
      if (!/^[2-9]\d{9}$/.test(digits)) {
        return c.html(phonePageOf(order, { phone, error: "Enter a 10-digit mobile number." }), 422);
      }
      const id = beginVisit(sandbox, order.uuid, digits);
      setCookie(c, COOKIE, id, { path: `/checkout/${order.uuid}`, httpOnly: true, sameSite: "Lax" });
      return toStep(c, order, "code");
    });
  });

  app.post("/:uuid/code", async (c) => {
    const { code = "" } = await formOf(c);
    return withVisit(c, "code", (order, visit) => {
      if (code.replaceAll(/\s/g, "") !== ONE_TIME_PASSWORD) {
        return c.html(
          codePage(order, { phone: visit.phone, error: "That is not the password we sent." }),
          422,
        );
      }
      updateVisit(sandbox, visit.id, { verified: 1 });
      return toStep(c, order, "card");
    });
  });

  app.post("/:uuid/card", async (c) => {
    const { number = "", expiry = "", cvv = "" } = await formOf(c);
    return withVisit(c, "card", (order, visit) => {
      const verdict = judgeCard({ number, expiry, cvv }, sandbox.now());
      if (!verdict.ok) return c.html(cardPage(order, { number, expiry, problem: verdict }), 422);
      updateVisit(sandbox, visit.id, { card_last_four: verdict.lastFour });
      return toStep(c, order, "plan");
    });
  });

  app.post("/:uuid/plan", async (c) => {
    const { plan = "" } = await formOf(c);
    return withVisit(c, "plan", (order, visit) => {
      if (!isFinancingOption(plan)) {
        return c.html(
          planPage(order, {
            chosen: "4-pay-biweekly",
            nowMs: sandbox.now(),
            error: "Choose one of the plans.",
          }),
          422,
        );
      }
      updateVisit(sandbox, visit.id, { financing_option: plan });
      return toStep(c, order, "review");
    });
  });

  app.post("/:uuid/review", (c) =>
    withVisit(c, "review", (order, visit) => {
      const outcome = completeCheckout(sandbox, order.uuid, visit.financing_option ?? "4-pay-biweekly");
      if (outcome === "completed" && order.complete_url) return c.redirect(order.complete_url, 303);
      return c.redirect(`/checkout/${order.uuid}`, 303);
    }),
  );

  app.post("/:uuid/cancel", (c) =>
    withOpenCheckout(c, (order) => {
      giveUpCheckout(sandbox, order.uuid);
      return c.redirect(order.cancel_url ?? `/checkout/${order.uuid}`, 303);
    }),
  );

  return app;

  /** Runs `work` while the checkout is active; else shows how it ended. */
  function withOpenCheckout(
    c: Context,
    work: (order: OrderRow, visit: VisitRow | undefined) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    const order = findOrder(sandbox, c.req.param("uuid") ?? "");
    if (!order) {
      return c.html(errorPage("There is no such checkout", "Check the link in the message."), 404);
    }
    if (order.checkout_status !== "active") {
      const { page, status } = endPage(order);
      return c.html(page, status);
    }
    return work(order, findVisit(sandbox, order.uuid, getCookie(c, COOKIE)));
  }

  /** The same for a step that a visit must have reached; else leads to the one it is at. */
  function withVisit(
    c: Context,
    step: Step,
    work: (order: OrderRow, visit: VisitRow) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    return withOpenCheckout(c, (order, visit) => {
      const reached = stepOf(visit);
      if (!visit || STEPS.indexOf(step) > STEPS.indexOf(reached)) return toStep(c, order, reached);
      return work(order, visit);
    });
  }
}

function toStep(c: Context, order: OrderRow, step: Step): Response {
  return c.redirect(`/checkout/${order.uuid}/${step}`, 303);
}

function isFinancingOption(text: string): text is FinancingOption {
  return financingOptions.some((option) => option === text);
}

/** The text fields of a form; files are none of this checkout's. */
async function formOf(c: Context): Promise<Form> {
  const fields = Object.entries(await c.req.parseBody());
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === "string"),
  );
}
