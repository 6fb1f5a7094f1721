/** Letters, digits, and what a name has between them. */
const plain = /[\p{L}\p{N} ·,.’-]/u;

/** A text as a style sheet holds it, in quotes. Whatever is no plain letter is written by its number, so that nothing ends the text. */
export function cssText(text: string): string {
  const letters = [...text].map((it) => (plain.test(it) ? it : `\\${it.codePointAt(0)?.toString(16)} `));
  return `"${letters.join("")}"`;
}
