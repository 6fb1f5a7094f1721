/**
 * The area codes of the United States and of Canada, as libphonenumber has them. A test holds them against it: the whole of that
 * library is half as large as everything else the till loads.
 */
const areaCodes = new RegExp(
  `^(?:${[
    "2(?:0[1-35-9]|1[02-9]|2[03-57-9]|3[1459]|4[08]|5[1-46]|6[0279]|7[02469]|8[13])",
    "3(?:0[1-57-9]|1[02-9]|2[013-79]|3[0-24679]|4[167]|5[0-3]|6[01349]|8[056])",
    "4(?:0[124-9]|1[02-579]|2[3-5]|3[0245]|4[023578]|58|6[349]|7[02589]|8[04])",
    "5(?:0[1-57-9]|1[0235-8]|20|3[0149]|4[01]|5[179]|6[1-47]|7[0-5]|8[0256])",
    "6(?:0[1-35-9]|1[024-9]|2[03689]|3[016]|4[0156]|5[01679]|6[0-279]|78|8[0-269])",
    "7(?:0[1-46-8]|1[2-9]|2[04-8]|3[0-2478]|4[0378]|5[47]|6[02359]|7[0-59]|8[156])",
    "8(?:0[1-68]|1[02-8]|2[0168]|3[0-2589]|4[03578]|5[046-9]|6[02-5]|7[028])",
    "9(?:0[1346-9]|1[02-9]|2[0589]|3[0146-8]|4[01357-9]|5[12469]|7[0-3589]|8[04-69]|83(?=[2-57-9]))",
    "2(?:04|[23]6|[48]9|5[07]|[67]3)|3(?:06|43|54|6[578]|82)|4(?:03|1[68]|[26]8|3[178]|50|74)",
    "5(?:06|1[49]|48|79|8[147])|6(?:04|[18]3|39|47|72)|7(?:0[59]|42|53|78|8[02])",
    "8(?:[06]7|19|25|7[39])|9(?:0[25]|42)",
  ].join("|")})[2-9]\\d{6}$`,
);

/** Tells whether ten digits are a number that may be a mobile one in the US or Canada: neither the Caribbean's nor a free one. */
export function isNorthAmericanNumber(tenDigits: string): boolean {
  return areaCodes.test(tenDigits);
}

/** Up to ten digits as they are written in both countries: "(612) 555-0147", as far as there are any. */
export function formatNational(digits: string): string {
  const [area, exchange, line] = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)];
  if (digits.length < 3) return digits;
  if (exchange === "") return `(${area})`;
  return `(${area}) ${exchange}${line === "" ? "" : `-${line}`}`;
}

/** The same with the country's code before it, as it is typed with a plus: "+1 612 555 0147". */
export function formatInternational(digits: string): string {
  return ["+1", digits.slice(0, 3), digits.slice(3, 6), digits.slice(6)].filter(Boolean).join(" ");
}
