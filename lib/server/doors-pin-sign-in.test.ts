import { describe, expect, test, vi } from "vitest";
import { listHistoryOfPerson } from "#db/queries/history.ts";
import { updatePerson } from "#db/queries/people.ts";
import { forgetTriesOfPin, listPinTries, setTries } from "#db/queries/sign-in-tries.ts";
import { listPinStaff, type PairedTablet } from "#db/queries/tablets.ts";
import { setPin } from "./auth/pin.ts";
import { hashPin } from "./auth/pin-hash.ts";
import { listShutPins } from "./auth/tries.ts";
import { findViewer, mayAnywhere, noteSeen } from "./auth/viewer.ts";
import { read, write } from "./database.ts";
import { startTabletBench } from "./testing/tablet-bench.ts";
import { granted, startTill } from "./testing/till.ts";

const till = await startTill();
const bench = await startTabletBench(till);
const { casey, robin, morgan, olive } = bench;
const minute = 60_000;

describe("a session begun with a PIN", () => {
  test("is good with its own tablet's cookie alone", async () => {
    const here = await bench.tablet();
    const sessionId = await bench.session(here, casey.id);
    expect(await findViewer(sessionId, here)).toMatchObject({ personId: casey.id, byPin: true });
    expect(await findViewer(sessionId)).toBeNull();
    expect(await findViewer(sessionId, await bench.tablet())).toBeNull();
  });

  test("has the till's rights in the tablet's store, and none of the desk's or of other stores", async () => {
    const here = await bench.tablet();
    const viewer = await bench.viewer(await bench.session(here, olive.id), here);
    expect(viewer.stores.map(({ store, role }) => [store.id, role])).toEqual([[till.store.id, "owner"]]);
    expect(viewer.isOwner).toBe(false);
    for (const right of ["sale.start", "sale.refund", "sale.decide", "refund.approve"] as const)
      expect(mayAnywhere(viewer, right), right).toBe(true);
    for (const right of [
      ...["people.manage", "store.see", "store.manage", "payouts.work", "day.close", "today.see"],
      ...["contact.show", "contact.erase", "orders.export", "shop.operate", "disputes.see", "tablet.pair"],
    ] as const)
      expect(mayAnywhere(viewer, right as "store.see"), right).toBe(false);
    const withTheirs = await bench.viewer(await bench.session(here, casey.id), here);
    expect(mayAnywhere(withTheirs, "refund.approve")).toBe(false);
  });

  test("a password on the same tablet has all of one's rights, in all of one's stores", async () => {
    const here = await bench.tablet();
    const answer = await bench.byPassword("olive", here);
    const viewer = await bench.viewer(answer, here);
    expect(viewer).toMatchObject({ isOwner: true, byPin: false, tabletId: here.tablet.id });
    expect(viewer.stores).toHaveLength(2);
    expect(await findViewer(answer)).toBeNull();
  });

  test("ends when the next person signs in on the tablet, whether by PIN or password", async () => {
    const here = await bench.tablet();
    const first = await bench.session(here, casey.id);
    const second = await bench.session(here, morgan.id);
    expect(await bench.endOf(first)).toBe("locked");
    await bench.byPassword("casey", here);
    expect(await bench.endOf(second)).toBe("locked");
  });

  test("ends when its person changes the PIN or takes it away, on every tablet", async () => {
    const here = await bench.tablet();
    const sessionId = await bench.session(here, morgan.id);
    const answer = await bench.byPassword("morgan");
    const viewer = await bench.viewer(answer, null);
    granted(await setPin(viewer, { password: bench.passwords.morgan, code: "" }, bench.pinOf(morgan.id)));
    expect(await bench.endOf(sessionId)).toBe("ended");
    expect(await bench.endOf(viewer.sessionId)).toBeNull();
  });

  test("is over on a tablet that slept, a quarter of an hour after the last touch; another browser's is not", async () => {
    const here = await bench.tablet();
    const onTablet = await bench.session(here, casey.id);
    const onDesk = await bench.byPassword("morgan");
    vi.useFakeTimers({ now: Date.now() + 17 * minute, toFake: ["Date"] });
    try {
      expect(await findViewer(onTablet, here)).toBeNull();
      expect(await findViewer(onDesk)).not.toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test("moves the tablet's last sign of life with its own", async () => {
    const here = await bench.tablet();
    const viewer = await bench.viewer(await bench.session(here, casey.id), here);
    vi.useFakeTimers({ now: Date.now() + 5 * minute, toFake: ["Date"] });
    try {
      await noteSeen(viewer);
    } finally {
      vi.useRealTimers();
    }
    const after = await bench.viewer(viewer.sessionId, here);
    expect(after.lastSeenAt.getTime() - viewer.lastSeenAt.getTime()).toBeGreaterThanOrEqual(5 * minute);
  });
});

describe("whose PIN signs in", () => {
  test("who works in the tablet's store, has one, and is neither disabled nor reset", async () => {
    const here = await bench.tablet();
    const offered = () => read((db) => listPinStaff(db, till.store.id));
    expect((await offered()).map((it) => it.name)).toEqual(["Casey", "Morgan", "Olive"]);
    expect(await bench.whyNot(here, robin.id)).toBe("no_pin");
    expect(await bench.whyNot(here, "nobody")).toBe("no_pin");
    expect(await bench.whyNot(null, casey.id)).toBe("not_paired");
    for (const [change, back] of [
      [{ disabledAt: new Date() }, { disabledAt: null }],
      [{ passwordUntil: new Date(Date.now() + minute) }, { passwordUntil: null }],
      [{ pinHash: null }, { pinHash: casey.pinHash ?? (await hashPin(casey.id, bench.pinOf(casey.id))) }],
    ]) {
      await write((db) => updatePerson(db, casey.id, change ?? {}));
      expect(await bench.whyNot(here, casey.id)).toBe("no_pin");
      expect((await offered()).map((it) => it.name)).not.toContain("Casey");
      await write((db) => updatePerson(db, casey.id, back ?? {}));
    }
    expect(await bench.whyNot(here, casey.id)).toBeNull();
  });

  test("nobody's by another's digits, and each refusal stands in the history", async () => {
    const here = await bench.tablet();
    expect(await bench.whyNot(here, casey.id, bench.pinOf(morgan.id))).toBe("wrong_pin");
    const [line] = await read((db) => listHistoryOfPerson(db, casey.id, [till.store.id], 1));
    expect(line).toMatchObject({
      ...{ kind: "person.sign_in_refused", register: "Register 1", data: { code: "wrong_pin" } },
    });
    await write((db) => forgetTriesOfPin(db, casey.id));
  });
});

describe("too many wrong PINs", () => {
  const shutOn = (tablet: PairedTablet, personId = casey.id) =>
    write((db) => setTries(db, `pin:${personId} on ${tablet.tablet.id}`, 10, new Date()));

  test("are counted all that come at once, and shut the PIN on that tablet alone", async () => {
    const [here, there] = [await bench.tablet(), await bench.tablet()];
    await Promise.all(["9173", "8264", "7355"].map((pin) => bench.whyNot(here, casey.id, pin)));
    const counted = await read((db) => listPinTries(db, new Date(0)));
    expect(counted).toContainEqual({ personId: casey.id, tries: 3 });
    await shutOn(here);
    expect(await bench.whyNot(here, casey.id)).toBe("pin_shut");
    expect(await bench.whyNot(here, casey.id)).toBe("pin_shut");
    expect(await bench.whyNot(here, morgan.id)).toBeNull();
    expect(await bench.whyNot(there, casey.id)).toBeNull();
    expect(await bench.whyNot(here, casey.id)).toBe("pin_shut");
  });

  test("are forgotten after a quarter of an hour", async () => {
    const here = await bench.tablet();
    await shutOn(here);
    vi.useFakeTimers({ now: Date.now() + 15 * minute + 1, toFake: ["Date"] });
    try {
      expect(await bench.whyNot(here, casey.id)).toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });

  test("are forgotten at once when their person signs in with the password", async () => {
    const here = await bench.tablet();
    await shutOn(here);
    await bench.byPassword("casey", here);
    expect(await bench.whyNot(here, casey.id)).toBeNull();
  });

  test("are told to who may open the PIN again, and are forgotten then", async () => {
    const here = await bench.tablet();
    await shutOn(here);
    const isShut = async () => (await read((db) => listShutPins(db, new Date()))).has(casey.id);
    expect(await isShut()).toBe(true);
    await write((db) => forgetTriesOfPin(db, casey.id));
    expect(await isShut()).toBe(false);
    expect(await bench.whyNot(here, casey.id)).toBeNull();
  });
});
