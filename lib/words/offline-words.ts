import { defineWords } from "../language.ts";

/** What is shown in the place of a page while the till's server cannot be reached at all. */
export const offlineWords = defineWords({
  en: {
    title: "No connection",
    happened: "This tablet cannot reach the till's server.",
    sales:
      "No sale is lost. Links that were sent still work, and Sezzle goes on with what was asked of it. A payment that was under way is not to be asked for again: the till shows what became of it once it is back.",
    next: "Check the Wi-Fi or the cable of this tablet. If other tablets have no connection either, check the shop's internet.",
    trying: "The till tries again by itself…",
    tryNow: "Try now",
  },
  fr: {
    title: "Aucune connexion",
    happened: "Cette tablette ne peut pas joindre le serveur de la caisse.",
    sales:
      "Aucune vente n'est perdue. Les liens envoyés fonctionnent toujours, et Sezzle poursuit ce qui lui a été demandé. Ne redemandez pas un paiement qui était en cours : la caisse montrera ce qu'il en est dès qu'elle sera de retour.",
    next: "Vérifiez le Wi-Fi ou le câble de cette tablette. Si les autres tablettes n'ont pas de connexion non plus, vérifiez l'accès à Internet du magasin.",
    trying: "La caisse réessaie d'elle-même…",
    tryNow: "Réessayer maintenant",
  },
});
