import type { World } from "./world.ts";

/** Follows what the app's processes print: no shopper is named in it. */
export class LogWatch {
  readonly #world: World;
  readonly #read: number[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  look(): void {
    for (const [place, output] of this.#world.fleet.outputs.entries()) {
      const from = this.#read[place] ?? 0;
      // Up to the last whole line, so that nothing is cut in two.
      const to = output.lastIndexOf("\n") + 1;
      this.#read[place] = Math.max(from, to);
      const contact = this.#world.contacts.findIn(output.slice(from, to));
      if (contact) this.#world.tally.differ(`the app's log names the shopper ${contact}.`);
    }
  }
}
