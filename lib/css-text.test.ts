import { expect, test } from "vitest";
import { cssText } from "./css-text.ts";

test.each([
  ["Harbour Road · dimanche 22 novembre 2026", '"Harbour Road · dimanche 22 novembre 2026"'],
  ["Dépanneur l’Été", '"Dépanneur l’Été"'],
  ['"; } body { display: none', String.raw`"\22 \3b  \7d  body \7b  display\3a  none"`],
  ["</style>\\\n", String.raw`"\3c \2f style\3e \5c \a "`],
])("%j is written in a style sheet as %s, and ends nothing", (text, written) => {
  expect(cssText(text)).toBe(written);
});
