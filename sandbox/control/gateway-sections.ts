import { html } from "hono/html";
import { gatewayCalls } from "../gateway/calls.ts";
import { faultKinds, listFaults } from "../gateway/faults.ts";
import type { Html } from "../pages/layout.ts";
import type { Sandbox } from "../sandbox.ts";
import { readings, settings } from "../settings.ts";
import { buttonForm, input, select, table } from "./form-parts.ts";

/** The armed faults, a form for more, and the tokens. */
export function faultsSection(sandbox: Sandbox): Html {
  const faults = listFaults(sandbox);
  const rows = faults.map(
    (fault) => html`<tr>
      <td>${fault.id}</td><td><code>${fault.call}</code></td><td>${fault.kind}</td><td>${fault.status ?? ""}</td>
      <td>${fault.delayMs === null ? "" : `${fault.delayMs} ms`}</td><td>${fault.retryAfterSeconds ?? ""}</td>
      <td>${fault.times === 0 ? "until removed" : fault.times}</td>
      <td>${buttonForm(`/faults/${fault.id}/remove`, "Remove")}</td>
    </tr>`,
  );
  return html`<section id="faults">
    <h2>Faults</h2>
    ${table("Faults", ["#", "Call", "Kind", "Status", "Delay", "Retry-After", "Times left", ""], rows)}
    <form method="post" action="/control/do/faults" class="line">
      ${select("Call", "call", ["*", ...gatewayCalls], "capture")}
      ${select("Kind", "kind", faultKinds)}
      ${input("Status", "status", { isNumber: true, placeholder: "500" })}
      ${input("Code", "code")}
      ${input("Retry-After, s", "retryAfterSeconds", { isNumber: true })}
      ${input("Delay, ms", "delayMs", { isNumber: true })}
      ${input("Times (0: until removed)", "times", { isNumber: true, value: 1 })}
      <button>Arm</button>
    </form>
    <div class="line">
      ${faults.length > 0 ? buttonForm("/faults/clear", "Remove all faults") : ""}
      ${buttonForm("/tokens/expire", "Expire all tokens now")}
    </div>
  </section>`;
}

/** Which reading of each open fact the gateway follows. */
export function readingsSection(sandbox: Sandbox): Html {
  const value = readings.read(sandbox);
  return html`<section id="readings">
    <h2>Readings</h2>
    <p class="quiet">Where Sezzle’s documentation leaves something open, the sandbox follows what is chosen here.</p>
    <form method="post" action="/control/do/readings" class="grid">
      ${select("Status of a completed checkout", "completeStatus", ["complete", "completed"], value.completeStatus)}
      ${select("Error body", "errorShape", ["array", "object"], value.errorShape)}
      ${select("Captures, refunds, releases", "amountShape", ["nested", "flat"], value.amountShape)}
      ${select("Creating a webhook answers", "webhookCreateStatus", [201, 200], value.webhookCreateStatus)}
      ${select("Testing a webhook answers", "webhookTestStatus", [201, 204], value.webhookTestStatus)}
      ${select("Signature prefix", "signaturePrefix", ["", "sha256="], value.signaturePrefix)}
      ${select("Phone numbers accepted", "phoneFormat", ["any", "bare10", "e164"], value.phoneFormat)}
      ${select("French accepted as", "language", ["any", "fr", "fr-CA"], value.language)}
      ${select("A reused request id answers", "idempotencyConflict", [409, 422, "replay"], value.idempotencyConflict)}
      ${select("Id of a dispute", "disputeId", ["string", "number"], value.disputeId)}
      ${select("Refund lines of settlements are", "refundLineSign", ["positive", "negative"], value.refundLineSign)}
      ${select("Decimals of settlements", "settlementDecimals", ["short", "plain"], value.settlementDecimals)}
      ${select("Amounts of summaries", "summaryAmounts", ["number", "text"], value.summaryAmounts)}
      ${select("Summaries a page", "summaryPage", [20, 30], value.summaryPage)}
      <button>Follow these</button>
    </form>
  </section>`;
}

/** The merchant's and the shopper's configuration. */
export function settingsSection(sandbox: Sandbox): Html {
  const value = settings.read(sandbox);
  return html`<section id="settings">
    <h2>Settings</h2>
    <form method="post" action="/control/do/settings" class="grid">
      ${input("Shopper’s spending power, cents", "spendingPowerCents", { isNumber: true, value: value.spendingPowerCents })}
      ${input("Least order amount, cents", "minimumCents", { isNumber: true, value: value.minimumCents })}
      ${input("Authorization lives, seconds", "authorizationTtlSeconds", { isNumber: true, value: value.authorizationTtlSeconds })}
      ${input("Webhook retries after, seconds", "webhookRetrySeconds", { value: value.webhookRetrySeconds.join(", ") })}
      <button>Save</button>
    </form>
  </section>`;
}

/** The way back to the beginning. */
export function resetSection(): Html {
  return html`<section id="reset">
    <h2>Reset</h2>
    <form method="post" action="/control/do/reset" class="line">
      <label><input type="checkbox" required> Empty everything: orders, messages, tokens, subscriptions, faults, readings, settings</label>
      <button>Reset</button>
    </form>
  </section>`;
}
