/**
 * When a store captures what Sezzle approves: `at_hand_over`, when the cashier says so; `at_once`, by the till itself as soon as
 * it is approved.
 */
export const capturePolicies = ["at_hand_over", "at_once"] as const;
export type CapturePolicy = (typeof capturePolicies)[number];
