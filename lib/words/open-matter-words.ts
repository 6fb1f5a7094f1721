import type { OpenMatter } from "../day-report.ts";
import { defineWords, wordsIn } from "../language.ts";
import { operationNoun } from "./operation-words.ts";
import type { Tone } from "./status-words.ts";

export type MatterWords = {
  label: string;
  tone: Tone;
  /** How it is settled. */
  settle: string;
};

type Kind = Exclude<OpenMatter["kind"], "operation">;

const tones: Record<Kind, Tone> = {
  link: "waiting",
  not_sure_sent: "unconfirmed",
  checking: "waiting",
  approved: "approved",
  other_order: "attention",
  other_link: "attention",
  lost_link: "unconfirmed",
  refund_asked: "attention",
};

type Told = { label: string; settle: string };

type OpenMatterWords = Record<Kind, Told> & {
  request: string;
  lost: (noun: string) => Told;
  underWay: (noun: string) => Told;
};

const words = defineWords<OpenMatterWords>({
  en: {
    request: "request",
    lost: (noun) => ({
      label: `${capital(noun)} not confirmed`,
      settle:
        "The answer was lost. The till asks Sezzle by itself; after ten minutes you decide on the order.",
    }),
    underWay: (noun) => ({
      label: `${capital(noun)} under way`,
      settle: "Wait a moment for Sezzle's answer.",
    }),
    link: {
      label: "Waiting for shopper",
      settle: "Wait until the shopper has paid or the link runs out, or cancel the sale.",
    },
    not_sure_sent: {
      label: "Not sure it was sent",
      settle: "It settles by itself when the link runs out; or enter Sezzle's order on the order's page.",
    },
    checking: { label: "Checking…", settle: "Sezzle is being asked. Wait for the answer." },
    approved: {
      label: "Approved, not captured",
      settle: "Capture it if the goods were handed over, or release it.",
    },
    other_order: {
      label: "Approved on another link",
      settle: "Close the other link on the order's page, so that the shopper does not pay twice.",
    },
    other_link: {
      label: "Another link is open",
      settle: "Close the other link on the order's page, so that the shopper does not pay twice.",
    },
    lost_link: {
      label: "A lost link may still be paid",
      settle: "It settles by itself when that link runs out.",
    },
    refund_asked: {
      label: "Refund waits for a manager",
      settle: "Approve or decline it on the order's page.",
    },
  },
  fr: {
    request: "demande",
    lost: (noun) => ({
      label: `Non confirmé : ${noun}`,
      settle:
        "La réponse a été perdue. La caisse interroge Sezzle d'elle-même; après dix minutes, vous décidez sur la page de la commande.",
    }),
    underWay: (noun) => ({
      label: `En cours : ${noun}`,
      settle: "Attendez un instant la réponse de Sezzle.",
    }),
    link: {
      label: "En attente du client",
      settle: "Attendez que le client ait payé ou que le lien expire, ou annulez la vente.",
    },
    not_sure_sent: {
      label: "Envoi incertain",
      settle:
        "Cela se règle tout seul à l'expiration du lien; sinon, entrez la commande de Sezzle sur la page de la commande.",
    },
    checking: { label: "Vérification…", settle: "Sezzle est interrogé. Attendez la réponse." },
    approved: {
      label: "Approuvé, non encaissé",
      settle: "Encaissez si la marchandise a été remise, ou libérez le montant.",
    },
    other_order: {
      label: "Approuvé sur un autre lien",
      settle: "Fermez l'autre lien sur la page de la commande, pour que le client ne paie pas deux fois.",
    },
    other_link: {
      label: "Un autre lien est ouvert",
      settle: "Fermez l'autre lien sur la page de la commande, pour que le client ne paie pas deux fois.",
    },
    lost_link: {
      label: "Un lien perdu peut encore être payé",
      settle: "Cela se règle tout seul à l'expiration de ce lien.",
    },
    refund_asked: {
      label: "Remboursement en attente d'un gérant",
      settle: "Approuvez-le ou refusez-le sur la page de la commande.",
    },
  },
});

/** What an open matter is, and how it is settled. */
export function matterWords(
  { kind, operation }: Pick<OpenMatter, "kind" | "operation">,
  locale: string,
): MatterWords {
  const told = wordsIn(words, locale);
  if (kind !== "operation") return { tone: tones[kind], ...told[kind] };
  const noun = operation ? operationNoun(operation.kind, null, locale) : told.request;
  return operation?.state === "unconfirmed"
    ? { tone: "unconfirmed", ...told.lost(noun) }
    : { tone: "waiting", ...told.underWay(noun) };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
