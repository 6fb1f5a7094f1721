import { type Sandbox, transact } from "../sandbox.ts";

/** Children before parents: foreign keys are enforced. */
const TABLES = [
  "checkout_visits",
  "messages",
  "disputes",
  "settlement_lines",
  "payouts",
  "movements",
  "idempotency_keys",
  "deliveries",
  "subscriptions",
  "faults",
  "requests",
  "tokens",
  "settings",
];

/** Empties everything: books, tokens, subscriptions, faults, readings and settings. */
export function resetEverything(sandbox: Sandbox): void {
  transact(sandbox, () => {
    for (const table of TABLES) sandbox.db.exec(`DELETE FROM ${table}`);
    sandbox.db.exec("UPDATE orders SET reauthorized_from = NULL; DELETE FROM orders");
  });
}
