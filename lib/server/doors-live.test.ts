import { randomUUID } from "node:crypto";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { insertHistory, lastSeq, listSaleLinesAfter } from "#db/queries/history.ts";
import { endSession, insertSession, updatePerson } from "#db/queries/people.ts";
import { read, write } from "./database.ts";
import { openStream } from "./live/stream.ts";
import { learn } from "./orders/learn.ts";
import { runOperation } from "./payments/run-operation.ts";
import { type LiveReader, readLive } from "./testing/live-reader.ts";
import { authorize, fromNow } from "./testing/scripted-order.ts";
import { eventually, startTill } from "./testing/till.ts";

const till = await startTill();

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const watch = (
  lastEventId: number | null = null,
  sessionId = "a session",
  rolesChangedAt: Date | null = null,
) => readLive({ sessionId, rolesChangedAt, storeIds: [till.store.id], lastEventId });

const named = (reader: LiveReader, event: string) => reader.events.filter((it) => it.event === event);

/** Resolves when the stream has caught up and tells what is new. */
const greeted = (reader: LiveReader) => eventually(() => expect(named(reader, "hello")).toHaveLength(1));

/** The positions of a store's lines after a position, as the history has them. */
const positionsAfter = async (seq: number) => {
  const lines = await read((db) => listSaleLinesAfter(db, seq, [till.store.id], 5_000));
  return lines.map((it) => it.line.seq);
};

/** Writes lines about a sale, each in a transaction of its own. */
async function writeLines(saleId: string, count: number): Promise<void> {
  const line = { kind: "order.changed", storeId: till.store.id, saleId, data: {} } as const;
  for (let written = 0; written < count; written += 1) {
    await write((db) => insertHistory(db, { ...line, at: new Date() }));
  }
}

test("a screen sees what becomes of a sale, line by line, with the sale as it is", async () => {
  const reader = watch();
  await greeted(reader);
  const from = await read(lastSeq);
  const { saleId, order } = await till.open();
  authorize(order);
  await learn(order.uuid, "poll");
  const expected = await positionsAfter(from);
  await eventually(() => expect(reader.positions()).toEqual(expected));
  expect(named(reader, "change").at(-1)?.data).toMatchObject({ sale: { saleId, status: "authorized" } });
});

test("what was missed is replayed in order and without gaps while more is being written", async () => {
  const { saleId } = await till.open();
  const from = await read(lastSeq);
  // More than a page, so that lines are written between the pages of the replay too.
  await writeLines(saleId, 450);
  const writing = writeLines(saleId, 150);
  const readers = [watch(from), watch(from + 100), watch(from + 300)];
  await writing;
  const expected = await positionsAfter(from);
  expect(expected.length).toBeGreaterThanOrEqual(600);
  await eventually(() => {
    expect(readers[0]?.positions()).toEqual(expected);
    expect(readers[1]?.positions()).toEqual(expected.slice(100));
    expect(readers[2]?.positions()).toEqual(expected.slice(300));
  });
  expect(readers.flatMap((it) => named(it, "reset"))).toEqual([]);
});

test("a browser that is ahead of the history is told to load itself anew, and then misses nothing", async () => {
  const reader = watch((await read(lastSeq)) + 1_000_000);
  await eventually(() => expect(named(reader, "reset")).toHaveLength(1));
  const from = await read(lastSeq);
  expect(named(reader, "reset")[0]?.id).toBe(from);
  await till.open();
  const expected = await positionsAfter(from);
  await eventually(() => expect(reader.positions()).toEqual(expected));
});

test("lines about no sale, such as a sign-in, make no screen load itself anew", async () => {
  const first = watch();
  await greeted(first);
  await write((db) => insertHistory(db, { kind: "person.signed_in", at: new Date() }));
  const second = watch(await read(lastSeq));
  await greeted(second);
  expect(named(second, "reset")).toEqual([]);
});

test("a browser that missed too much is told to load itself anew instead of being sent it all", async () => {
  const { saleId } = await till.open();
  const from = await read(lastSeq);
  await writeLines(saleId, 1_001);
  const reader = watch(from);
  await eventually(() => expect(named(reader, "reset")).toHaveLength(1));
  await writeLines(saleId, 1);
  await eventually(() => expect(reader.positions()).toEqual([from + 1_002]));
});

test("a store's stream holds no line of another store, neither replayed nor live", async () => {
  const elsewhere = async () => {
    const address = { kind: "email", email: "other@example.com" } as const;
    const { operationId } = await till.prepareSale({ contact: address }, till.otherStore);
    await runOperation(operationId);
  };
  const from = await read(lastSeq);
  await elsewhere();
  const reader = watch(from);
  await greeted(reader);
  await elsewhere();
  const { saleId } = await till.open();
  const expected = await positionsAfter(from);
  await eventually(() => expect(reader.positions()).toEqual(expected));
  const told = [...named(reader, "change"), ...named(reader, "fresh")];
  expect(JSON.stringify(told)).not.toContain(till.otherStore.id);
  expect(JSON.stringify(told)).toContain(saleId);
});

test("a screen hears how fresh a sale is when Sezzle was asked and nothing changed but an expiry", async () => {
  const { saleId, order } = await till.open();
  const reader = watch();
  await greeted(reader);
  order.checkout_expiration = fromNow(10 * 60_000);
  await learn(order.uuid, "poll");
  const { checkoutExpiresAt } = await till.view(saleId);
  expect(checkoutExpiresAt).toBe(order.checkout_expiration);
  await eventually(() =>
    expect(named(reader, "fresh").at(-1)).toMatchObject({ id: null, data: { saleId, checkoutExpiresAt } }),
  );
  expect(named(reader, "change")).toEqual([]);
});

test("a stream ends when its session has ended, and only then", async () => {
  const [ending, staying] = [randomUUID(), randomUUID()];
  const expiresAt = new Date(Date.now() + 60_000);
  for (const id of [ending, staying]) {
    const session = { id, personId: till.asker.personId, createdAt: new Date(), expiresAt, device: "" };
    const open = { lastSeenAt: new Date(), browserId: null, endedAt: null, endReason: null };
    await write((db) => insertSession(db, { ...session, ...open }));
  }
  const [gone, here] = [watch(null, ending), watch(null, staying)];
  await Promise.all([greeted(gone), greeted(here)]);
  await write((db) =>
    endSession(db, { id: ending, personId: till.asker.personId }, "signed_out", new Date()),
  );
  await gone.ended;
  expect(gone.events.at(-1)).toMatchObject({ event: "signed_out" });
  const from = await read(lastSeq);
  await till.open();
  await eventually(async () => expect(here.positions()).toEqual(await positionsAfter(from)));
  expect(gone.positions()).toEqual([]);
});

describe("a client that is gone is let go, with everything that listened for it", () => {
  test.each(["abort", "cancel"] as const)("after its %s", async (leaving) => {
    const client = new AbortController();
    const request = {
      sessionId: "a session",
      rolesChangedAt: null,
      storeIds: [till.store.id],
      lastEventId: null,
    };
    let stream: ReadableStream<Uint8Array> | null = openStream({ ...request, signal: client.signal });
    let reader: ReadableStreamDefaultReader<Uint8Array> | null = stream.getReader();
    const kept = new WeakRef(stream);
    expect((await reader.read()).done).toBe(false);
    if (leaving === "abort") client.abort();
    else await reader.cancel();
    expect((await reader.read()).done).toBe(true);
    stream = null;
    reader = null;
    // A listener that was left behind, at the hub, at the heartbeat or at the signal, would hold the stream in memory.
    await eventually(() => {
      collectGarbage();
      // A stream that a failed check were told of would be kept by it.
      expect(kept.deref() === undefined).toBe(true);
    });
    expect(client.signal.aborted).toBe(leaving === "abort");
  });
});

test("a stream is told to load anew and closed, not signed out, when its person's roles are others than it was opened with", async () => {
  const id = randomUUID();
  const { personId } = till.asker;
  const now = new Date();
  await write((db) =>
    insertSession(db, {
      id,
      personId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
      device: "",
      browserId: null,
      endedAt: null,
      endReason: null,
    }),
  );
  const before = watch(null, id);
  await greeted(before);
  const changedAt = new Date();
  await write((db) => updatePerson(db, personId, { rolesChangedAt: changedAt }));
  await before.ended;
  expect(before.events.at(-1)).toMatchObject({ event: "reset", id: await read(lastSeq) });
  expect(named(before, "signed_out")).toEqual([]);
  // A stream that was asked for a moment earlier, with what its person was then, is no exception.
  await watch(null, id).ended;
  const after = watch(null, id, changedAt);
  await greeted(after);
  const from = await read(lastSeq);
  await till.open();
  await eventually(async () => expect(after.positions()).toEqual(await positionsAfter(from)));
});
