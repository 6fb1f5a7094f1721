import type { SaleStatus } from "../order-state.ts";

/** The seven tones of a status; screens give each a colour, an icon and a texture, and never a colour alone. */
export const tones = ["waiting", "approved", "paid", "attention", "idle", "refused", "unconfirmed"] as const;
export type Tone = (typeof tones)[number];

export type StatusWords = {
  /** The status in a word or two. */
  label: string;
  tone: Tone;
  /** One line: what it means, for the money first. */
  means: string;
  /** What the cashier can say to the shopper; null when there is nothing to say. */
  say: string | null;
  /** What the cashier does next. */
  next: string;
};

const words: Record<SaleStatus, StatusWords> = {
  creating: {
    label: "Sending…",
    tone: "waiting",
    means: "Sezzle is being asked to send the link. Nothing is charged.",
    say: "The link is on its way.",
    next: "Wait a moment.",
  },
  unconfirmed: {
    label: "Not sure it was sent",
    tone: "unconfirmed",
    means: "Sezzle's answer was lost. The shopper may or may not have the link.",
    say: "Did you get a message with a link from Sezzle?",
    next: "If the link arrived, let the shopper finish: it will show here. If nothing came, you can send another.",
  },
  failed: {
    label: "Not sent",
    tone: "refused",
    means: "Sezzle did not open the checkout. The shopper has no link, and nothing is charged.",
    say: "It did not go through. Let me check that once more.",
    next: "Read why, change it, and send again.",
  },
  link_sent: {
    label: "Waiting for shopper",
    tone: "waiting",
    means: "The link is sent. Nothing is charged until the shopper finishes and you capture.",
    say: "You have a message from Sezzle. Open the link and follow the steps.",
    next: "No message? Let the shopper scan the code.",
  },
  checking: {
    label: "Checking…",
    tone: "waiting",
    means: "Time has passed or an answer is due, and Sezzle is being asked what it shows.",
    say: "One moment, I am checking with Sezzle.",
    next: "Wait for the answer before you take another payment.",
  },
  denied: {
    label: "Not approved",
    tone: "refused",
    means: "Sezzle did not approve this purchase. Nothing is charged.",
    say: "Sezzle could not approve this one today. Would you like to pay another way?",
    next: "Offer another way to pay. Sezzle tells the shopper why, not the shop.",
  },
  cancelled: {
    label: "Cancelled",
    tone: "idle",
    means: "The sale was cancelled here and the link no longer works. Nothing is charged.",
    say: "I have cancelled it. Nothing was charged.",
    next: "Start a new sale, or send a new link for this one.",
  },
  checkout_expired: {
    label: "Link expired",
    tone: "idle",
    means: "The link ran out before the shopper finished. Nothing is charged.",
    say: "The link has run out. I can send you a new one.",
    next: "Send a new link, or start a new sale.",
  },
  authorized: {
    label: "Approved",
    tone: "approved",
    means: "Sezzle approved the purchase. Nothing is taken until you capture.",
    say: "You're approved. I'll just finish up here.",
    next: "Capture before the time runs out.",
  },
  partially_captured: {
    label: "Part taken",
    tone: "attention",
    means: "Part of the amount is taken. The rest can still be taken or released.",
    say: "Part of it is paid. I'll finish the rest.",
    next: "Capture the rest, or release it, before the time runs out.",
  },
  captured: {
    label: "Paid",
    tone: "paid",
    means: "Sezzle has taken the payment.",
    say: "All paid. Thank you!",
    next: "Hand over the goods.",
  },
  released: {
    label: "Not charged",
    tone: "idle",
    means: "The approved amount was released. The shopper is not charged.",
    say: "It is released. You are not charged.",
    next: "Start a new sale, or send a new link for this one.",
  },
  authorization_expired: {
    label: "Not charged",
    tone: "idle",
    means: "The approval ran out before anything was captured. The shopper is not charged.",
    say: "The approval has run out, so nothing was charged. I can send a new link.",
    next: "If the goods are gone, send a new link now. A manager can have it approved again with the shopper here.",
  },
  partially_refunded: {
    label: "Partly refunded",
    tone: "paid",
    means: "Part of the payment was given back; the rest stays paid.",
    say: "Your refund is on its way. Sezzle shows it in your plan.",
    next: "Nothing more to do.",
  },
  refunded: {
    label: "Refunded",
    tone: "idle",
    means: "The whole payment was given back.",
    say: "Everything is refunded. Sezzle shows it in your plan.",
    next: "Nothing more to do.",
  },
};

/** The words for a status: what the cashier reads, says and does. A denial stays neutral about the shopper. */
export function statusWords(status: SaleStatus): StatusWords {
  return words[status];
}
