import { html } from "hono/html";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { OrderRow } from "../orders/order-row.ts";
import { formatMoney } from "../pages/format.ts";
import { type Html, phonePage } from "../pages/layout.ts";

interface Ending {
  status: ContentfulStatusCode;
  tone: "done" | "no";
  title: string;
  sentence: string;
  backTo: string | null;
}

/** What a shopper sees who opens a checkout that is over, with the HTTP status it deserves. */
export function endPage(order: OrderRow): { page: Html; status: ContentfulStatusCode } {
  const ending = endingOf(order);
  const page = phonePage({
    title: ending.title,
    screen: html`<div class="ending ${ending.tone}">
      ${ending.tone === "done" ? tick() : dash()}
      <h1>${ending.title}</h1>
      <p>${ending.sentence}</p>
      ${ending.backTo && html`<p><a class="button" href="${ending.backTo}">Return to the shop</a></p>`}
    </div>`,
  });
  return { page, status: ending.status };
}

function endingOf(order: OrderRow): Ending {
  const amount = formatMoney(order.amount_cents, order.currency);
  if (order.checkout_status === "complete") {
    return {
      status: 200,
      tone: "done",
      title: "Already completed",
      sentence: `This purchase of ${amount} was completed. There is nothing left to do.`,
      backTo: order.complete_url,
    };
  }
  if (order.checkout_status === "denied") {
    return {
      status: 200,
      tone: "no",
      title: "Not approved",
      sentence: `We could not approve ${amount} this time. You were not charged. The shop can offer another way to pay.`,
      backTo: order.cancel_url,
    };
  }
  if (order.authorized_at !== null) {
    return {
      status: 410,
      tone: "no",
      title: "This purchase is over",
      sentence: "It was completed, and the shop let it go. You were not charged.",
      backTo: null,
    };
  }
  return {
    status: 410,
    tone: "no",
    title: "This link no longer works",
    sentence: "It has expired, or the shop took it back. You were not charged. Ask the shop for a new link.",
    backTo: null,
  };
}

function tick(): Html {
  return html`<svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true"><circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" stroke-width="3"/><path d="m20 33 9 9 16-19" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}

function dash(): Html {
  return html`<svg viewBox="0 0 64 64" width="64" height="64" aria-hidden="true"><circle cx="32" cy="32" r="30" fill="none" stroke="currentColor" stroke-width="3"/><path d="M21 32h22" fill="none" stroke="currentColor" stroke-width="4" stroke-linecap="round"/></svg>`;
}
