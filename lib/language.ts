/** The languages the till is read in, each with its country's way of writing amounts, dates and numbers (BCP 47). */
export const locales = ["en-US", "en-CA", "fr-CA"] as const;
export type Locale = (typeof locales)[number];

/** What the words themselves are written in: both kinds of English share theirs. */
export type Language = "en" | "fr";

/** The language a locale's words are written in. */
export function languageOf(locale: string): Language {
  return locale.startsWith("fr") ? "fr" : "en";
}

/** The words of one part of the till in every language: plain sentences, and functions where something is said in them. */
export type Words<Shape> = Readonly<Record<Language, Shape>>;

/** Keeps words of one shape in every language: what is missing in one does not compile. */
export function defineWords<Shape>(words: { en: Shape; fr: NoInfer<Shape> }): Words<Shape> {
  return words;
}

/** The words of a locale's language. */
export function wordsIn<Shape>(words: Words<Shape>, locale: string): Shape {
  return words[languageOf(locale)];
}

/** The best of the till's locales for an `Accept-Language` header (RFC 9110, 12.5.4); American English when none fits. */
export function bestLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = rest.map((it) => it.trim()).find((it) => it.startsWith("q="));
      // One that cannot be read weighs nothing.
      return { tag, weight: quality === undefined ? 1 : Number(/^q=([\d.]+)$/.exec(quality)?.[1] ?? 0) };
    })
    .filter(({ tag, weight }) => tag && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    if (tag === "en-ca") return "en-CA";
    if (tag === "en" || tag.startsWith("en-")) return "en-US";
    if (tag === "fr" || tag.startsWith("fr-")) return "fr-CA";
  }
  return "en-US";
}
