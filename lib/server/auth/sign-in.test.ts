import { Secret, TOTP } from "otpauth";
import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "#db/passwords.ts";
import { lastSeq, listHistoryOfPerson } from "#db/queries/history.ts";
import {
  endSessionsOf,
  findPersonBySignInName,
  type Person,
  touchSession,
  updatePerson,
} from "#db/queries/people.ts";
import { deleteSecondFactor } from "#db/queries/second-factors.ts";
import { countTries, forgetTries, forgetTriesOfAccount, setTries } from "#db/queries/sign-in-tries.ts";
import type { Result } from "#lib/problem.ts";
import { read, write } from "../database.ts";
import { eventually, granted, refusalCode, startTill } from "../testing/till.ts";
import { changePassword } from "./change-password.ts";
import {
  offerSecondFactor,
  renewRecoveryCodes,
  secondFactorOf,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from "./change-second-factor.ts";
import { endOtherSessions, endOwnSession, loadSessions } from "./end-session.ts";
import { type SignInInput, signIn } from "./sign-in.ts";
import { findViewer, noteSeen, type Viewer } from "./viewer.ts";

await startTill();
const password = "maple-desk-1";
const account = "account:morgan";
const minute = 60_000;

const morgan = async () => (await read((db) => findPersonBySignInName(db, "morgan"))) as Person;
const given = (change: Partial<SignInInput> = {}): SignInInput => ({
  signInName: "morgan",
  password,
  code: "",
  newPassword: "",
  address: null,
  userAgent: null,
  browserId: null,
  tablet: null,
  ...change,
});
const attempt = (change: Partial<SignInInput> = {}) => signIn(given(change));

/** Signs Morgan in. Throws the reason when it is refused. */
async function enter(change: Partial<SignInInput> = {}): Promise<Viewer> {
  const answer = await attempt(change);
  if (!answer.ok) throw new Error(answer.why);
  return (await findViewer(answer.sessionId)) as Viewer;
}

const why = async (change: Partial<SignInInput> = {}) => {
  const answer = await attempt(change);
  return answer.ok ? "signed in" : answer.why;
};

/** The code an app shows so many steps from now. */
function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });
}

const proof = (code = "") => ({ password, code });
const lines = async () => {
  const { id } = await morgan();
  return (await read((db) => listHistoryOfPerson(db, id, null, 5))).map((it) => [it.kind, it.data.code]);
};

/** Turns the second factor on, and answers its secret and recovery codes. */
async function withFactor(viewer: Viewer): Promise<{ secret: string; codes: string[] }> {
  const { secret } = granted(await offerSecondFactor(viewer, proof()));
  // A code of the step before: the ones of now and after are the tests' own.
  const { codes } = granted(await turnOnSecondFactor(viewer, codeOf(secret, -1)));
  return { secret, codes };
}

beforeEach(async () => {
  const { id } = await morgan();
  const passwordHash = await hashPassword(password);
  await write(async (db) => {
    await updatePerson(db, id, { passwordHash, passwordUntil: null, disabledAt: null });
    await deleteSecondFactor(db, id);
    await forgetTriesOfAccount(db, "morgan");
    await endSessionsOf(db, id, "ended", new Date());
  });
});

describe("a session", () => {
  test("is good until its person has been idle for two hours, and no longer", async () => {
    const viewer = await enter();
    const seen = (msAgo: number) =>
      write((db) => touchSession(db, viewer.sessionId, new Date(Date.now() - msAgo)));
    await seen(119 * minute);
    expect(await findViewer(viewer.sessionId)).toMatchObject({ name: "Morgan" });
    await seen(120 * minute);
    expect(await findViewer(viewer.sessionId)).toBeNull();
  });

  test("is kept from being idle by what its person does, and not by being looked at", async () => {
    const { sessionId } = await enter();
    await write((db) => touchSession(db, sessionId, new Date(Date.now() - 60 * minute)));
    const looked = (await findViewer(sessionId)) as Viewer;
    expect(Date.now() - looked.lastSeenAt.getTime()).toBeGreaterThan(59 * minute);
    await noteSeen(looked);
    const after = (await findViewer(sessionId)) as Viewer;
    expect(Date.now() - after.lastSeenAt.getTime()).toBeLessThan(minute);
  });

  test("is listed with its device, and can be ended from another of the same person's alone", async () => {
    const here = await enter({ userAgent: "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140.0" });
    const there = await enter();
    expect((await loadSessions(here)).map((it) => [it.sessionId, it.device, it.isThis])).toEqual(
      expect.arrayContaining([
        [here.sessionId, "Firefox on Linux", true],
        [there.sessionId, "Unknown browser", false],
      ]),
    );
    const stranger = { ...there, personId: "somebody else" };
    await endOwnSession(stranger, here.sessionId);
    expect(await findViewer(here.sessionId)).not.toBeNull();
    await endOwnSession(here, there.sessionId);
    expect(await findViewer(there.sessionId)).toBeNull();
    const third = await enter();
    await endOtherSessions(here);
    expect(await findViewer(third.sessionId)).toBeNull();
    expect(await loadSessions(here)).toHaveLength(1);
  });
});

describe("the answer to a sign-in", () => {
  test("is the same for a wrong password, a name that does not exist and a person who is disabled", async () => {
    const { id } = await morgan();
    expect(await why({ password: "wrong-password" })).toBe("wrong");
    expect(await why({ signInName: "nobody", password: "wrong-password" })).toBe("wrong");
    await write((db) => updatePerson(db, id, { disabledAt: new Date() }));
    expect(await why()).toBe("wrong");
    expect(await lines()).toContainEqual(["person.sign_in_refused", "wrong"]);
  });

  test("takes as much work for a name that does not exist as for one that does", async () => {
    const work = async (signInName: string) => {
      const before = process.cpuUsage();
      await attempt({ signInName, password: "wrong-password" });
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    await work("warm-up");
    // Hashing is nearly all of it, so that without it an unknown name would be told apart by far more than this.
    const known = Math.min(await work("morgan"), await work("olive"), await work("casey"));
    const unknown = Math.min(await work("dave"), await work("erin"), await work("frank"));
    expect(unknown).toBeGreaterThan(known / 3);
    expect(known).toBeGreaterThan(unknown / 3);
  });

  test("does not tell whether it was right after too many wrong ones, until a quarter of an hour has passed", async () => {
    await write((db) => setTries(db, account, 10, new Date()));
    expect(await why()).toBe("too_many");
    expect(await why({ password: "wrong-password" })).toBe("too_many");
    expect(await why({ signInName: "olive", password: "whole-house-1" })).toBe("signed in");
    await write((db) => setTries(db, account, 10, new Date(Date.now() - 15 * minute - 1000)));
    expect(await why()).toBe("signed in");
  });
});

describe("a temporary password", () => {
  const own = "a-counter-of-my-own";
  const give = async (until: Date) => {
    const { id } = await morgan();
    await write((db) => updatePerson(db, id, { passwordUntil: until }));
  };

  test("opens nothing but the choice of one's own, which then is the only one", async () => {
    await give(new Date(Date.now() + minute));
    expect(await why()).toBe("new_password_needed");
    expect(await why({ newPassword: "short" })).toBe("weak_password");
    expect(await why({ newPassword: "i-am-morgan-1" })).toBe("weak_password");
    expect(await why({ newPassword: password })).toBe("weak_password");
    expect(await why({ password: "wrong-password", newPassword: own })).toBe("wrong");
    expect(await why({ newPassword: own })).toBe("signed in");
    expect(await why()).toBe("wrong");
    expect(await why({ password: own })).toBe("signed in");
  });

  test("is worth nothing once its time has passed", async () => {
    await give(new Date(Date.now() - 1));
    expect(await why({ newPassword: own })).toBe("wrong");
  });

  test("asks for the second factor as well, and uses no code up before the choice is made", async () => {
    const { secret } = await withFactor(await enter());
    await give(new Date(Date.now() + minute));
    const code = codeOf(secret);
    expect(await why()).toBe("code_needed");
    expect(await why({ code })).toBe("new_password_needed");
    expect(await why({ code, newPassword: own })).toBe("signed in");
  });
});

describe("the second factor", () => {
  test("is asked for after the right password alone, and each code opens once", async () => {
    const { secret } = await withFactor(await enter());
    expect(await why({ password: "wrong-password", code: codeOf(secret) })).toBe("wrong");
    expect(await why()).toBe("code_needed");
    expect(await why({ code: "000000" })).toBe("wrong_code");
    const code = codeOf(secret);
    expect(await why({ code: `${code.slice(0, 3)} ${code.slice(3)}` })).toBe("signed in");
    expect(await why({ code })).toBe("wrong_code");
    expect(await why({ code: codeOf(secret, -1) })).toBe("wrong_code");
    expect(await why({ code: codeOf(secret, 1) })).toBe("signed in");
    expect(await why({ code: codeOf(secret, 5) })).toBe("wrong_code");
    expect(await lines()).toContainEqual(["person.sign_in_refused", "wrong_code"]);
  });

  test("two sign-ins with one code at the same moment are one", async () => {
    const { secret } = await withFactor(await enter());
    const code = codeOf(secret);
    const both = await Promise.all([why({ code }), why({ code })]);
    expect(both.sort()).toEqual(["signed in", "wrong_code"]);
  });

  test("is stood in for by a recovery code, once", async () => {
    const viewer = await enter();
    const { codes } = await withFactor(viewer);
    expect(new Set(codes).size).toBe(10);
    const [first = "", second = ""] = codes;
    expect(await why({ code: first.toUpperCase().replaceAll("-", " ") })).toBe("signed in");
    expect(await why({ code: first })).toBe("wrong_code");
    expect(await secondFactorOf(viewer.personId)).toEqual({ isOn: true, codesLeft: 9 });
    const { codes: renewed } = granted(await renewRecoveryCodes(viewer, proof(second)));
    expect(await why({ code: codes[2] })).toBe("wrong_code");
    expect(await why({ code: renewed[0] })).toBe("signed in");
  });

  test("wrong codes count like wrong passwords", async () => {
    const { secret } = await withFactor(await enter());
    await write((db) => setTries(db, account, 3, new Date()));
    expect(await why({ code: "000000" })).toBe("wrong_code");
    expect(await read((db) => countTries(db, account, new Date(0)))).toBe(4);
    await write((db) => setTries(db, account, 10, new Date()));
    expect(await why({ code: codeOf(secret) })).toBe("too_many");
  });

  test("is turned on only with a code of the app, ends the other sessions, and is off until then", async () => {
    const viewer = await enter();
    const other = await enter();
    const { secret, qr } = granted(await offerSecondFactor(viewer, proof()));
    expect(qr).toContain("<svg");
    expect(await why()).toBe("signed in");
    expect(refusalCode(await turnOnSecondFactor(viewer, "000000"))).toBe("wrong_code");
    expect(await secondFactorOf(viewer.personId)).toEqual({ isOn: false, codesLeft: 0 });
    granted(await turnOnSecondFactor(viewer, codeOf(secret)));
    expect(await findViewer(other.sessionId)).toBeNull();
    expect(await findViewer(viewer.sessionId)).not.toBeNull();
    expect(refusalCode(await offerSecondFactor(viewer, proof(codeOf(secret, 1))))).toBe("is_on");
  });

  test("is turned off only by who has the password and a code", async () => {
    const viewer = await enter();
    const { secret } = await withFactor(viewer);
    const off = (code: string, given = password): Promise<Result<null>> =>
      turnOffSecondFactor(viewer, { password: given, code });
    expect(refusalCode(await off(codeOf(secret), "wrong-password"))).toBe("wrong_password");
    expect(refusalCode(await off("000000"))).toBe("wrong_code");
    expect(refusalCode(await off(""))).toBe("wrong_code");
    expect((await secondFactorOf(viewer.personId)).isOn).toBe(true);
    granted(await off(codeOf(secret)));
    expect(await why()).toBe("signed in");
  });

  test("protects the password, too", async () => {
    const viewer = await enter();
    const { secret } = await withFactor(viewer);
    const next = "another-desk-22";
    expect(refusalCode(await changePassword(viewer, proof(), next))).toBe("wrong_code");
    granted(await changePassword(viewer, proof(codeOf(secret)), next));
    expect(await findViewer(viewer.sessionId)).toBeNull();
    expect(await why({ password: next })).toBe("code_needed");
  });
});

test("an open screen is no way to try passwords: wrong ones count, and then none is looked at", async () => {
  const viewer = await enter();
  const key = `proof:${viewer.personId}`;
  const change = (given: string) => changePassword(viewer, { password: given, code: "" }, "another-desk-22");
  expect(refusalCode(await change("wrong-password"))).toBe("wrong_password");
  expect(await read((db) => countTries(db, key, new Date(0)))).toBe(1);
  await write((db) => setTries(db, key, 10, new Date()));
  expect(refusalCode(await change(password))).toBe("too_many");
  expect(await lines()).toContainEqual(["action.refused", "too_many"]);
  await write((db) => forgetTries(db, key));
});

test("a password that is reset while its old one is looked at stays reset", async () => {
  const viewer = await enter();
  const passwordHash = await hashPassword("temporary-one");
  const changing = changePassword(viewer, proof(), "the-thiefs-own-22");
  // These are hashed before the password is looked at, which leaves the reset time to be written meanwhile.
  const others = Promise.all(Array.from({ length: 20 }, () => hashPassword("something else")));
  const isCounted = () => read((db) => countTries(db, `proof:${viewer.personId}`, new Date(0)));
  await eventually(async () => expect(await isCounted()).toBe(1));
  // Committed only once the old hash has been read: until then it is what readers see.
  await write(async (db) => {
    await updatePerson(db, viewer.personId, {
      passwordHash,
      passwordUntil: new Date(Date.now() + minute),
    });
    await others;
  });
  expect(refusalCode(await changing)).toBe("signed_out");
  expect((await morgan()).passwordHash).toBe(passwordHash);
  await write((db) => forgetTries(db, `proof:${viewer.personId}`));
});

describe("wrong sign-ins elsewhere", () => {
  const browserId = "a-browser-of-morgans";

  test("shut nobody out of a browser they have signed in on before", async () => {
    await enter({ browserId });
    await write((db) => setTries(db, account, 10, new Date()));
    expect(await why()).toBe("too_many");
    expect(await why({ browserId: "another-browser" })).toBe("too_many");
    expect(await why({ browserId })).toBe("signed in");
    expect(await why({ browserId, password: "wrong-password" })).toBe("wrong");
    expect(await read((db) => countTries(db, account, new Date(0)))).toBe(11);
    await write((db) => setTries(db, `${account} on ${browserId}`, 10, new Date()));
    expect(await why({ browserId })).toBe("too_many");
    await write((db) => forgetTriesOfAccount(db, "morgan"));
    expect(await why({ browserId })).toBe("signed in");
    expect(await why()).toBe("signed in");
  });

  test("leave a line for the first refusal of an account, and a bounded number for names that nobody has", async () => {
    const { id } = await morgan();
    const refusals = async () =>
      (await read((db) => listHistoryOfPerson(db, id, null, 500))).filter(
        (it) => it.data.code === "too_many",
      );
    const before = (await refusals()).length;
    await write((db) => setTries(db, account, 10, new Date()));
    for (let tries = 0; tries < 5; tries += 1) expect(await why()).toBe("too_many");
    expect((await refusals()).length - before).toBe(1);

    await write((db) => setTries(db, "refusals:unknown", 99, new Date()));
    const from = await read(lastSeq);
    for (const signInName of ["dan", "eve", "fay"]) await why({ signInName, password: "wrong-password" });
    expect((await read(lastSeq)) - from).toBe(1);
  });
});
