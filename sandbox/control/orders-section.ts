import { html } from "hono/html";
import type { OrderRow } from "../orders/order-row.ts";
import { formatMoney, formatTime } from "../pages/format.ts";
import type { Html } from "../pages/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { buttonForm, input, select, table } from "./form-parts.ts";
import { orderBooks } from "./order-books.ts";

/** The orders from the inside, each with what can be done to it. */
export function ordersSection(sandbox: Sandbox, orders: OrderRow[]): Html {
  const heads = ["Order", "Amount", "Checkout", "Authorized", "Captured", "Released", "Refunded", "Do"];
  return html`<section id="orders">
    <h2>Orders</h2>
    ${table(
      "Orders",
      heads,
      orders.map((order) => orderLine(sandbox, order)),
    )}
    <h3>An order of another channel</h3>
    <form method="post" action="/control/do/orders" class="line">
      ${input("Amount in cents", "amount_in_cents", { value: 5000, isNumber: true })}
      ${select("Currency", "currency", ["USD", "CAD"])}
      ${input("Reference", "reference_id")}
      <button>Make it, authorized</button>
    </form>
  </section>`;
}

function orderLine(sandbox: Sandbox, order: OrderRow): Html {
  const books = orderBooks(sandbox, order);
  const money = (cents: number) => (cents === 0 ? "·" : formatMoney(cents, order.currency));
  return html`<tr>
    <td>
      <strong>${order.reference_id}</strong> <span class="quiet">${order.channel}</span><br>
      <code>${order.uuid}</code><br>
      <span class="quiet">${formatTime(order.created_at)}</span>
      ${books.checkout_url ? html`<a href="${books.checkout_url}">checkout</a>` : ""}
      <a href="/control/api/orders/${order.uuid}">books</a>
    </td>
    <td class="money">${formatMoney(order.amount_cents, order.currency)}</td>
    <td><span class="state ${order.checkout_status}">${order.checkout_status}</span><br>
      <span class="quiet">${order.closed_because ?? (order.checkout_status === "active" ? `until ${formatTime(order.checkout_expires_at)}` : "")}</span></td>
    <td class="money">${money(books.authorized_in_cents)}<br><span class="quiet">${authorizationNote(order)}</span></td>
    <td class="money">${money(books.captured_in_cents)}</td>
    <td class="money">${money(books.released_in_cents)}</td>
    <td class="money">${money(books.refunded_in_cents)}</td>
    <td class="acts">${orderForms(order, books)}</td>
  </tr>`;
}

function authorizationNote(order: OrderRow): string {
  if (order.authorization_expires_at === null) return "";
  return order.authorization_lapsed_at === null
    ? `until ${formatTime(order.authorization_expires_at)}`
    : "over";
}

function orderForms(order: OrderRow, books: ReturnType<typeof orderBooks>): Html {
  const path = `/orders/${order.uuid}`;
  if (order.checkout_status === "active") {
    return html`${buttonForm(`${path}/complete`, "Complete")} ${buttonForm(`${path}/deny`, "Deny")}
      ${buttonForm(`${path}/give-up`, "Give up")} ${buttonForm(`${path}/expire-checkout`, "Expire checkout")}`;
  }
  const leftCents = books.authorized_in_cents - books.captured_in_cents - books.released_in_cents;
  const refundableCents = books.captured_in_cents - books.refunded_in_cents;
  return html`${order.authorized_at !== null && order.authorization_lapsed_at === null ? buttonForm(`${path}/expire-authorization`, "Expire authorization") : ""}
    ${leftCents > 0 && order.authorization_lapsed_at === null ? amountForm(`${path}/release`, "Release", leftCents) : ""}
    ${refundableCents > 0 ? amountForm(`${path}/refund`, "Refund", refundableCents) : ""}
    ${books.captured_in_cents > 0 ? amountForm(`${path}/dispute`, "Dispute", books.captured_in_cents) : ""}`;
}

function amountForm(action: string, label: string, cents: number): Html {
  return html`<form method="post" action="/control/do${action}" class="line">
    <input name="amount_in_cents" value="${cents}" inputmode="numeric" size="7" aria-label="${label}, in cents">
    <button>${label}</button>
  </form>`;
}
