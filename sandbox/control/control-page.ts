import { html } from "hono/html";
import { listOrders } from "../orders/order-store.ts";
import { type Html, layout } from "../pages/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { disputesSection } from "./disputes-section.ts";
import { faultsSection, readingsSection, resetSection, settingsSection } from "./gateway-sections.ts";
import { ordersSection } from "./orders-section.ts";
import { payoutsSection } from "./payouts-section.ts";
import { deliveriesSection, requestsSection, webhooksSection } from "./traffic-sections.ts";

const SHOWN_ORDERS = 30;

/**
 * The control page: the books, and forms for all that the control API does.
 * @param problem why the form that was just sent did nothing.
 */
export function controlPage(sandbox: Sandbox, problem: string | undefined): Html {
  return layout({
    title: "Control",
    kind: "sheet",
    body: html`<main class="sheet control">
      <div class="head">
        <h1>Control</h1>
        <nav aria-label="On this page"><a href="#orders">Orders</a> <a href="#disputes">Disputes</a> <a href="#payouts">Payouts</a> <a href="#faults">Faults</a> <a href="#webhooks">Webhooks</a> <a href="#deliveries">Deliveries</a> <a href="#requests">Requests</a> <a href="#readings">Readings</a> <a href="#settings">Settings</a> <a href="#reset">Reset</a></nav>
        <a class="small button" href="/control">Refresh</a>
      </div>
      ${problem ? html`<p class="error banner" role="alert">Nothing was changed. ${problem}</p>` : ""}
      ${ordersSection(sandbox, listOrders(sandbox, SHOWN_ORDERS))}
      ${disputesSection(sandbox)}
      ${payoutsSection(sandbox)}
      ${faultsSection(sandbox)}
      ${webhooksSection(sandbox)}
      ${deliveriesSection(sandbox)}
      ${requestsSection(sandbox)}
      ${readingsSection(sandbox)}
      ${settingsSection(sandbox)}
      ${resetSection()}
      <p class="quiet">Times are UTC. The same can be done with JSON under <code>/control/api</code>; the sandbox’s README lists it.</p>
    </main>`,
  });
}
