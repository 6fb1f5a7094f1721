import { z } from "zod";
import type { Sandbox } from "./sandbox.ts";

const readingsSchema = z.strictObject({
  completeStatus: z.enum(["complete", "completed"]).default("complete"),
  errorShape: z.enum(["array", "object"]).default("array"),
  amountShape: z.enum(["nested", "flat"]).default("nested"),
  webhookCreateStatus: z.union([z.literal(200), z.literal(201)]).default(201),
  webhookTestStatus: z.union([z.literal(201), z.literal(204)]).default(201),
  signaturePrefix: z.enum(["", "sha256="]).default(""),
  phoneFormat: z.enum(["any", "bare10", "e164"]).default("any"),
  language: z.enum(["any", "fr", "fr-CA"]).default("any"),
  idempotencyConflict: z.union([z.literal(409), z.literal(422), z.literal("replay")]).default(409),
  disputeId: z.enum(["string", "number"]).default("string"),
  /** The sign of a REFUND line; its total is negative either way. */
  refundLineSign: z.enum(["positive", "negative"]).default("positive"),
  /** Decimals of settlements: `short` as `.30` and `53.00`, `plain` as `0.3` and `53`. */
  settlementDecimals: z.enum(["short", "plain"]).default("short"),
  /** Amounts of summaries as JSON numbers or as text. */
  summaryAmounts: z.enum(["number", "text"]).default("number"),
  summaryPage: z.union([z.literal(20), z.literal(30)]).default(20),
});

const MAX_CENTS = 100_000_000;
const SEVEN_DAYS_SECONDS = 7 * 24 * 60 * 60;

const settingsSchema = z.strictObject({
  spendingPowerCents: z.int().min(0).max(MAX_CENTS).default(250_000),
  minimumCents: z.int().min(100).max(MAX_CENTS).default(100),
  authorizationTtlSeconds: z
    .int()
    .min(1)
    .max(SEVEN_DAYS_SECONDS)
    .default(30 * 60),
  /** The waits before the second and every later try of a webhook: Sezzle's days, scaled down. */
  webhookRetrySeconds: z
    .array(z.int().min(0).max(SEVEN_DAYS_SECONDS))
    .max(20)
    .default([1, 2, 5, 15, 60, 600]),
});

const webhookModeSchema = z.strictObject({
  mode: z.enum(["deliver", "hold", "drop"]).default("deliver"),
  /** How often each event is sent to each subscriber. */
  repeat: z.int().min(1).max(20).default(1),
  /** In which order held events leave when they are released. */
  order: z.enum(["in", "reversed", "shuffled"]).default("in"),
});

/** Which reading of each open fact of Sezzle's API the sandbox follows. */
export type Readings = z.infer<typeof readingsSchema>;

export const readings = stored("readings", readingsSchema);
/** The merchant's and the shopper's configuration. */
export const settings = stored("settings", settingsSchema);
/** What happens to webhooks on their way out. */
export const webhookMode = stored("webhooks", webhookModeSchema);

/**
 * A group of values kept as one row, with defaults for what was never set.
 * `change` merges and `replace` starts from the defaults; both throw a ZodError on an unknown or wrong value.
 */
function stored<Schema extends z.ZodType<object>>(name: string, schema: Schema) {
  function read(sandbox: Sandbox): z.output<Schema> {
    const row = sandbox.db
      .prepare<[string], { value: string }>("SELECT value FROM settings WHERE name = ?")
      .get(name);
    return schema.parse(row ? JSON.parse(row.value) : {});
  }
  function replace(sandbox: Sandbox, input: unknown): z.output<Schema> {
    const value = schema.parse(input);
    sandbox.db
      .prepare(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      )
      .run(name, JSON.stringify(value));
    return value;
  }
  function change(sandbox: Sandbox, input: unknown): z.output<Schema> {
    return replace(sandbox, { ...read(sandbox), ...z.record(z.string(), z.unknown()).parse(input) });
  }
  return { read, replace, change };
}
