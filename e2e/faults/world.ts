import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeRows, newDatabase, readRows, removeDatabase } from "../support/database.ts";
import { staff } from "../support/demo-staff.ts";
import { storeIdOf } from "../support/people-over-http.ts";
import { type SandboxProcess, startSandbox } from "../support/sandbox-process.ts";
import { AppBooks } from "./app-books.ts";
import { Fleet } from "./fleet.ts";
import { Random } from "./random.ts";
import type { Settings } from "./settings.ts";
import { SezzleBooks } from "./sezzle-books.ts";
import { ShopperContacts } from "./shopper-contacts.ts";
import { addCashier, type StaffMember, signIn } from "./staff-member.ts";
import { Tablet } from "./tablet.ts";
import { Tally } from "./tally.ts";

/** Everything a run has: the sandbox, the app's processes, both databases, the staff and their tablets. */
export type World = {
  settings: Settings;
  random: Random;
  tally: Tally;
  folder: string;
  database: string;
  sandbox: SandboxProcess;
  fleet: Fleet;
  app: AppBooks;
  sezzle: SezzleBooks;
  /** Who works in each store, by the store's code. */
  staff: Record<"MAPLE" | "HARBR", [StaffMember, ...StaffMember[]]>;
  /** Who may decide and sees every store. */
  owner: StaffMember;
  tablets: Tablet[];
  contacts: ShopperContacts;
  close(keep: boolean): Promise<void>;
};

/** Amounts over this are denied, so that some are. */
const spendingPowerCents = 180_000;

/** Starts a sandbox and the built app with throw-away databases, and signs everybody in. */
export async function openWorld(settings: Settings): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "till-faults-"));
  const database = await newDatabase(settings.engine, folder);
  const sandboxFile = join(folder, "sandbox.db");
  const sandbox = await startSandbox({ databaseFile: sandboxFile });
  const preload: Record<string, string> = settings.preload
    ? { NODE_OPTIONS: `--import ${settings.preload}` }
    : {};
  const fleet = await Fleet.open({ database, gatewayUrl: sandbox.url, environment: preload });
  const close = async (keep: boolean) => {
    await fleet.close();
    await sandbox.stop();
    await removeDatabase(database);
    if (!keep) await rm(folder, { recursive: true, force: true });
  };
  try {
    await prepareSandbox(sandbox);
    await fleet.start();
    const random = new Random(settings.seed);
    const people = await signEverybodyIn({ database, fleet, random });
    const app = new AppBooks(database);
    const sezzle = new SezzleBooks(sandboxFile);
    const tablets = openTablets({ database, fleet, random }, people);
    return {
      settings,
      random,
      tally: new Tally(settings.stopEarly),
      folder,
      database,
      sandbox,
      fleet,
      app,
      sezzle,
      ...people,
      tablets,
      contacts: new ShopperContacts(),
      async close(keep) {
        await Promise.all(tablets.map((it) => it.close()));
        app.close();
        sezzle.close();
        await close(keep);
      },
    };
  } catch (error) {
    await close(false);
    throw error;
  }
}

async function prepareSandbox(sandbox: SandboxProcess): Promise<void> {
  // Sezzle's days, scaled down further than usual: a run has minutes.
  const webhookRetrySeconds = [1, 1, 2, 2, 3, 5, 5, 5, 10, 10, 10, 30];
  await sandbox.control("/settings", { method: "PUT", body: { spendingPowerCents, webhookRetrySeconds } });
}

type House = { database: string; fleet: Fleet; random: Random };
type People = Pick<World, "staff" | "owner">;

async function signEverybodyIn(house: House): Promise<People> {
  const { database } = house;
  const registersOf = (code: string): string[] =>
    readRows<{ id: string }>(
      database,
      "select id from registers where store_id = ? order by name",
      storeIdOf({ database }, code),
    ).map(({ id }) => id);
  const [first = "", second = ""] = registersOf("MAPLE");
  const [other = ""] = registersOf("HARBR");
  // A cashier's limit a day would end their refunds after a few sales.
  changeRows(database, "update stores set cashier_refund_limit_cents = 100000000 where code = 'HARBR'");
  changeRows(database, "update stores set capture_policy = 'at_once' where code = 'HARBR'");
  const owner = await signIn(house, staff.owner, first);
  const casey = await signIn(house, staff.cashier, first);
  const caseysOtherTab = await signIn(house, staff.cashier, first);
  const sam = await signIn(house, await addCashier(house, owner), second);
  const morgan = await signIn(house, staff.manager, second);
  const robin = await signIn(house, staff.otherStoresCashier, other);
  const atHarbour = await signIn(house, staff.owner, other);
  return {
    staff: { MAPLE: [casey, caseysOtherTab, sam, morgan, owner], HARBR: [robin, atHarbour] },
    owner,
  };
}

function openTablets({ database, fleet, random }: House, { staff, owner }: People): Tablet[] {
  const maple = storeIdOf({ database }, "MAPLE");
  const harbour = storeIdOf({ database }, "HARBR");
  const open = (name: string, member: StaffMember, storeIds: string[]) =>
    new Tablet(name, member, storeIds, fleet, random.fork(`tablet ${name}`));
  const [casey, , sam, morgan] = staff.MAPLE;
  return [
    open("casey's tablet", casey, [maple]),
    open("sam's tablet", sam ?? casey, [maple]),
    open("morgan's desk", morgan ?? casey, [maple]),
    open("robin's tablet", staff.HARBR[0], [harbour]),
    open("the owner's desk", owner, [maple, harbour]),
    open("the owner's phone", owner, [maple, harbour]),
  ];
}
