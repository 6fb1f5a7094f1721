import { html } from "hono/html";
import type { OrderRow } from "../orders/order-row.ts";
import { formatMoney } from "../pages/format.ts";
import { type Html, phonePage } from "../pages/layout.ts";
import type { Step } from "./visit-store.ts";

const STEPS: Step[] = ["phone", "code", "card", "plan", "review"];

interface StepPage {
  step: Step;
  heading: string;
  body: Html;
  button: string;
}

/** One step of the checkout: who is paid how much, how far one is, the form, and the way out. */
export function stepPage(order: OrderRow, page: StepPage): Html {
  const at = STEPS.indexOf(page.step) + 1;
  const base = `/checkout/${order.uuid}`;
  return phonePage({
    title: page.heading,
    screen: html`<div class="purchase">
        <p class="shop">${shopName(order)}</p>
        <p class="amount">${formatMoney(order.amount_cents, order.currency)} <small>${order.currency}</small></p>
        <p class="what">${order.description}</p>
      </div>
      <div class="progress">
        <p>Step ${at} of ${STEPS.length}</p>
        <progress value="${at}" max="${STEPS.length}" aria-label="Progress"></progress>
      </div>
      <form method="post" action="${base}/${page.step}" novalidate>
        <h1>${page.heading}</h1>
        ${page.body}
        <button class="button" type="submit">${page.button}</button>
      </form>
      <form method="post" action="${base}/cancel" class="way-out">
        <button class="link" type="submit">Cancel and return to the shop</button>
      </form>`,
    note: waysOut(),
  });
}

/** Everything that can be typed here to reach every ending. */
function waysOut(): Html {
  return html`<h2>What to type</h2>
    <dl>
      <div><dt>One-time password</dt><dd><code>123123</code></dd></div>
      <div><dt>Card that pays</dt><dd><code>4242 4242 4242 4242</code></dd></div>
      <div><dt>Card that is declined</dt><dd><code>4000 0000 0000 0002</code></dd></div>
      <div><dt>Expiry, CVV</dt><dd>any month to come, any 3 digits</dd></div>
    </dl>
    <h2>Other endings</h2>
    <ul>
      <li>An amount over the shopper’s spending power (set in <a href="/control#settings">Control</a>) is denied when the purchase is completed.</li>
      <li>Cancelling goes back to the shop; the link stays good and can be opened again.</li>
      <li>A link that expired or was taken back says so.</li>
    </ul>`;
}

interface Field {
  label: string;
  name: string;
  type?: "tel" | "text";
  inputmode?: "numeric";
  autocomplete: string;
  placeholder?: string;
  value?: string | undefined;
  error?: string | undefined;
}

/** A labelled input, with what is wrong about it below. */
export function field(input: Field): Html {
  const { name, error } = input;
  return html`<div class="field">
    <label for="${name}">${input.label}</label>
    <input id="${name}" name="${name}" type="${input.type ?? "text"}" autocomplete="${input.autocomplete}" value="${input.value ?? ""}"
      ${input.inputmode ? html`inputmode="${input.inputmode}"` : ""} ${input.placeholder ? html`placeholder="${input.placeholder}"` : ""}
      ${error ? html`aria-invalid="true" aria-describedby="${name}-error" autofocus` : ""} required>
    ${error ? html`<p class="error" id="${name}-error" role="alert">${error}</p>` : ""}
  </div>`;
}

/** What is wrong with a form as a whole. */
export function formError(error: string | undefined): Html | "" {
  return error ? html`<p class="error" role="alert">${error}</p>` : "";
}

function shopName(order: OrderRow): string {
  return (JSON.parse(order.metadata) as Record<string, string>).store_name ?? "Your store";
}
