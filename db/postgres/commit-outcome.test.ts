import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { DatabaseAwayError } from "../database-away.ts";
import type { Db, Engine } from "../engine.ts";
import { openEngine } from "../engine.ts";
import { orderAsks } from "../schema/orders.ts";
import { openMigrated, temporaryDatabase } from "../testing-engine.ts";

const add = (db: Db, orderUuid: string) => db.insert(orderAsks).values({ orderUuid, hint: "poll" });

async function known(engine: Engine): Promise<string[]> {
  const rows = await engine.read((db) =>
    db.select({ it: orderAsks.orderUuid }).from(orderAsks).orderBy(orderAsks.orderUuid),
  );
  return rows.map((row) => row.it);
}

type Cut = "before the commit is sent on" | "after the commit was sent on";

/** A network before a database that breaks a connection once, at its next commit. Nothing of the answer comes through. */
class CuttingProxy {
  readonly #server = createServer((client) => this.#accept(client));
  readonly #target: URL;
  /** Where the next commit is cut; null: nowhere. */
  cut: Cut | null = null;

  constructor(address: string) {
    this.#target = new URL(address);
  }

  async open(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    const url = new URL(this.#target);
    url.port = String((this.#server.address() as AddressInfo).port);
    onTestFinished(() => void this.#server.close());
    return url.href;
  }

  #accept(client: Socket): void {
    const upstream = connect(Number(this.#target.port), this.#target.hostname);
    for (const socket of [client, upstream]) socket.on("error", () => {});
    client.on("close", () => upstream.destroy());
    upstream.on("close", () => client.destroy());
    upstream.on("data", (chunk) => client.write(chunk));
    client.on("data", (chunk) => {
      const { cut } = this;
      if (cut === null || !/commit\0/.test(chunk.toString("latin1"))) return void upstream.write(chunk);
      this.cut = null;
      if (cut === "before the commit is sent on") return void client.destroy();
      upstream.removeAllListeners("data");
      // The server's answer is the sign that it has taken the commit in.
      upstream.once("data", () => client.destroy());
      upstream.write(chunk);
    });
  }
}

async function openBehindProxy(): Promise<{ engine: Engine; proxy: CuttingProxy; direct: Engine }> {
  const address = await temporaryDatabase({ isEmpty: false });
  const direct = await openMigrated(address);
  const proxy = new CuttingProxy(address);
  const engine = openEngine(await proxy.open());
  onTestFinished(() => engine.close());
  await engine.write((db) => add(db, "before"));
  return { engine, proxy, direct };
}

test("a commit whose answer is lost is found to be one: the piece has its value, and the next is not held up", async () => {
  const { engine, proxy, direct } = await openBehindProxy();
  proxy.cut = "after the commit was sent on";
  const value = await engine.write(async (db) => {
    await add(db, "kept");
    return "its value";
  });
  expect(proxy.cut).toBeNull();
  expect(value).toBe("its value");
  expect(await known(direct)).toEqual(["before", "kept"]);
  await engine.write((db) => add(db, "next"));
  expect(await known(direct)).toEqual(["before", "kept", "next"]);
});

test("a commit that never arrived is found to be none: the piece is refused, and can be tried again", async () => {
  const { engine, proxy, direct } = await openBehindProxy();
  proxy.cut = "before the commit is sent on";
  await expect(engine.write((db) => add(db, "lost"))).rejects.toBeInstanceOf(DatabaseAwayError);
  expect(proxy.cut).toBeNull();
  expect(await known(direct)).toEqual(["before"]);
  await engine.write((db) => add(db, "lost"));
  expect(await known(direct)).toEqual(["before", "lost"]);
});

test("of a batch whose answer is lost the pieces that failed before stay refused", async () => {
  const { engine, proxy, direct } = await openBehindProxy();
  proxy.cut = "after the commit was sent on";
  const ends = await Promise.allSettled([
    engine.write((db) => add(db, "first")),
    engine.write((db) => add(db, "before")),
    engine.write((db) => add(db, "third")),
  ]);
  expect(ends.map((it) => it.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await known(direct)).toEqual(["before", "first", "third"]);
});
