import { defineWords } from "../language.ts";

/** The words of the card on which one's second factor is turned on and off. */
export const secondFactorWords = defineWords({
  en: {
    title: "Second factor",
    isOn: "On: signing in asks for a code, too.",
    isOff: "Off: the password alone opens the door.",
    means: "With it, signing in also asks for a code from an authenticator app on your phone.",
    codesLeft: (count: number, of: number) => `${count} of ${of} recovery codes are left.`,
    renew: "New recovery codes…",
    turnOff: "Turn off…",
    turnOn: "Turn on…",
    onTitle: "Turn on the second factor",
    onMeans: "First your password: then you get a code for your authenticator app to scan.",
    goOn: "Go on",
    renewTitle: "Make new recovery codes?",
    renewMeans: "The codes you have now stop working.",
    renewAct: "Make new codes",
    offTitle: "Turn off the second factor?",
    offMeans: "From then on your password alone opens the door.",
    offAct: "Turn it off",
  },
  fr: {
    title: "Deuxième facteur",
    isOn: "Activé : un code est aussi demandé à la connexion.",
    isOff: "Désactivé : le mot de passe suffit pour se connecter.",
    means:
      "Avec lui, la connexion demande aussi un code d'une application d'authentification sur votre téléphone.",
    codesLeft: (count: number, of: number) =>
      count < 2
        ? `Il reste ${count} code de secours sur ${of}.`
        : `Il reste ${count} codes de secours sur ${of}.`,
    renew: "Nouveaux codes de secours…",
    turnOff: "Désactiver…",
    turnOn: "Activer…",
    onTitle: "Activer le deuxième facteur",
    onMeans: "D'abord votre mot de passe; vous recevez ensuite un code à scanner avec votre application.",
    goOn: "Continuer",
    renewTitle: "Créer de nouveaux codes de secours?",
    renewMeans: "Les codes que vous avez maintenant ne fonctionneront plus.",
    renewAct: "Créer de nouveaux codes",
    offTitle: "Désactiver le deuxième facteur?",
    offMeans: "Ensuite, votre mot de passe suffira pour se connecter.",
    offAct: "Désactiver",
  },
});

/** The words of the form that teaches an authenticator app the secret, and of the codes for when it is lost. */
export const turnOnWords = defineWords({
  en: {
    scan: "1. Scan this with an authenticator app, such as the one of your phone or password manager.",
    picture: "QR code for your authenticator app",
    orType: "Or type this key into it:",
    copy: "Copy",
    theKey: "the key",
    digits: "2. The six digits the app shows",
    sixDigits: "Six digits.",
    act: "Turn on",
    busy: "Checking…",
    back: "Back, leave it off",
    keepCodes:
      "Keep these recovery codes where your phone is not. Each opens the door once if the app is lost.",
    onlyNow: "They are shown only now.",
    kept: "I have kept them",
    copyAll: "Copy all",
  },
  fr: {
    scan: "1. Scannez ceci avec une application d'authentification, comme celle de votre téléphone ou de votre gestionnaire de mots de passe.",
    picture: "Code QR pour votre application d'authentification",
    orType: "Ou saisissez-y cette clé :",
    copy: "Copier",
    theKey: "la clé",
    digits: "2. Les six chiffres que montre l'application",
    sixDigits: "Six chiffres.",
    act: "Activer",
    busy: "Vérification…",
    back: "Retour, laisser désactivé",
    keepCodes:
      "Conservez ces codes de secours ailleurs que sur votre téléphone. Chacun permet une connexion si l'application est perdue.",
    onlyNow: "Ils ne sont montrés que maintenant.",
    kept: "Je les ai conservés",
    copyAll: "Tout copier",
  },
});
