import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, max, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { HistoryData, HistoryKind, HistoryLineView } from "#lib/sale-view.ts";
import type { Db } from "../engine.ts";
import { insertRow, prepared } from "../prepared.ts";
import { history } from "../schema/history.ts";
import { people } from "../schema/people.ts";
import { registers } from "../schema/stores.ts";

/** A line to be written. `data` never holds a shopper's phone or e-mail. */
export type NewHistoryLine = {
  at: Date;
  kind: HistoryKind;
  storeId?: string | null;
  saleId?: string | null;
  orderUuid?: string | null;
  operationId?: string | null;
  personId?: string | null;
  aboutPersonId?: string | null;
  registerId?: string | null;
  data?: HistoryData;
};

/** A line with where it belongs, as the live stream needs it. */
export type SaleLine = { storeId: string; saleId: string; line: HistoryLineView };

/** Writes a line of history. Lines are never changed or deleted: the database refuses it. */
export async function insertHistory(db: Db, line: NewHistoryLine): Promise<void> {
  await insertRow(db, history, { ...line, data: line.data ?? {} });
}

const newestSeq = prepared((db) => db.select({ seq: max(history.seq) }).from(history));

/** The position of the newest line; 0 when there is none. */
export async function lastSeq(db: Db): Promise<number> {
  const [row] = await newestSeq(db, {});
  return row?.seq ?? 0;
}

const aboutPeople = alias(people, "about_people");

const columns = {
  seq: history.seq,
  at: history.at,
  kind: history.kind,
  storeId: history.storeId,
  saleId: history.saleId,
  data: history.data,
  person: people.name,
  about: aboutPeople.name,
  register: registers.name,
};

function selectLines(db: Db) {
  return db
    .select(columns)
    .from(history)
    .leftJoin(people, eq(people.id, history.personId))
    .leftJoin(aboutPeople, eq(aboutPeople.id, history.aboutPersonId))
    .leftJoin(registers, eq(registers.id, history.registerId));
}

type Row = Awaited<ReturnType<typeof selectLines>>[number];

function viewOf(row: Row): HistoryLineView {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    kind: row.kind,
    person: row.person,
    about: row.about,
    register: row.register,
    data: row.data,
  };
}

/** A sale's lines, newest first. */
export async function listHistoryOfSale(db: Db, saleId: string, limit: number): Promise<HistoryLineView[]> {
  const rows = await selectLines(db)
    .where(eq(history.saleId, saleId))
    .orderBy(desc(history.seq))
    .limit(limit);
  return rows.map(viewOf);
}

/**
 * What a person did and what was done to them, newest first; of sales and stores only those of `storeIds`, or all when that
 * is null.
 */
export async function listHistoryOfPerson(
  db: Db,
  personId: string,
  storeIds: string[] | null,
  limit: number,
): Promise<HistoryLineView[]> {
  const rows = await selectLines(db)
    .where(
      and(
        or(eq(history.personId, personId), eq(history.aboutPersonId, personId)),
        storeIds ? or(isNull(history.storeId), inArray(history.storeId, storeIds)) : undefined,
      ),
    )
    .orderBy(desc(history.seq))
    .limit(limit);
  return rows.map(viewOf);
}

type LinesAfter = { seq: number; storeIds: string[]; limit: number };

const linesAfter = (isOfStores: (storeIds: string[]) => SQL | undefined) =>
  prepared((db, it: LinesAfter) =>
    selectLines(db)
      .where(and(gt(history.seq, it.seq), isNotNull(history.saleId), isOfStores(it.storeIds)))
      .orderBy(asc(history.seq))
      .limit(it.limit),
  );

const linesOfAllAfter = linesAfter(() => undefined);
const linesOfStoresAfter = linesAfter((storeIds) => inArray(history.storeId, storeIds));

/** The lines about sales after a position, oldest first; for some stores, or for all when `storeIds` is null. */
export async function listSaleLinesAfter(
  db: Db,
  seq: number,
  storeIds: string[] | null,
  limit: number,
): Promise<SaleLine[]> {
  const rows = storeIds
    ? await linesOfStoresAfter(db, { seq, storeIds, limit })
    : await linesOfAllAfter(db, { seq, storeIds: [], limit });
  return rows.map((row) => ({ storeId: row.storeId ?? "", saleId: row.saleId ?? "", line: viewOf(row) }));
}
