import type { Progress } from "#db/copy/copy-shop.ts";

/** How often a table that takes long says how far it is. */
const everyMs = 5_000;

const said = (count: number) => count.toLocaleString("en-US");

const verbs = { copy: "copied", compare: "compared" };

/** Tells of the progress of a copy in lines: one a table that has rows, and one every few seconds, with the time left. */
export function progressLines(print: (line: string) => void): (progress: Progress) => void {
  let toldAt = Date.now();
  let begun = { step: "", at: 0, rows: 0 };
  let finished = "";
  return ({ step, table, rows, of, allRows, allOf }) => {
    const now = Date.now();
    // What an earlier copy had done says nothing about the time that this one takes.
    if (begun.step !== step) begun = { step, at: now, rows: allRows };
    const isTold = finished === `${step} ${table}`;
    if (rows < of ? now - toldAt < everyMs : isTold || of === 0) return;
    toldAt = now;
    if (rows < of) {
      const rate = (allRows - begun.rows) / (now - begun.at);
      const left = rate > 0 ? `, about ${said(Math.ceil((allOf - allRows) / rate / 1_000))} s left` : "";
      print(`${table}: ${said(rows)} of ${said(of)} rows ${verbs[step]}${left}`);
      return;
    }
    finished = `${step} ${table}`;
    print(`${table}: ${said(rows)} rows ${verbs[step]}`);
  };
}
