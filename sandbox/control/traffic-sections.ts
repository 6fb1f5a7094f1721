import { html } from "hono/html";
import { listRequests } from "../gateway/request-log.ts";
import { formatTime } from "../pages/format.ts";
import type { Html } from "../pages/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { webhookMode } from "../settings.ts";
import { listDeliveries } from "../webhooks/delivery-store.ts";
import { listSubscriptions } from "../webhooks/subscriptions.ts";
import { buttonForm, input, select, table } from "./form-parts.ts";

const SHOWN = 30;

/** Who is subscribed, and what happens to webhooks on their way out. */
export function webhooksSection(sandbox: Sandbox): Html {
  const value = webhookMode.read(sandbox);
  const rows = listSubscriptions(sandbox).map(
    ({ uuid, url, events }) =>
      html`<tr><td><code>${uuid}</code></td><td>${url}</td><td>${events.join(", ")}</td></tr>`,
  );
  return html`<section id="webhooks">
    <h2>Webhooks</h2>
    ${table("Subscriptions", ["Subscription", "Address", "Events"], rows)}
    <form method="post" action="/control/do/webhooks" class="line">
      ${select("On their way", "mode", ["deliver", "hold", "drop"], value.mode)}
      ${input("Send each, times", "repeat", { isNumber: true, value: value.repeat })}
      ${select("Release in order", "order", ["in", "reversed", "shuffled"], value.order)}
      <button>Apply</button>
    </form>
    ${buttonForm("/webhooks/release", "Release what is held")}
  </section>`;
}

/** The newest webhooks sent, and what came of them. */
export function deliveriesSection(sandbox: Sandbox): Html {
  const rows = listDeliveries(sandbox, SHOWN).map(
    (delivery) => html`<tr>
      <td>${formatTime(delivery.created_at)}</td>
      <td>${delivery.event}${delivery.is_test ? " (test)" : ""}</td>
      <td><code>${delivery.order_uuid}</code></td>
      <td><span class="state ${delivery.state}">${delivery.state}</span></td>
      <td>${delivery.tries}</td>
      <td>${delivery.last_status ?? delivery.last_error ?? ""}</td>
      <td>${delivery.state === "pending" ? formatTime(delivery.next_try_at) : ""}</td>
    </tr>`,
  );
  return html`<section id="deliveries">
    <h2>Deliveries</h2>
    ${table("Deliveries", ["Made", "Event", "Order", "State", "Tries", "Last answer", "Next try"], rows)}
  </section>`;
}

/** The newest calls at the gateway. */
export function requestsSection(sandbox: Sandbox): Html {
  const rows = listRequests(sandbox, { limit: SHOWN }).map(
    (request) => html`<tr>
      <td>${formatTime(Date.parse(request.at))}</td>
      <td><code>${request.method} ${request.path}</code></td>
      <td>${request.status ?? "no answer"}</td>
      <td>${request.replayed ? "replayed" : request.acted ? "acted" : ""}</td>
      <td>${request.fault ?? ""}</td>
      <td><code>${request.request_id ?? ""}</code></td>
    </tr>`,
  );
  return html`<section id="requests">
    <h2>Requests</h2>
    ${table("Requests", ["At", "Call", "Answered", "Done", "Fault", "Request id"], rows)}
  </section>`;
}
