import { html } from "hono/html";
import { formatMoney } from "../pages/format.ts";
import type { Html } from "../pages/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { listLines, listPayouts, netOf } from "../settlements/payout-store.ts";
import { plantKinds } from "../settlements/plants.ts";
import { input, select, table } from "./form-parts.ts";

const SHOWN = 30;

/** The payouts, a form that makes one of what was captured and refunded, and one that makes one wrong. */
export function payoutsSection(sandbox: Sandbox): Html {
  const payouts = listPayouts(sandbox, { limit: SHOWN, offset: 0 });
  const rows = payouts.map((payout) => {
    const lines = listLines(sandbox, payout.uuid);
    return html`<tr>
      <td>${payout.payout_date}</td>
      <td><code>${payout.uuid}</code> <a href="/control/api/payouts/${payout.uuid}">books</a></td>
      <td>${payout.status}</td>
      <td>${lines.length}</td>
      <td class="money">${formatMoney(netOf(lines) + payout.net_off_cents, payout.currency)}</td>
      <td class="acts"><form method="post" action="/control/do/payouts/${payout.uuid}/plants" class="line">
        ${select("Plant", "kind", plantKinds)}
        ${input("Order", "order_uuid", { placeholder: "the first" })}
        ${input("Cents", "amount_in_cents", { isNumber: true })}
        <button>Plant it</button>
      </form></td>
    </tr>`;
  });
  return html`<section id="payouts">
    <h2>Payouts</h2>
    ${table("Payouts", ["Date", "Payout", "Status", "Lines", "Net", "Make it wrong"], rows)}
    <form method="post" action="/control/do/payouts" class="line">
      ${select("Currency", "currency", ["USD", "CAD"])}
      ${input("Up to (now unless set)", "until", { placeholder: "2026-11-22T14:00:00Z" })}
      <button>Pay out now</button>
    </form>
  </section>`;
}
