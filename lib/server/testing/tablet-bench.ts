import { findPersonBySignInName, findSession, type Person, updatePerson } from "#db/queries/people.ts";
import { listRegisters, type Register } from "#db/queries/stores.ts";
import type { PairedTablet } from "#db/queries/tablets.ts";
import { hashPin } from "../auth/pin-hash.ts";
import { type PinRefusal, signInByPin } from "../auth/pin-sign-in.ts";
import { signIn } from "../auth/sign-in.ts";
import { tabletOfToken } from "../auth/tablet.ts";
import { findViewer, type Viewer } from "../auth/viewer.ts";
import { read, write } from "../database.ts";
import { type Newcomer, offerPairing, pairTablet } from "../tablets/pairing.ts";
import { granted, refusalCode, type Till } from "./till.ts";

const passwords = { casey: "maple-counter-1", morgan: "maple-desk-1", olive: "whole-house-1" };
const newcomer: Newcomer = { userAgent: null, address: null, before: null, sessionId: null };

/** The demo's staff, each with a PIN, and a register of each store to pair tablets with. */
export class TabletBench {
  readonly casey: Person;
  readonly robin: Person;
  readonly morgan: Person;
  readonly olive: Person;
  /** Two of Maple Street's, and one of the other store's. */
  readonly register: Register;
  readonly second: Register;
  readonly elsewhere: Register;
  readonly passwords = passwords;

  constructor(people: [Person, Person, Person, Person], registers: [Register, Register, Register]) {
    [this.casey, this.robin, this.morgan, this.olive] = people;
    [this.register, this.second, this.elsewhere] = registers;
  }

  /** The PIN each of them has. */
  pinOf(personId: string): string {
    const all = [this.casey, this.robin, this.morgan, this.olive];
    return `482${all.findIndex((it) => it.id === personId)}`;
  }

  /** A code for a register, as a manager or the owner has it made. */
  async offer(by = this.morgan.id, registerId = this.register.id): Promise<string> {
    return granted(await offerPairing({ personId: by } as Viewer, registerId)).code;
  }

  /** Pairs a browser by a code. Answers the code of the refusal when there is one. */
  async pair(code: string, change: Partial<Newcomer> = {}): Promise<PairedTablet | string> {
    const paired = await pairTablet(code, { ...newcomer, ...change });
    return paired.ok ? present(await tabletOfToken(paired.value.token)) : refusalCode(paired);
  }

  /** A tablet that is paired with a register. */
  async tablet(registerId = this.register.id, by = this.morgan.id): Promise<PairedTablet> {
    const paired = await this.pair(await this.offer(by, registerId));
    if (typeof paired === "string") throw new Error(paired);
    return paired;
  }

  /** Why a PIN does not sign in; null when it does. */
  async whyNot(
    tablet: PairedTablet | null,
    personId: string,
    pin = this.pinOf(personId),
  ): Promise<PinRefusal["why"] | null> {
    const answer = await signInByPin({ personId, pin, tablet, userAgent: null, browserId: null });
    return answer.ok ? null : answer.why;
  }

  /** Signs somebody in with their PIN. Returns the session's id. */
  async session(tablet: PairedTablet, personId: string): Promise<string> {
    const pin = this.pinOf(personId);
    const answer = await signInByPin({ personId, pin, tablet, userAgent: null, browserId: null });
    if (!answer.ok) throw new Error(answer.why);
    return answer.sessionId;
  }

  /** Signs somebody in with their password, on a paired tablet or elsewhere. Returns the session's id. */
  async byPassword(signInName: keyof typeof passwords, tablet: PairedTablet | null = null): Promise<string> {
    const answer = await signIn({
      ...{ signInName, password: passwords[signInName], code: "", newPassword: "" },
      ...{ address: null, userAgent: null, browserId: null, tablet },
    });
    if (!answer.ok) throw new Error(answer.why);
    return answer.sessionId;
  }

  /** Why a session ended; null while it has not. */
  async endOf(sessionId: string): Promise<string | null> {
    return (await read((db) => findSession(db, sessionId)))?.session.endReason ?? null;
  }

  /** The person of a session that is good. */
  async viewer(sessionId: string, tablet: PairedTablet | null): Promise<Viewer> {
    return present(await findViewer(sessionId, tablet));
  }
}

/** Gives the demo's staff their PINs. */
export async function startTabletBench(till: Till): Promise<TabletBench> {
  const personOf = async (name: string) => present(await read((db) => findPersonBySignInName(db, name)));
  const people: [Person, Person, Person, Person] = [
    await personOf("casey"),
    await personOf("robin"),
    await personOf("morgan"),
    await personOf("olive"),
  ];
  const registers = await read((db) => listRegisters(db, [till.store.id, till.otherStore.id]));
  const registerOf = (storeId: string, name: string) =>
    present(registers.find((it) => it.storeId === storeId && it.name === name));
  const bench = new TabletBench(people, [
    registerOf(till.store.id, "Register 1"),
    registerOf(till.store.id, "Register 2"),
    registerOf(till.otherStore.id, "Register 1"),
  ]);
  for (const { id } of people) {
    const pinHash = await hashPin(id, bench.pinOf(id));
    await write((db) => updatePerson(db, id, { pinHash }));
  }
  return bench;
}

function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error("there is none");
  return value;
}
