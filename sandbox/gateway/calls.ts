/** The names of the gateway's calls, as faults and the request log use them. */
export const gatewayCalls = [
  "authentication",
  "session_create",
  "session_get",
  "order_get",
  "order_patch",
  "checkout_delete",
  "capture",
  "refund",
  "release",
  "reauthorize",
  "webhooks",
  "settlement_summaries",
  "settlement_details",
] as const;

export type GatewayCall = (typeof gatewayCalls)[number];
