import { defineWords } from "../language.ts";
import type { Problem } from "../problem.ts";

/** What the till says when its server runs a newer build than the page. */
export const versionWords = defineWords({
  en: { ready: "New version", take: "A new version is ready. Load it now." },
  fr: { ready: "Nouvelle version", take: "Une nouvelle version est prête. La charger maintenant." },
});

/** The server does not know what the page asks for, because it was updated since: nothing was done by this press. */
export const newVersionProblem: Problem = {
  code: "new_version",
  happened: "The till was updated while this page was open.",
  money: "This press did nothing. What was asked for before it goes on.",
  next: "Load the page again, look how the sale stands, and go on from there.",
  fr: {
    happened: "La caisse a été mise à jour pendant que cette page était ouverte.",
    money: "Cette pression n'a rien fait. Ce qui avait été demandé avant suit son cours.",
    next: "Chargez la page de nouveau, regardez où en est la vente, et continuez à partir de là.",
  },
};
