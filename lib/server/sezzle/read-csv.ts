/** Reads CSV (RFC 4180) into rows of cells; rows without anything in them are left out. Throws a SyntaxError for an open quote. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.some((it) => it !== "")) rows.push(row);
    row = [];
    cell = "";
  };
  // Some writers begin a file with a mark of its byte order.
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === "") quoted = true;
    else if (sign === ",") {
      row.push(cell);
      cell = "";
    } else if (sign === "\n" || sign === "\r") endRow();
    else cell += sign;
  }
  if (quoted) throw new SyntaxError("a quote is not closed");
  endRow();
  return rows;
}
