import type { Problem } from "../problem.ts";

const wrong: Problem = {
  code: "wrong_sign_in",
  happened: "The sign-in name and password do not fit.",
  money: "Nothing has changed.",
  next: "Check both and try again, or ask a manager.",
};

const known: Record<string, Problem> = {
  too_many: {
    code: "too_many",
    happened: "There were too many wrong sign-ins with this name.",
    money: "Nothing has changed.",
    next: "Wait a quarter of an hour, then try again.",
  },
  unavailable: {
    code: "unavailable",
    happened: "The till's server could not look at this sign-in.",
    money: "Nothing has changed, and your password may well be right.",
    next: "Try again in a moment. Tell whoever runs the till if this stays.",
  },
  wrong_code: {
    code: "wrong_code",
    happened: "The code is not right, or was used before.",
    money: "Nothing has changed.",
    next: "Wait for the app's next code, or use a recovery code.",
    field: "code",
  },
  weak_password: {
    code: "weak_password",
    happened: "This password will not do.",
    money: "Nothing has changed.",
    next: "Choose another: at least 10 characters, without your sign-in name, and not the temporary one.",
    field: "newPassword",
  },
};

/** Why signing in did not work, from the one word that comes back; the same for a wrong name and a wrong password. */
export function signInProblem(code: string | null | undefined): Problem {
  return (code && known[code]) || wrong;
}

/** The till's server did not answer. */
export const unreachableProblem: Problem = {
  code: "unreachable",
  happened: "The till's server could not be reached.",
  money: "Nothing has changed.",
  next: "Check the connection and try again.",
};
