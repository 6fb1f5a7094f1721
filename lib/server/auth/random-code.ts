import { randomInt } from "node:crypto";

// Small letters and digits that are not taken for one another when read aloud or from a screen.
const alphabet = "23456789abcdefghjkmnpqrstvwxyz";

/** A random text in groups of four, as `7k3f-qwer-2mnp`: some 4.9 bits a character. */
export function randomCode(groups: number): string {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: groups }, group).join("-");
}
