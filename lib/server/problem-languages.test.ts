import { expect, test } from "vitest";
import type { Operation } from "#db/queries/operations.ts";
import { operationKinds } from "#lib/operation.ts";
import { type KeptProblem, type Problem, sentencesOf } from "#lib/problem.ts";
import { amountsIn } from "#lib/words/amounts-testing.ts";
import * as noAnswers from "#lib/words/problem-words.ts";
import * as actions from "./action-problems.ts";
import { WrongMerchantError } from "./gateway.ts";
import * as ended from "./payments/ended-problems.ts";
import * as prepare from "./payments/prepare-problems.ts";
import * as payments from "./payments/problems.ts";
import * as sendLink from "./payments/send-link-problems.ts";
import * as refunds from "./refunds/problems.ts";
import { GatewayError } from "./sezzle/gateway-error.ts";

const fixed = [actions, ended, prepare, sendLink, refunds, noAnswers].flatMap((it) =>
  Object.values(it).filter((value): value is Problem => typeof value === "object" && "code" in value),
);

const kinds = ["capture", "release", "refund"] as const;
const impossible = ["cancel", ...kinds, "close_other", "reauthorize"] as const;

function operationOf(kind: Operation["kind"]): Operation {
  const moves = ["open_checkout", "capture", "release", "refund"].includes(kind);
  return { kind, amountCents: moves ? 102_000 : null, currency: "CAD" } as Operation;
}

function answered(status: number, location: string): GatewayError {
  return new GatewayError("capture", `HTTP ${status}`, {
    ...{ reason: "answer", outcome: "refused", status },
    errors: [{ code: "invalid", message: "No.", location, debugUuid: "d1" }],
  });
}

const composed: Problem[] = [
  ...impossible.map((it) => prepare.notPossible(it)),
  ...kinds.map((it) => prepare.tooMuch(it, 102_000, "CAD")),
  prepare.equalRefund(102_000, "CAD", false),
  prepare.equalRefund(102_000, "CAD", true),
  prepare.overLimit(102_000, "CAD"),
  actions.someoneElse("Casey"),
  refunds.alreadyAsked("Casey"),
  refunds.alreadyDecided("approved", "Morgan"),
  refunds.alreadyDecided("declined", null),
  payments.unconfirmedProblem(null),
  ...operationKinds.flatMap((kind) => [
    payments.abandonedProblem(operationOf(kind)),
    payments.refusedProblem(operationOf(kind), new WrongMerchantError("another")),
    payments.refusedProblem(operationOf(kind), null),
    payments.refusedProblem(operationOf(kind), answered(429, "")),
    payments.refusedProblem(operationOf(kind), answered(422, "amount")),
    payments.refusedProblem(operationOf(kind), answered(422, "phone")),
    payments.refusedProblem(operationOf(kind), answered(422, "")),
  ]),
];

test.each([...fixed, ...composed].map((it): [string, Problem] => [`${it.code}: ${it.happened}`, it]))(
  "%s is told in French too, in three whole sentences and with the same amounts",
  (_name, problem) => {
    const { fr } = problem;
    expect(sentencesOf(problem, "fr-CA")).toBe(fr);
    for (const part of ["happened", "money", "next"] as const) {
      expect(fr?.[part]).toMatch(/^[A-ZÀÉ0-9].*\.$/);
      expect(fr?.[part]).not.toBe(problem[part]);
      expect(amountsIn(fr?.[part] ?? "")).toEqual(amountsIn(problem[part]));
    }
  },
);

test("what was kept before there was French is shown as it was written", () => {
  const old: KeptProblem = { code: "refused", happened: "A.", money: "B.", next: "C." };
  expect(sentencesOf(old, "fr-CA")).toMatchObject({ happened: "A.", money: "B.", next: "C." });
});
