import { beforeEach, describe, expect, test } from "vitest";
import { listHistoryOfPerson } from "#db/queries/history.ts";
import { findPersonBySignInName, listPinHolders, setMembership, updatePerson } from "#db/queries/people.ts";
import { countTries, forgetTries, setTries } from "#db/queries/sign-in-tries.ts";
import { type Result, success } from "#lib/problem.ts";
import { read, write } from "../database.ts";
import { runOperation } from "../payments/run-operation.ts";
import { askManager } from "../refunds/ask-manager.ts";
import { approveRefund } from "../refunds/decide.ts";
import { addPerson, RefundDesk, setStore } from "../testing/refund-desk.ts";
import { granted, refusalCode, startTill } from "../testing/till.ts";
import { hasPin, type PinPlace, setPin, withPin } from "./pin.ts";
import { signIn } from "./sign-in.ts";
import { findViewer, type Viewer } from "./viewer.ts";

const till = await startTill();
const morgan = till.asker.personId;
const caseyId = (await read((db) => findPersonBySignInName(db, "casey")))?.id ?? "";
const desk = new RefundDesk(till, caseyId);
await setStore(till.store.id, { cashierRefundLimitCents: 5_000 });

const password = "maple-desk-1";
const proof = { password, code: "" };
const key = `pin:${morgan} by ${caseyId}`;
const long = new Date(0);
const tries = () => read((db) => countTries(db, key, long));

async function signedIn(): Promise<Viewer> {
  const given = { signInName: "morgan", password, code: "", newPassword: "" };
  const answer = await signIn({ ...given, address: null, userAgent: null, browserId: null, tablet: null });
  if (!answer.ok) throw new Error(answer.why);
  return (await findViewer(answer.sessionId)) as Viewer;
}

const place = (saleId = "s"): PinPlace => ({
  viewer: { personId: caseyId },
  storeId: till.store.id,
  saleId,
});
const type = (pin: string, managerId = morgan): Promise<Result<string>> =>
  withPin(place(), { managerId, pin }, async () => success("open"));

beforeEach(async () => {
  await write((db) => forgetTries(db, key));
  granted(await setPin(await signedIn(), proof, "4826"));
});

describe("choosing a PIN", () => {
  test("asks for the password, refuses what is guessed easily, and keeps no digits", async () => {
    const viewer = await signedIn();
    expect(refusalCode(await setPin(viewer, { password: "not mine", code: "" }, "9173"))).toBe(
      "wrong_password",
    );
    expect(refusalCode(await setPin(viewer, proof, "1234"))).toBe("weak_pin");
    expect(refusalCode(await setPin(viewer, proof, "482"))).toBe("weak_pin");
    expect(granted(await type("4826"))).toBe("open");
    const person = await read((db) => findPersonBySignInName(db, "morgan"));
    expect(person?.pinHash).toMatch(/^\$argon2id\$/);
    granted(await setPin(viewer, proof, "90217"));
    expect(refusalCode(await type("4826"))).toBe("wrong_pin");
    expect(granted(await type("90217"))).toBe("open");
  });

  test("one that is taken away opens nothing, and its person is no longer offered", async () => {
    const offered = () => read((db) => listPinHolders(db, till.store.id));
    expect(await offered()).toEqual([{ personId: morgan, name: "Morgan" }]);
    granted(await setPin(await signedIn(), proof, null));
    expect(await hasPin(morgan)).toBe(false);
    expect(await offered()).toEqual([]);
    expect(refusalCode(await type("4826"))).toBe("cannot_approve");
  });

  test("both stand in the history", async () => {
    granted(await setPin(await signedIn(), proof, null));
    const lines = await read((db) => listHistoryOfPerson(db, morgan, null, 4));
    expect(lines.map((it) => it.kind)).toEqual(
      expect.arrayContaining(["person.pin_chosen", "person.pin_removed"]),
    );
  });
});

describe("wrong PINs", () => {
  test("are counted before they are looked at, all that come at once, and a right one forgets them", async () => {
    const wrong = await Promise.all(["9173", "8264", "7355", "6446"].map((pin) => type(pin)));
    expect(wrong.map(refusalCode)).toEqual(Array(4).fill("wrong_pin"));
    expect(await tries()).toBe(4);
    granted(await type("4826"));
    expect(await tries()).toBe(0);
  });

  test("slow the next one down, as wrong sign-ins do", async () => {
    await write((db) => setTries(db, key, 4, new Date()));
    const before = Date.now();
    expect(refusalCode(await type("9173"))).toBe("wrong_pin");
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
  });

  test("lock the PIN, the right one too, but neither its person's sign-in nor anybody else's PIN", async () => {
    await write((db) => setTries(db, key, 10, new Date()));
    expect(refusalCode(await type("4826"))).toBe("too_many");
    expect(refusalCode(await type("4826"))).toBe("too_many");
    const viewer = await signedIn();
    const other = await addPerson("Mika", [{ storeId: till.store.id, role: "manager" }]);
    const morgans = await read((db) => findPersonBySignInName(db, "morgan"));
    // Bound to its person: the same hash on somebody else is nobody's PIN.
    await write((db) => updatePerson(db, other.id, { pinHash: morgans?.pinHash ?? null }));
    expect(refusalCode(await type("4826", other.id))).toBe("wrong_pin");
    await write((db) => updatePerson(db, other.id, { pinHash: null }));
    // Whoever proves who they are by their password may choose a new one.
    granted(await setPin(viewer, proof, "90217"));
    expect(granted(await type("90217"))).toBe("open");
  });

  test("shut the PIN to the colleague who typed them, and to nobody else", async () => {
    await write((db) => setTries(db, key, 10, new Date()));
    expect(refusalCode(await type("4826"))).toBe("too_many");
    const other = await addPerson("Kim", [{ storeId: till.store.id, role: "cashier" }]);
    const theirs = { ...place(), viewer: { personId: other.id } };
    const typed = await withPin(theirs, { managerId: morgan, pin: "4826" }, async () => success("open"));
    expect(granted(typed)).toBe("open");
    expect(refusalCode(await type("4826"))).toBe("too_many");
  });

  test("stand in the history of both with what was refused, and the lock once", async () => {
    await type("9173");
    await write((db) => setTries(db, key, 10, new Date()));
    await type("9173");
    await type("9173");
    const lines = await read((db) => listHistoryOfPerson(db, morgan, [till.store.id], 3));
    expect(
      lines.filter((it) => it.kind === "action.refused").map((it) => [it.person, it.about, it.data.code]),
    ).toEqual([
      ["Casey", "Morgan", "too_many"],
      ["Casey", "Morgan", "wrong_pin"],
    ]);
  });
});

describe("whose PIN opens", () => {
  test("nobody's who is not a manager of this store now, and no cashier's", async () => {
    const morgans = { personId: morgan, storeId: till.store.id };
    await write((db) => setMembership(db, { ...morgans, role: "cashier" }));
    expect(refusalCode(await type("4826"))).toBe("cannot_approve");
    await write((db) => setMembership(db, { ...morgans, role: "manager" }));
    const elsewhere = { ...place(), storeId: till.otherStore.id };
    const there = await withPin(elsewhere, { managerId: morgan, pin: "4826" }, async () => success("open"));
    expect(refusalCode(there)).toBe("cannot_approve");
    expect(refusalCode(await type("4826", "nobody"))).toBe("cannot_approve");
  });
});

describe("a PIN at the counter", () => {
  /** What the counter's button does: asks and approves in one transaction. */
  const refundByPin = async (saleId: string, wish: Awaited<ReturnType<RefundDesk["wish"]>>) =>
    withPin(place(saleId), { managerId: morgan, pin: "4826" }, async (db, now) => {
      const asked = await askManager(db, desk.casey, wish, now);
      if (!asked.ok) return asked;
      const decided = { saleId, requestId: asked.value.id, seenVersion: wish.seenVersion };
      return approveRefund(db, { personId: morgan, registerId: null, byPin: true }, decided, now);
    });

  test("makes the refund at once, pressed twice too, and says that it was a PIN", async () => {
    const { saleId, order } = await till.openCaptured();
    const wish = await desk.wish(saleId);
    const [first, second] = await Promise.all([refundByPin(saleId, wish), refundByPin(saleId, wish)]);
    expect(granted(second).id).toBe(granted(first).id);
    await runOperation(granted(first).id);
    expect(granted(await refundByPin(saleId, wish)).id).toBe(granted(first).id);
    expect(till.sezzle.seenOf("refund", order.uuid)).toHaveLength(1);
    expect(await till.lines(saleId, "refund.asked", "refund.approved")).toMatchObject([
      { kind: "refund.asked", person: "Casey" },
      { kind: "refund.approved", person: "Morgan", about: "Casey", data: { byPin: true } },
    ]);
  });

  test("and a manager's own screen at the same moment make one refund", async () => {
    const { saleId, order, wish, request } = await desk.asked();
    const olive = (await read((db) => findPersonBySignInName(db, "olive")))?.id;
    const both = await Promise.all([refundByPin(saleId, wish), desk.approve(request, olive)]);
    expect(both.filter((it) => it.ok)).toHaveLength(1);
    for (const it of both) if (it.ok) await runOperation(it.value.id);
    expect(till.sezzle.seenOf("refund", order.uuid)).toHaveLength(1);
    expect((await till.view(saleId)).refundedCents).toBe(6_000);
  });

  test("a wrong one leaves nothing behind but the refusal", async () => {
    const { saleId } = await till.openCaptured();
    const given = { managerId: morgan, pin: "9173" };
    const refused = await withPin(place(saleId), given, async () => {
      throw new Error("opened");
    });
    expect(refusalCode(refused)).toBe("wrong_pin");
    expect((await till.view(saleId)).refundRequest).toBeNull();
    expect(await till.lines(saleId, "refund.asked")).toEqual([]);
    expect(await till.lines(saleId, "action.refused")).toMatchObject([{ person: "Casey", about: "Morgan" }]);
  });
});
