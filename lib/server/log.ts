import pino from "pino";
import { env } from "./env.ts";
import { oncePerProcess } from "./once.ts";

/**
 * The log: one JSON line an entry on standard output. Never given keys, tokens, phone numbers or e-mails; the
 * paths below are the second fence.
 */
export function log(): pino.Logger {
  return oncePerProcess("log", () =>
    pino({
      level: env().logLevel,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [
        "*.phone",
        "*.email",
        "*.password",
        "*.token",
        "*.authorization",
        "*.privateKey",
        "*.customer",
      ],
    }),
  );
}
