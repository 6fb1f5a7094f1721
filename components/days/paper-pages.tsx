/** Letters, digits and what a name has between them; anything else is written in CSS by its number. */
const plain = /[\p{L}\p{N} ·,.’-]/u;

/** A text as CSS writes it. */
function quoted(text: string): string {
  const letters = [...text].map((it) => (plain.test(it) ? it : `\\${it.codePointAt(0)?.toString(16)} `));
  return `"${letters.join("")}"`;
}

/**
 * What every sheet of paper has above and below what is printed on it: what it belongs to, and which of how many it is. A browser
 * that cannot write there prints the same without.
 */
export function PaperPages({ heading }: { heading: string }) {
  const type = "font: 8pt sans-serif; color: #55504a;";
  const css = `@page { margin: 15mm 12mm; @top-left { content: ${quoted(heading)}; ${type} } @bottom-right { content: counter(page) " / " counter(pages); ${type} } }`;
  return <style>{css}</style>;
}
