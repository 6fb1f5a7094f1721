const changeLine = "event: change\n";
const marker = '"saleId":"';
const uuidLength = 36;
/** What is cut in two by the end of a packet is found in the next one. */
const keptTail = marker.length + uuidLength - 1;

/**
 * Reads from a stream of server-sent events, packet by packet, which sales its changes are about, and nothing else: the reader of
 * thousands of streams shares the machine with what it measures. (A change names its sale before anything else does.)
 */
export class ChangeReader {
  #tail = "";
  #isInChange = false;

  /** The sales that changes are about whose names end in this packet. */
  read(packet: string): string[] {
    const sales: string[] = [];
    const text = this.#tail + packet;
    let from = 0;
    for (;;) {
      if (!this.#isInChange) {
        const line = text.indexOf(changeLine, from);
        if (line < 0) break;
        from = line + changeLine.length;
        this.#isInChange = true;
      }
      const found = text.indexOf(marker, from);
      if (found < 0 || found + marker.length + uuidLength > text.length) break;
      from = found + marker.length + uuidLength;
      sales.push(text.slice(found + marker.length, from));
      this.#isInChange = false;
    }
    this.#tail = text.slice(Math.max(from, text.length - keptTail));
    return sales;
  }
}
