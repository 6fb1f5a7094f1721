import { sql } from "drizzle-orm";
import { Client } from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { DatabaseAwayError } from "../database-away.ts";
import { orderAsks } from "../schema/orders.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

const ownPid = sql`select pg_backend_pid() as pid`;

async function strangerAt(address: string): Promise<Client> {
  const client = new Client({ connectionString: address });
  onTestFinished(() => client.end());
  await client.connect();
  return client;
}

test("queries at one moment whose connection is lost fail, and neither end the process nor spoil the next ones", async () => {
  const address = await temporaryDatabase({ isEmpty: false });
  const engine = await openMigrated(address);
  const stranger = await strangerAt(address);
  const lost = engine.read((db) =>
    db.atOneMoment(async (moment) => {
      const [row] = await moment.all<{ pid: number }>(ownPid);
      await stranger.query("select pg_terminate_backend($1)", [row?.pid]);
      // The server's word of it arrives while nothing is asked.
      await vi.waitFor(async () => {
        const { rows } = await stranger.query("select 1 from pg_stat_activity where pid = $1", [row?.pid]);
        expect(rows).toHaveLength(0);
      });
      return moment.$count(orderAsks);
    }),
  );
  await expect(lost).rejects.toBeInstanceOf(DatabaseAwayError);
  for (let again = 0; again < 10; again += 1)
    expect(await engine.read((db) => db.atOneMoment((moment) => moment.$count(orderAsks)))).toBe(0);
});
