/** A scanner types its keys closer together than any hand does, a slow one included. */
const mostGapMs = 50;
/** Fewer may be two fingers on a number pad; no receipt's barcode is as short. */
const fewestKeys = 5;

/** What a key is to a scanner's burst: the first that may be one, one within it, its end with what was scanned, or none of it. */
export type ScanStep = { kind: "first" | "inside" | "none" } | { kind: "scan"; text: string };

/** Tells a barcode scanner, which types what it reads and then Enter, from a person at the same keyboard. */
export class ScanReader {
  #text = "";
  #at = Number.NEGATIVE_INFINITY;

  /** Takes the next key that was pressed, and when, in milliseconds of any clock. */
  press(key: string, at: number): ScanStep {
    // Shift and the like come between the letters.
    if (key.length > 1 && key !== "Enter") return { kind: "none" };
    const isClose = at - this.#at <= mostGapMs;
    const before = isClose ? this.#text : "";
    this.#at = at;
    if (key === "Enter") {
      this.#text = "";
      return before.length >= fewestKeys ? { kind: "scan", text: before } : { kind: "none" };
    }
    this.#text = before + key;
    return { kind: before === "" ? "first" : "inside" };
  }
}
