import type { TemporaryPassword } from "#components/people/temporary-password-card.tsx";
import type { StaffRole } from "#lib/people.ts";
import type { Result } from "#lib/problem.ts";

/** Everything that can be done to a person from their page. */
export type PersonActions = {
  rename: (input: { name: string }) => Promise<Result<null>>;
  setRole: (input: { storeId: string; role: StaffRole | null }) => Promise<Result<null>>;
  setOwner: (input: { isOwner: boolean }) => Promise<Result<null>>;
  resetPassword: () => Promise<Result<TemporaryPassword>>;
  resetSecondFactor: () => Promise<Result<null>>;
  openPin: () => Promise<Result<null>>;
  setDisabled: (input: { isDisabled: boolean }) => Promise<Result<null>>;
  endSessions: () => Promise<Result<null>>;
};
