import { html } from "hono/html";
import { type DisputeRow, listDisputes } from "../disputes/dispute-store.ts";
import { getOrder } from "../orders/order-store.ts";
import { formatMoney, formatTime } from "../pages/format.ts";
import type { Html } from "../pages/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { buttonForm, table } from "./form-parts.ts";

const SHOWN = 30;

/** The shoppers' disputes, each with what can become of it. */
export function disputesSection(sandbox: Sandbox): Html {
  const rows = listDisputes(sandbox, SHOWN).map((dispute) => disputeLine(sandbox, dispute));
  return html`<section id="disputes">
    <h2>Disputes</h2>
    <p class="quiet">Opened from an order’s line above, once something is captured on it.</p>
    ${table("Disputes", ["#", "Order", "Amount", "About", "State", "Deadline", "Do"], rows)}
  </section>`;
}

function disputeLine(sandbox: Sandbox, dispute: DisputeRow): Html {
  const order = getOrder(sandbox, dispute.order_uuid);
  return html`<tr>
    <td>${dispute.id}</td>
    <td><strong>${order.reference_id}</strong><br><code>${order.uuid}</code></td>
    <td class="money">${formatMoney(dispute.amount_cents, order.currency)}</td>
    <td>${dispute.type}</td>
    <td>${dispute.status}<br><span class="quiet">${dispute.outcome ?? ""}</span></td>
    <td>${formatTime(dispute.due_at)}</td>
    <td class="acts">${dispute.outcome === null ? disputeForms(dispute) : ""}</td>
  </tr>`;
}

function disputeForms({ id }: DisputeRow): Html {
  return html`${buttonForm(`/disputes/${id}/deadline`, "Deadline is near")}
    ${closeForm(id, "merchant_win", "Merchant wins")} ${closeForm(id, "customer_win", "Shopper wins")}
    ${closeForm(id, "neutral", "Neither")}`;
}

function closeForm(id: number, outcome: string, label: string): Html {
  return html`<form method="post" action="/control/do/disputes/${id}/close">
    <input type="hidden" name="outcome" value="${outcome}"><button>${label}</button>
  </form>`;
}
