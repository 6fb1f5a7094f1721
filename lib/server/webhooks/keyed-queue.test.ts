import { expect, test, vi } from "vitest";
import { KeyedQueue } from "./keyed-queue.ts";

type Begun = { key: string; items: number[]; at: number; end(): void };

/** A queue whose pieces of work last until they are ended. */
function heldQueue(mostAtOnce: number, gapMs = 0): { queue: KeyedQueue<number>; begun: Begun[] } {
  const begun: Begun[] = [];
  const work = (key: string, items: number[]) =>
    new Promise<void>((resolve) => begun.push({ key, items, at: performance.now(), end: resolve }));
  return { queue: new KeyedQueue<number>({ mostAtOnce, gapMs, work }), begun };
}

const keys = (begun: Begun[]) => begun.map((it) => it.key);

test("a few keys are worked on at once, and the next begins when one has ended", async () => {
  const { queue, begun } = heldQueue(2);
  for (const key of ["a", "b", "c", "d"]) void queue.add(key, 1);
  expect(keys(begun)).toEqual(["a", "b"]);
  begun[1]?.end();
  await vi.waitFor(() => expect(keys(begun)).toEqual(["a", "b", "c"]));
});

test("what waits for a key is done in one go, and what comes meanwhile in one more", async () => {
  const { queue, begun } = heldQueue(1);
  const first = queue.add("a", 1);
  const later = [queue.add("a", 2), queue.add("a", 3), queue.add("a", 3)];
  begun[0]?.end();
  await first;
  await vi.waitFor(() => expect(begun).toMatchObject([{ items: [1] }, { key: "a", items: [2, 3] }]));
  let isDone = false;
  void Promise.all(later).then(() => {
    isDone = true;
  });
  expect(isDone).toBe(false);
  begun[1]?.end();
  await vi.waitFor(() => expect(isDone).toBe(true));
});

test("a key whose work lasts holds up no other", async () => {
  const { queue, begun } = heldQueue(2);
  void queue.add("slow", 1);
  void queue.add("slow", 2);
  for (const key of ["a", "b", "c"]) {
    void queue.add(key, 1);
    await vi.waitFor(() => expect(keys(begun).at(-1)).toBe(key));
    begun.at(-1)?.end();
  }
  expect(keys(begun)).toEqual(["slow", "a", "b", "c"]);
});

test("pieces of work begin no closer together than told, and all of them do", async () => {
  const { queue, begun } = heldQueue(10, 15);
  for (const key of ["a", "b", "c", "d"]) void queue.add(key, 1);
  await vi.waitFor(() => expect(keys(begun)).toEqual(["a", "b", "c", "d"]));
  // Timers may be a millisecond early.
  for (const [index, it] of begun.slice(1).entries())
    expect(it.at - (begun[index]?.at ?? 0)).toBeGreaterThanOrEqual(14);
});
