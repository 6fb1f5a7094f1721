/** Cents as Sezzle's settlements write them: `.30`, `-43.80`; plain: `0.3`, `-43.8`, `53`. */
export function decimal(cents: number, style: "short" | "plain"): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const [whole, fraction] = [digits.slice(0, -2), digits.slice(-2)];
  const sign = cents < 0 ? "-" : "";
  if (style === "short") return cents === 0 ? "0" : `${sign}${whole === "0" ? "" : whole}.${fraction}`;
  const rest = fraction.replace(/0+$/, "");
  return `${sign}${whole}${rest === "" ? "" : `.${rest}`}`;
}
