import { firstReasons } from "./words/new-store-words.ts";

/**
 * When a store captures what Sezzle approves: `at_hand_over`, when the cashier says so; `at_once`, by the till itself as soon as
 * it is approved.
 */
export const capturePolicies = ["at_hand_over", "at_once"] as const;
export type CapturePolicy = (typeof capturePolicies)[number];

type Defaults = {
  capturePolicy: CapturePolicy;
  cutOffHour: number;
  refundReasons: string[];
  contactRetentionDays: number | null;
};

/** What a new store of a language begins with. */
export function storeDefaults(locale: string): Defaults {
  return {
    capturePolicy: "at_hand_over",
    cutOffHour: 0,
    refundReasons: firstReasons(locale),
    contactRetentionDays: null,
  };
}
