import type { Random } from "./random.ts";

const domain = "shopper-mail.example";

/** Makes up shoppers' numbers and addresses, and knows every one of them again. */
export class ShopperContacts {
  readonly #numbers = new Set<string>();

  /** A mobile number or an e-mail address nobody else in the run has. */
  make(random: Random): string {
    if (random.chance(0.3)) return `shopper.${random.int(1, 999_999_999)}@${domain}`;
    const number = `612${random.int(2_000_000, 9_999_999)}`;
    this.#numbers.add(number);
    return number;
  }

  /** The first of them that a text holds, or null. */
  findIn(text: string): string | null {
    const address = text.indexOf(`@${domain}`);
    if (address >= 0) return text.slice(Math.max(0, address - 24), address + domain.length + 1);
    for (const [digits] of text.matchAll(/(?<![\da-f-])1?612\d{7}(?![\da-f])/g)) {
      if (this.#numbers.has(digits.slice(-10))) return digits;
    }
    return null;
  }
}
