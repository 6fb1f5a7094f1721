import { sql } from "drizzle-orm";
import type { Db } from "../engine.ts";

/** What the database itself refuses about the history, and the triggers that do: all of them, as the database keeps their text. */
type Guard = { refuses: "change" | "delete" | "replace"; texts: RegExp[] };

const sqliteGuards: Guard[] = [
  {
    refuses: "change",
    texts: [/^CREATE TRIGGER \S+ BEFORE UPDATE ON .history. BEGIN SELECT RAISE\(ABORT,/],
  },
  {
    refuses: "delete",
    texts: [/^CREATE TRIGGER \S+ BEFORE DELETE ON .history. BEGIN SELECT RAISE\(ABORT,/],
  },
  {
    refuses: "replace",
    texts: [
      /^CREATE TRIGGER \S+ BEFORE INSERT ON .history. WHEN EXISTS \(SELECT 1 FROM .history. WHERE .seq. = NEW\..seq.\) BEGIN SELECT RAISE\(ABORT,/,
    ],
  },
];

const sqliteTexts = sql`select sql as text from sqlite_master where type = 'trigger' and tbl_name = 'history'`;

const refusing = String.raw`EXECUTE FUNCTION (\S+\.)?refuse\('[^']+'\) begin raise exception '%', tg_argv\[0\]; end;`;
const refusal = (event: string) => new RegExp(`^CREATE TRIGGER \\S+ BEFORE ${event} ${refusing}$`);

const postgresGuards: Guard[] = [
  { refuses: "change", texts: [refusal(String.raw`UPDATE ON \S*history FOR EACH ROW`)] },
  {
    refuses: "delete",
    texts: [
      refusal(String.raw`DELETE ON \S*history FOR EACH ROW`),
      refusal(String.raw`TRUNCATE ON \S*history FOR EACH STATEMENT`),
    ],
  },
  {
    refuses: "replace",
    texts: [
      /^CREATE TRIGGER \S+ BEFORE INSERT ON \S*history FOR EACH ROW EXECUTE FUNCTION (\S+\.)?number_history\(\) begin if exists \(select 1 from history where seq = new\.seq\) then raise exception /,
    ],
  },
];

/** Triggers that are on, each with what its function does. */
const postgresTexts = sql`
  select pg_get_triggerdef(pg_trigger.oid) || ' ' || trim(prosrc, E' \n') as text
  from pg_trigger join pg_proc on pg_proc.oid = tgfoid
  where tgrelid = 'history'::regclass and not tgisinternal and tgenabled in ('O', 'A')`;

/** Which of the three the database does not refuse any more, because a trigger is gone or is another one. */
export async function listMissingGuards(db: Db): Promise<Guard["refuses"][]> {
  const [guards, query] =
    db.engine === "sqlite" ? [sqliteGuards, sqliteTexts] : [postgresGuards, postgresTexts];
  const kept = (await db.all<{ text: string }>(query)).map((row) => row.text.replaceAll(/\s+/g, " "));
  const isThere = (text: RegExp) => kept.some((it) => text.test(it));
  return guards.filter(({ texts }) => !texts.every(isThere)).map(({ refuses }) => refuses);
}
