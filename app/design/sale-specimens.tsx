"use client";

import type { SaleActions } from "#components/sale/sale-actions.ts";
import { SaleScreen } from "#components/sale/sale-screen.tsx";
import { movingKinds } from "#lib/operation.ts";
import { saleStatuses } from "#lib/order-state.ts";
import type { SaleViewer } from "#lib/sale-steps.ts";
import type { SaleView } from "#lib/sale-view.ts";
import {
  history,
  limitedViewer,
  now,
  operation,
  place,
  refundRequest,
  refundTerms,
  saleIn,
  tooSmall,
  viewer,
} from "./fixtures.ts";
import { record } from "./record.ts";
import type { Specimen } from "./specimens.tsx";
import { frame } from "./till-specimens.tsx";

const refuse = async () => ({ ok: false as const, problem: tooSmall });

const actions: SaleActions = {
  cancel: refuse,
  capture: refuse,
  release: refuse,
  refund: refuse,
  askRefund: refuse,
  refundByPin: refuse,
  approveByPin: refuse,
  approveRefund: refuse,
  declineRefund: refuse,
  withdrawRefund: refuse,
  setReference: refuse,
  ask: refuse,
  giveUp: refuse,
  sendAgain: refuse,
  closeOther: refuse,
  reauthorize: refuse,
  enterOrder: refuse,
};

/** A square grid of modules: the size and weight of a QR code, and nothing that could be scanned by accident. */
export const qrHref = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 29 29" shape-rendering="crispEdges">${Array.from(
    { length: 29 * 29 },
    (_, at) =>
      ((at * at * 31 + at * 17) % 97) % 2 === 0 &&
      `<rect x="${at % 29}" y="${Math.floor(at / 29)}" width="1" height="1"/>`,
  )
    .filter(Boolean)
    .join("")}</svg>`,
)}`;

const accepting: SaleActions = {
  ...actions,
  capture: async (input) => {
    record("capture", input);
    return { ok: true, value: { operationId: "op-capture", state: "sending" } };
  },
  refund: async (input) => {
    record("refund", input);
    return { ok: true, value: { operationId: "op-refund", state: "sending" } };
  },
};

const losing: SaleActions = {
  ...actions,
  capture: async (input) => {
    record("capture", input);
    throw new Error("the connection is lost");
  },
};

function screen(sale: SaleView, by: SaleViewer = viewer, act: SaleActions = actions) {
  return frame(
    <SaleScreen
      sale={sale}
      history={history}
      viewer={by}
      refundTerms={refundTerms}
      now={now}
      {...place}
      qrHref={qrHref}
      newSaleHref="/design?c=till"
      actions={act}
    />,
  );
}

const byStatus: Specimen[] = saleStatuses.map((status) => ({
  name: `sale-${status}`,
  draw: () => screen(saleIn(status)),
}));

const underWay: Specimen[] = movingKinds.flatMap((kind) =>
  (["sending", "unconfirmed"] as const).map((state) => ({
    name: `sale-${kind}-${state}`,
    draw: () =>
      screen(
        saleIn(kind === "refund" ? "captured" : "authorized", {
          openOperation: operation(kind, state, 8450),
        }),
      ),
  })),
);

export const saleSpecimens: Specimen[] = [
  ...byStatus,
  ...underWay,
  {
    name: "sale-cancel_checkout-unconfirmed",
    draw: () =>
      screen(saleIn("link_sent", { openOperation: operation("cancel_checkout", "unconfirmed", null) })),
  },
  {
    name: "sale-urgent",
    draw: () =>
      screen(
        saleIn("authorized", { authorizationExpiresAt: new Date(now.getTime() + 190_000).toISOString() }),
      ),
  },
  {
    name: "sale-refused",
    draw: () =>
      screen(
        saleIn("authorized", { refusal: { kind: "capture", at: now.toISOString(), problem: tooSmall } }),
      ),
  },
  { name: "sale-accepting", draw: () => screen(saleIn("authorized"), viewer, accepting) },
  { name: "sale-refunding", draw: () => screen(saleIn("partially_refunded"), viewer, accepting) },
  { name: "sale-losing", draw: () => screen(saleIn("authorized"), viewer, losing) },
  {
    name: "sale-refund-asked",
    draw: () => screen(saleIn("captured", { refundRequest }), limitedViewer),
  },
  { name: "sale-refund-to-decide", draw: () => screen(saleIn("captured", { refundRequest })) },
  { name: "sale-limited", draw: () => screen(saleIn("captured"), limitedViewer) },
];
