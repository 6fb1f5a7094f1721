const NUMBERS = new Set([
  "status",
  "retryAfterSeconds",
  "delayMs",
  "times",
  "repeat",
  "amount_in_cents",
  "spendingPowerCents",
  "minimumCents",
  "authorizationTtlSeconds",
  "webhookCreateStatus",
  "webhookTestStatus",
  "idempotencyConflict",
  "due_in_seconds",
  "summaryPage",
]);
const NUMBER_LISTS = new Set(["webhookRetrySeconds"]);
/** Fields in which nothing is a value of its own. */
const MAY_BE_EMPTY = new Set(["signaturePrefix"]);

/** A form's fields as the control API's JSON: numbers as numbers, and what was left empty left out. */
export function formInput(form: Record<string, unknown>): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    if (typeof value !== "string" || (value.trim() === "" && !MAY_BE_EMPTY.has(name))) continue;
    input[name] = NUMBER_LISTS.has(name)
      ? value
          .split(/[\s,]+/)
          .filter(Boolean)
          .map(Number)
      : NUMBERS.has(name) && /^-?\d+$/.test(value.trim())
        ? Number(value)
        : value;
  }
  return input;
}
