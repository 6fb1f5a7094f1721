import type { OperatorView, PollingView, RetriedEvents, SubscriptionView } from "../operator-view.ts";
import type { Tone } from "./status-words.ts";
import { type Place, timeOrDay } from "./time-words.ts";

/** A state in a word and a tone, and what it means in a sentence. */
export type StateWords = { tone: Tone; label: string; meaning: string };

/** An order that was due so long ago is late. */
const lateMs = 60_000;

/** Whether Sezzle answers. */
export function gatewayWords(downSince: string | null, now: Date, place: Place): StateWords {
  if (!downSince)
    return { tone: "approved", label: "Answers", meaning: "Sezzle answers what the till asks." };
  const since = timeOrDay(new Date(downSince), now, place);
  return {
    tone: "refused",
    label: "No answer",
    meaning: `Sezzle has given no usable answer since ${since}. Nothing is lost: the till goes on asking by itself.`,
  };
}

/** Whether Sezzle announces what happens, and what the till does if not. */
export function subscriptionWords({ url, appUrl, existsSince, failedAt }: SubscriptionView): StateWords {
  if (!url)
    return {
      tone: "idle",
      label: "Not possible",
      meaning: `Sezzle cannot reach ${appUrl}, so it announces nothing: the till lives by asking. Set APP_URL to a public address for webhooks.`,
    };
  if (failedAt)
    return {
      tone: "attention",
      label: "Not known",
      meaning: "Sezzle could not be asked whether it announces what happens. The till tries again by itself.",
    };
  if (!existsSince) return { tone: "waiting", label: "Being checked", meaning: "Sezzle is being asked." };
  return {
    tone: "approved",
    label: "Subscribed",
    meaning: "Sezzle announces what happens. The till looks every five minutes that it still does.",
  };
}

/** Whether orders are asked for in time. */
export function pollingWords({ quietUntil, oldestDueAt }: PollingView, now: Date, place: Place): StateWords {
  if (quietUntil && new Date(quietUntil) > now)
    return {
      tone: "attention",
      label: "Paused",
      meaning: `Sezzle wants to be asked less often. Until ${timeOrDay(new Date(quietUntil), now, place, true)} the till asks only what people ask for.`,
    };
  if (oldestDueAt && now.getTime() - new Date(oldestDueAt).getTime() > lateMs)
    return {
      tone: "attention",
      label: "Behind",
      meaning: "More orders are due than the till may ask for in a second. Those on a screen come first.",
    };
  return {
    tone: "approved",
    label: "On time",
    meaning: "Orders on a screen are asked for within five seconds, all others within a minute.",
  };
}

/** How the inbox stands. */
export function inboxWords({ inbox }: Pick<OperatorView, "inbox">): StateWords {
  const { waiting, failing } = inbox;
  if (waiting === 0) return { tone: "approved", label: "Empty", meaning: "Nothing waits." };
  if (failing === 0)
    return { tone: "waiting", label: `${waiting} in work`, meaning: "What came in is being worked off." };
  return {
    tone: "attention",
    label: failing === 1 ? "1 failed" : `${failing} failed`,
    meaning: "The till tries each again by itself, less and less often. They hold up nothing else.",
  };
}

/** What became of events that were tried again. */
export function retriedWords({ tried, left }: RetriedEvents): string {
  if (left === 0) return tried === 1 ? "Worked off." : `All ${tried} are worked off.`;
  if (tried === 1) return "Tried again. It still waits.";
  if (left === tried) return `${tried} tried again. All still wait.`;
  return `${tried} tried again. ${left} still ${left === 1 ? "waits" : "wait"}.`;
}

/** How often something was tried. */
export function triesWords(failures: number): string {
  return failures === 0 ? "not yet" : failures === 1 ? "once" : `${failures} times`;
}
