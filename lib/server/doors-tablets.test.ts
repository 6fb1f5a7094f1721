import { describe, expect, test, vi } from "vitest";
import { listHistoryOfPerson } from "#db/queries/history.ts";
import { setMembership } from "#db/queries/people.ts";
import { setTries } from "#db/queries/sign-in-tries.ts";
import { updateRegister } from "#db/queries/stores.ts";
import { tabletOfToken } from "./auth/tablet.ts";
import { findViewer, type Viewer } from "./auth/viewer.ts";
import { read, write } from "./database.ts";
import { offerPairing, unpairTablet } from "./tablets/pairing.ts";
import { startTabletBench } from "./testing/tablet-bench.ts";
import { granted, refusalCode, startTill } from "./testing/till.ts";

const till = await startTill();
const bench = await startTabletBench(till);
const { casey, morgan, olive, register, second, elsewhere } = bench;
const minute = 60_000;
const asViewer = (personId: string) => ({ personId }) as Viewer;

describe("pairing", () => {
  test("makes a browser stand for a register, by a code that is typed as it is read", async () => {
    const code = await bench.offer();
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    const tablet = await bench.pair(` ${code.toLowerCase().replace("-", " ")} `);
    expect(tablet).toMatchObject({ register: { id: register.id }, store: { id: till.store.id } });
    expect(await tabletOfToken("another-token")).toBeNull();
  });

  test("uses a code once, also when two tablets send it together", async () => {
    const code = await bench.offer();
    const both = await Promise.all([bench.pair(code), bench.pair(code)]);
    expect(both.filter((it) => it === "wrong_pairing_code")).toHaveLength(1);
    expect(await bench.pair(code)).toBe("wrong_pairing_code");
  });

  test("refuses a code after ten minutes, and the one before as soon as a register has a new one", async () => {
    const first = await bench.offer();
    const second = await bench.offer();
    expect(await bench.pair(first)).toBe("wrong_pairing_code");
    vi.useFakeTimers({ now: Date.now() + 10 * minute, toFake: ["Date"] });
    try {
      expect(await bench.pair(second)).toBe("wrong_pairing_code");
    } finally {
      vi.useRealTimers();
    }
  });

  test("refuses codes after ten wrong ones, the right one too, until the desk makes another", async () => {
    const code = await bench.offer();
    await write((db) => setTries(db, "pairing", 10, new Date()));
    expect(await bench.pair(code)).toBe("too_many");
    expect(await bench.pair(code)).toBe("too_many");
    expect(typeof (await bench.pair(await bench.offer()))).toBe("object");
  });

  test("slows wrong codes down", async () => {
    await bench.offer();
    await write((db) => setTries(db, "pairing", 4, new Date()));
    const before = Date.now();
    expect(await bench.pair("2222-2222")).toBe("wrong_pairing_code");
    expect(Date.now() - before).toBeGreaterThanOrEqual(1_000);
  });

  test("is for managers of the store, at that moment, and for open registers", async () => {
    for (const [personId, registerId] of [
      [casey.id, register.id],
      [morgan.id, elsewhere.id],
      [morgan.id, "forged"],
    ] as const)
      expect(refusalCode(await offerPairing(asViewer(personId), registerId))).toBe("unknown_register");
    const code = await bench.offer();
    const morgans = { personId: morgan.id, storeId: till.store.id };
    await write((db) => setMembership(db, { ...morgans, role: "cashier" }));
    expect(await bench.pair(code)).toBe("wrong_pairing_code");
    await write((db) => setMembership(db, { ...morgans, role: "manager" }));
    const closed = second.id;
    const before = await bench.offer(morgan.id, closed);
    await write((db) => updateRegister(db, closed, { closedAt: new Date() }));
    expect(await bench.pair(before)).toBe("wrong_pairing_code");
    expect(refusalCode(await offerPairing(asViewer(morgan.id), closed))).toBe("unknown_register");
    await write((db) => updateRegister(db, closed, { closedAt: null }));
  });

  test("lets two tablets stand for one register, and a tablet for one register only", async () => {
    const first = await bench.tablet();
    const second = await bench.tablet();
    expect(await bench.whyNot(first, casey.id)).toBeNull();
    expect(await bench.whyNot(second, casey.id)).toBeNull();
    const sessionId = await bench.session(first, casey.id);
    const again = await bench.pair(await bench.offer(olive.id, elsewhere.id), { before: first });
    expect(again).toMatchObject({ register: { id: elsewhere.id } });
    expect(await bench.endOf(sessionId)).toBe("unpaired");
  });

  test("stands in the history of who made the code, with its end", async () => {
    const { tablet } = await bench.tablet();
    granted(await unpairTablet(asViewer(olive.id), tablet.id));
    const lines = await read((db) => listHistoryOfPerson(db, morgan.id, [till.store.id], 3));
    expect(lines).toContainEqual(
      expect.objectContaining({ kind: "tablet.paired", register: "Register 1", person: "Morgan" }),
    );
    const [unpaired] = await read((db) => listHistoryOfPerson(db, olive.id, null, 1));
    expect(unpaired).toMatchObject({ kind: "tablet.unpaired", data: { device: "Unknown browser" } });
  });
});

describe("unpairing", () => {
  test("ends every session on the tablet at once, and its cookie is worth nothing", async () => {
    const here = await bench.tablet();
    const sessionId = await bench.session(here, casey.id);
    expect(await findViewer(sessionId, here)).not.toBeNull();
    granted(await unpairTablet(asViewer(morgan.id), here.tablet.id));
    expect(await bench.endOf(sessionId)).toBe("unpaired");
    expect(await findViewer(sessionId, here)).toBeNull();
    expect(await bench.whyNot(here, casey.id)).toBe("not_paired");
    expect(refusalCode(await unpairTablet(asViewer(morgan.id), here.tablet.id))).toBe("not_paired");
  });

  test("is for managers of the tablet's store", async () => {
    const here = await bench.tablet(elsewhere.id, olive.id);
    for (const personId of [casey.id, morgan.id])
      expect(refusalCode(await unpairTablet(asViewer(personId), here.tablet.id))).toBe("unknown_tablet");
    expect(refusalCode(await unpairTablet(asViewer(morgan.id), "forged"))).toBe("unknown_tablet");
  });
});
