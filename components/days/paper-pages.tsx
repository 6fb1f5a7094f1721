import { cssText } from "#lib/css-text.ts";

/**
 * What every sheet of paper has above and below what is printed on it: what it belongs to, and which of how many it is. A browser
 * that cannot write there prints the same without.
 */
export function PaperPages({ heading }: { heading: string }) {
  const type = "font: 8pt sans-serif; color: #55504a;";
  const css = `@page { margin: 15mm 12mm; @top-left { content: ${cssText(heading)}; ${type} } @bottom-right { content: counter(page) " / " counter(pages); ${type} } }`;
  return <style>{css}</style>;
}
