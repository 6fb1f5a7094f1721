/** The amounts in a text, in cents, smallest first: "$1,020.00" and « 1 020,00 $ » are the same. */
export function amountsIn(text: string): number[] {
  const english = [...text.matchAll(/\$([\d,]+)\.(\d\d)/g)];
  const french = [...text.matchAll(/(\d{1,3}(?:\s\d{3})*),(\d\d)\s\$/g)];
  return [...english, ...french]
    .map(([, whole = "", cents = ""]) => Number(whole.replaceAll(/\D/g, "")) * 100 + Number(cents))
    .sort((a, b) => a - b);
}
