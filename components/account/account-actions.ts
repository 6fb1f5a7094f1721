import type { Locale } from "#lib/language.ts";
import type { Result } from "#lib/problem.ts";

/** What is shown again before one's own door is changed; `code` is empty where there is no second factor. */
export type ProofInput = { password: string; code: string };

/** Everything a person can change about their own door. */
export type AccountActions = {
  changePassword: (input: ProofInput & { next: string }) => Promise<Result<null>>;
  offerFactor: (input: ProofInput) => Promise<Result<{ qr: string; secret: string }>>;
  turnOnFactor: (input: { code: string }) => Promise<Result<{ codes: string[] }>>;
  turnOffFactor: (input: ProofInput) => Promise<Result<null>>;
  renewCodes: (input: ProofInput) => Promise<Result<{ codes: string[] }>>;
  /** Sets the PIN; null removes it. */
  setPin: (input: ProofInput & { pin: string | null }) => Promise<Result<null>>;
  /** Sets what one's screens are written in; null: the store's language. */
  setLocale: (input: { locale: Locale | null }) => Promise<Result<null>>;
  endSession: (input: { sessionId: string }) => Promise<Result<null>>;
  endOthers: () => Promise<Result<null>>;
};
