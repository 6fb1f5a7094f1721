/**
 * The database does not answer, is held by another process for too long, or has let go of us: nothing is wrong with what was asked, and it
 * may be asked again.
 */
export class DatabaseAwayError extends Error {
  override readonly name = "DatabaseAwayError";

  constructor(cause: Error) {
    super(cause.message, { cause });
  }

  // Next's bundles each have a class of this name.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === "DatabaseAwayError";
  }
}
