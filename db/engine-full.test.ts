import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { insertHistory, lastSeq, listHistoryOfSale } from "./queries/history.ts";
import { noon } from "./testing.ts";
import { openMigrated, temporaryFile } from "./testing-engine.ts";

/** Writes until the disk is full, tries some more, reads, and says what was reported as committed. */
const writeUntilFull = `
  const { openEngine } = await import("#db/engine.ts");
  const { insertHistory, lastSeq } = await import("#db/queries/history.ts");
  const engine = openEngine(process.argv[1]);
  const message = "x".repeat(2_000);
  const line = { at: new Date(0), kind: "order.changed", saleId: "s-1", data: { message } };
  const told = { committed: 0, refused: 0, seen: 0 };
  while (told.refused < 3 && told.committed < 10_000) {
    try {
      await engine.write((db) => insertHistory(db, line));
      if (told.refused > 0) throw new Error("a write went through after one was refused");
      told.committed += 1;
    } catch (error) {
      if (!/full|i\\/o/i.test(String(error.cause ?? error))) throw error;
      told.refused += 1;
    }
  }
  told.seen = await engine.read(lastSeq);
  console.log(JSON.stringify(told));`;

test("on a disk that is full nothing is reported as written that is not, and all goes on once there is room", {
  timeout: 60_000,
}, async () => {
  const file = temporaryFile();
  await openMigrated(file);
  // A limit on the size of a file stands for the disk: writing past it fails as on one that is full.
  const limited = `ulimit -f 1500; exec "$0" --input-type=module --eval "$1" "$2"`;
  const child = spawnSync("bash", ["-c", limited, process.execPath, writeUntilFull, file]);
  expect(child.stderr.toString()).toBe("");
  const { committed, refused, seen } = JSON.parse(child.stdout.toString());
  expect(refused).toBe(3);
  expect(committed).toBeGreaterThan(10);
  expect(seen).toBe(committed);

  const again = await openMigrated(file);
  expect(await again.read(lastSeq)).toBe(committed);
  await again.write((db) => insertHistory(db, { at: noon, kind: "order.changed", saleId: "s-1" }));
  expect(await again.read((db) => listHistoryOfSale(db, "s-1", 10_000))).toHaveLength(committed + 1);
});
