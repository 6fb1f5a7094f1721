import { html } from "hono/html";
import { type FinancingOption, financingOptions } from "../orders/checkout-outcome.ts";
import type { OrderRow } from "../orders/order-row.ts";
import { formatDay, formatMoney, formatPhone } from "../pages/format.ts";
import type { Html } from "../pages/layout.ts";
import type { CardVerdict } from "./card.ts";
import { type Installment, installments, planName } from "./installments.ts";
import { field, formError, stepPage } from "./step-frame.ts";
import type { VisitRow } from "./visit-store.ts";

/** Step 1: whose checkout is this. */
export function phonePageOf(order: OrderRow, { phone, error }: { phone: string; error?: string }): Html {
  return stepPage(order, {
    step: "phone",
    heading: "Your mobile number",
    body: html`<p class="quiet">We text you a one-time password to be sure it is you.</p>
      ${field({ label: "Mobile number", name: "phone", type: "tel", autocomplete: "tel", value: formatPhone(phone), error })}`,
    button: "Continue",
  });
}

/** Step 2: the one-time password. */
export function codePage(order: OrderRow, { phone, error }: { phone: string; error?: string }): Html {
  return stepPage(order, {
    step: "code",
    heading: "Enter your password",
    body: html`<p class="quiet">Sent to ${formatPhone(phone)}. <a href="/checkout/${order.uuid}/phone">Change number</a></p>
      ${field({ label: "One-time password", name: "code", inputmode: "numeric", autocomplete: "one-time-code", error })}`,
    button: "Continue",
  });
}

type CardProblem = Extract<CardVerdict, { ok: false }>;

/** Step 3: the card. What was typed is given back, except the security code. */
export function cardPage(
  order: OrderRow,
  { number, expiry, problem }: { number?: string; expiry?: string; problem?: CardProblem },
): Html {
  const errorOf = (name: CardProblem["field"]) => (problem?.field === name ? problem.message : undefined);
  return stepPage(order, {
    step: "card",
    heading: "Payment method",
    body: html`${field({ label: "Card number", name: "number", inputmode: "numeric", autocomplete: "cc-number", value: number, error: errorOf("number") })}
      <div class="pair">
        ${field({ label: "Expiry", name: "expiry", inputmode: "numeric", autocomplete: "cc-exp", placeholder: "MM/YY", value: expiry, error: errorOf("expiry") })}
        ${field({ label: "CVV", name: "cvv", inputmode: "numeric", autocomplete: "cc-csc", error: errorOf("cvv") })}
      </div>`,
    button: "Continue",
  });
}

/** Step 4: the plan. Each shows its payments once it is chosen. */
export function planPage(
  order: OrderRow,
  { chosen, nowMs, error }: { chosen: FinancingOption; nowMs: number; error?: string },
): Html {
  return stepPage(order, {
    step: "plan",
    heading: "Payment plan",
    body: html`${formError(error)}
      <fieldset class="plans">
        <legend>Installment plan</legend>
        ${financingOptions.map((option) => planChoice(order, option, option === chosen, nowMs))}
      </fieldset>`,
    button: "Continue",
  });
}

function planChoice(order: OrderRow, option: FinancingOption, isChosen: boolean, nowMs: number): Html {
  const payments = installments(option, order.amount_cents, nowMs);
  const [first] = payments;
  return html`<div class="plan">
    <label>
      <input type="radio" name="plan" value="${option}" ${isChosen ? html`checked` : ""}>
      <span class="plan-name">${planName(option)}</span>
      <span class="plan-first">${formatMoney(first?.amountCents ?? 0, order.currency)} today</span>
    </label>
    ${schedule(order, payments)}
  </div>`;
}

function schedule(order: OrderRow, payments: Installment[]): Html {
  return html`<ol class="schedule">
    ${payments.map(
      ({ amountCents, dueAt }, at) =>
        html`<li><span>${at === 0 ? "Today" : formatDay(dueAt)}</span> <span class="money">${formatMoney(amountCents, order.currency)}</span></li>`,
    )}
    <li class="total"><span>Total</span> <span class="money">${formatMoney(order.amount_cents, order.currency)}</span></li>
  </ol>`;
}

/** Step 5: everything once more, and the button that completes the purchase. */
export function reviewPage(order: OrderRow, visit: VisitRow, nowMs: number): Html {
  const option = visit.financing_option ?? "4-pay-biweekly";
  const base = `/checkout/${order.uuid}`;
  return stepPage(order, {
    step: "review",
    heading: "Review",
    body: html`<dl class="review">
        <div><dt>Mobile number</dt><dd>${formatPhone(visit.phone)}</dd></div>
        <div><dt>Card</dt><dd>ending in ${visit.card_last_four} <a href="${base}/card" aria-label="Change card">Change</a></dd></div>
        <div><dt>Plan</dt><dd>${planName(option)} <a href="${base}/plan" aria-label="Change plan">Change</a></dd></div>
      </dl>
      ${schedule(order, installments(option, order.amount_cents, nowMs))}`,
    button: "Complete purchase",
  });
}
