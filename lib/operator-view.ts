/** An event of Sezzle's that could not be worked off, as the owner sees it. Nothing of its payload is in it. */
export type FailingEventView = {
  id: number;
  /** Sezzle's name for what happened, for example `order.captured`. */
  event: string;
  orderUuid: string | null;
  /** The sale whose order it is, when it is one of ours. */
  sale: { saleId: string; number: string } | null;
  receivedAt: string;
  failures: number;
  nextTryAt: string | null;
  problem: string;
};

export type InboxView = {
  /** How many events wait, those that failed among them. */
  waiting: number;
  failing: number;
  oldestReceivedAt: string | null;
  /** Those that failed, received first at the beginning; at most a hundred. */
  events: FailingEventView[];
};

export type SubscriptionView = {
  /** Where Sezzle delivers; null when it cannot reach this till's address. */
  url: string | null;
  appUrl: string;
  /** Since when the subscription has been seen to exist; null while it is not known to. */
  existsSince: string | null;
  checkedAt: string | null;
  /** When the last look failed; null: it did not. */
  failedAt: string | null;
};

export type PollingView = {
  /** Orders that can still change, and are asked for every minute or more often. */
  open: number;
  /** Orders that are asked for once a day. */
  daily: number;
  due: number;
  oldestDueAt: string | null;
  quietUntil: string | null;
};

/** What the till does by itself, and how it gets on. */
export type OperatorView = {
  inbox: InboxView;
  subscription: SubscriptionView;
  polling: PollingView;
  /** Sezzle's address. */
  gatewayUrl: string;
  /** Since when Sezzle has given no usable answer; null while it answers. */
  gatewayDownSince: string | null;
};

/** What became of events that were tried again: how many were, and how many still wait. */
export type RetriedEvents = { tried: number; left: number };
