/** Why an event could not be worked off. */
export type EventTrouble =
  | "unknown_order"
  | "unreadable"
  | "unreachable"
  | "too_many"
  | "not_kept"
  | "own_failure";

const words: Record<EventTrouble, string> = {
  unknown_order: "Sezzle says that it does not know this order.",
  unreadable: "Sezzle's answer about this order cannot be understood.",
  unreachable: "Sezzle could not be asked for this order.",
  too_many: "Sezzle wants to be asked less often. The till waits.",
  not_kept: "The till itself failed on Sezzle's answer about this order. Its log says how.",
  own_failure: "The till itself failed on this event. Its log says how.",
};

/** The same in a sentence that is kept with the event: nothing of its payload is in it. */
export function eventTroubleWords(trouble: EventTrouble): string {
  return words[trouble];
}
