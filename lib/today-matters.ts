import type { DisputeStage } from "./dispute.ts";
import type { Currency } from "./money.ts";
import type { OperationKind } from "./operation.ts";

type OfSale = {
  saleId: string;
  storeId: string;
  number: string;
  /** Null where Sezzle named none. */
  cents: number | null;
  currency: Currency;
};

/** Something that needs somebody now, as the server knows it. Times are ISO 8601. */
export type Matter =
  | (OfSale & { kind: "second_approval" })
  | (OfSale & { kind: "unconfirmed"; operation: OperationKind; at: string })
  | (OfSale & { kind: "unsure_link"; at: string })
  | (OfSale & { kind: "refund_asked"; person: string; at: string })
  | {
      kind: "dispute";
      disputeId: string;
      storeId: string | null;
      saleId: string | null;
      name: string;
      cents: number | null;
      currency: Currency | null;
      stage: DisputeStage;
      dueAt: string | null;
    }
  | { kind: "webhooks"; count: number; since: string };

/** What is looked at first. */
export const matterOrder = [
  "second_approval",
  "unconfirmed",
  "refund_asked",
  "dispute",
  "unsure_link",
  "webhooks",
] as const satisfies Matter["kind"][];
