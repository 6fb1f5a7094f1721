import { defineWords } from "../language.ts";

/** How the parts of the till get on, each in a word, and what it means in a sentence. */
export const operatorStateWords = defineWords({
  en: {
    answers: { label: "Answers", meaning: "Sezzle answers what the till asks." },
    noAnswer: (since: string) => ({
      label: "No answer",
      meaning: `Sezzle has given no usable answer since ${since}. Nothing is lost: the till goes on asking by itself.`,
    }),
    notPossible: (appUrl: string) => ({
      label: "Not possible",
      meaning: `Sezzle cannot reach ${appUrl}, so it announces nothing: the till lives by asking. Set APP_URL to a public address for webhooks.`,
    }),
    notKnown: {
      label: "Not known",
      meaning: "Sezzle could not be asked whether it announces what happens. The till tries again by itself.",
    },
    beingChecked: { label: "Being checked", meaning: "Sezzle is being asked." },
    subscribed: {
      label: "Subscribed",
      meaning: "Sezzle announces what happens. The till looks every five minutes that it still does.",
    },
    paused: (until: string) => ({
      label: "Paused",
      meaning: `Sezzle wants to be asked less often. Until ${until} the till asks only what people ask for.`,
    }),
    behind: {
      label: "Behind",
      meaning: "More orders are due than the till may ask for in a second. Those on a screen come first.",
    },
    onTime: {
      label: "On time",
      meaning: "Orders on a screen are asked for within five seconds, all others within a minute.",
    },
    empty: { label: "Empty", meaning: "Nothing waits." },
    inWork: (count: number) => ({
      label: `${count} in work`,
      meaning: "What came in is being worked off.",
    }),
    failed: (count: number) => ({
      label: `${count} failed`,
      meaning: "The till tries each again by itself, less and less often. They hold up nothing else.",
    }),
  },
  fr: {
    answers: { label: "Répond", meaning: "Sezzle répond à ce que la caisse demande." },
    noAnswer: (since) => ({
      label: "Aucune réponse",
      meaning: `Sezzle n'a donné aucune réponse utilisable depuis ${since}. Rien n'est perdu : la caisse continue de demander d'elle-même.`,
    }),
    notPossible: (appUrl) => ({
      label: "Impossible",
      meaning: `Sezzle ne peut pas joindre ${appUrl} et n'annonce donc rien : la caisse vit en demandant. Mettez une adresse publique dans APP_URL pour les webhooks.`,
    }),
    notKnown: {
      label: "Inconnu",
      meaning:
        "On n'a pas pu demander à Sezzle s'il annonce ce qui se passe. La caisse réessaie d'elle-même.",
    },
    beingChecked: { label: "Vérification…", meaning: "On le demande à Sezzle." },
    subscribed: {
      label: "Abonné",
      meaning:
        "Sezzle annonce ce qui se passe. La caisse vérifie toutes les cinq minutes que c'est encore le cas.",
    },
    paused: (until) => ({
      label: "En pause",
      meaning: `Sezzle veut être interrogé moins souvent. Jusqu'à ${until}, la caisse ne demande que ce que les gens demandent.`,
    }),
    behind: {
      label: "En retard",
      meaning:
        "Plus de commandes sont dues que la caisse ne peut en demander par seconde. Celles qui sont à l'écran passent d'abord.",
    },
    onTime: {
      label: "À l'heure",
      meaning:
        "Les commandes à l'écran sont demandées en moins de cinq secondes, toutes les autres en moins d'une minute.",
    },
    empty: { label: "Vide", meaning: "Rien n'attend." },
    inWork: (count) => ({ label: `${count} en cours`, meaning: "Ce qui est arrivé est en traitement." }),
    failed: (count) => ({
      label: `${count} en échec`,
      meaning:
        "La caisse réessaie chacun d'elle-même, de moins en moins souvent. Ils ne retardent rien d'autre.",
    }),
  },
});
