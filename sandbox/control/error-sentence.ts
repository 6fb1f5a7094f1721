import type { ContentfulStatusCode } from "hono/utils/http-status";
import { ZodError } from "zod";
import { Refusal } from "../refusal.ts";

/** What went wrong as a status and one sentence for a person. What was not foreseen is also written to stderr. */
export function errorSentence(error: unknown): { status: ContentfulStatusCode; sentence: string } {
  if (error instanceof Refusal) {
    const sentence = error.details.map(({ location, message }) => `${location}: ${message}`).join(" ");
    return { status: error.status as ContentfulStatusCode, sentence };
  }
  if (error instanceof ZodError) {
    const sentence = error.issues
      .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
      .join(" ");
    return { status: 400, sentence };
  }
  console.error("The sandbox failed:", error);
  return { status: 500, sentence: "The sandbox itself failed; its console says how." };
}
