import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { loadEmbeddedPostgres } from "#db/postgres/embedded.ts";
import { freePort } from "../support/free-port.ts";

type Loaded = Awaited<ReturnType<typeof loadEmbeddedPostgres>>;

/** A PostgreSQL server that can be shut down and started again with its data, as for an update of it. */
export class PostgresServer {
  readonly address: string;
  readonly #server: InstanceType<Loaded["EmbeddedPostgres"]>;
  readonly #folder: string;
  readonly #removePrograms: () => void;

  private constructor({ EmbeddedPostgres, remove }: Loaded, port: number, folder: string) {
    this.address = `postgres://till:till@127.0.0.1:${port}/till`;
    this.#folder = folder;
    this.#removePrograms = remove;
    this.#server = new EmbeddedPostgres({
      databaseDir: folder,
      port,
      user: "till",
      password: "till",
      persistent: true,
      // PostgreSQL refuses to run as root.
      createPostgresUser: userInfo().uid === 0,
      initdbFlags: ["--encoding=UTF8", "--locale=C"],
      postgresFlags: ["-c", "unix_socket_directories="],
      onLog: () => {},
    });
  }

  /** A server with one empty database. */
  static async open(): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), "till-instances-"));
    const it = new PostgresServer(await loadEmbeddedPostgres(), await freePort(), folder);
    await it.#server.initialise();
    await it.start();
    await it.#server.createDatabase("till");
    return it;
  }

  async start(): Promise<void> {
    await this.#server.start();
  }

  /** Shuts it down as its operator would: whoever is connected is told, and what is under way is undone. ("Fast" in PostgreSQL's words.) */
  async shutDown(): Promise<void> {
    await this.#server.stop();
  }

  async close(): Promise<void> {
    await this.#server.stop();
    await rm(this.#folder, { recursive: true, force: true });
    this.#removePrograms();
  }
}
