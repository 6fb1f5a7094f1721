"use client";

import { DeskFrame } from "#components/desk/desk-frame.tsx";
import { Notices, type NoticesProps } from "#components/notices/notices.tsx";
import { StoresScreen } from "#components/stores/stores-screen.tsx";
import { expiryWarnings } from "#lib/expiry-warning.ts";
import { storeDefaults } from "#lib/store.ts";
import type { StoreView } from "#lib/store-view.ts";
import { now, place, refundRequest, saleIn, tooSmall } from "./fixtures.ts";
import type { Specimen } from "./specimens.tsx";
import { frame, newSale } from "./till-specimens.tsx";

const second = 1_000;

/** Approved sales that have so many seconds left. */
function leaving(...seconds: number[]): NoticesProps["warnings"] {
  const sales = seconds.map((left, index) =>
    saleIn("authorized", {
      saleId: `s-${left}`,
      amountCents: 4_620 + index * 1_900,
      authorizedCents: 4_620 + index * 1_900,
      sentTo: { kind: "sms", masked: `(•••) •••-${2290 + index}` },
      authorizationExpiresAt: new Date(now.getTime() + left * second).toISOString(),
    }),
  );
  return expiryWarnings(sales, now);
}

const none: NoticesProps = {
  gatewayDownSince: null,
  refunds: { asked: [], onDecide: () => {} },
  warnings: [],
  now,
  timeZone: place.timeZone,
  stores: [{ id: "st1", name: "Maple St" }],
  hrefOf: (saleId) => `/design?c=sale-authorized&s=${saleId}`,
  allHref: "/design",
};

const down = { ...none, gatewayDownSince: new Date(now.getTime() - 200 * second) };
const one = { ...none, warnings: leaving(299) };
const several = { ...none, warnings: leaving(120, 299, 420, 500, 580) };

const asked = [1, 2, 3, 4].map((it) =>
  saleIn("captured", {
    saleId: `s-asked-${it}`,
    number: `MAPLE-261122-7K3F${it}`,
    refundRequest: { ...refundRequest, requestId: `r${it}`, amountCents: 4_620 * it },
  }),
);
const asking = { ...none, refunds: { asked: asked.slice(0, 1), onDecide: () => {} } };
const manyAsking = { ...several, refunds: { asked, onDecide: () => {} } };

const refuse = async () => ({ ok: false as const, problem: tooSmall });

function till(notices: NoticesProps) {
  const form = newSale({ amountCents: 8450, contact: "(612) 555-0147" }, refuse);
  return frame(form, {}, {}, notices);
}

const stores: StoreView[] = [
  {
    id: "a",
    settings: {
      ...{ name: "Maple St", code: "MAPLE", currency: "USD", timeZone: "America/Chicago", locale: "en-US" },
      ...{ minCents: 100, maxCents: 250_000, checkoutTtlMs: 30 * 60_000, cashierRefundLimitCents: 20_000 },
      ...storeDefaults("en-US"),
    },
    registers: [
      { id: "1", name: "Register 1", isClosed: false, tablets: [] },
      { id: "2", name: "Register 2", isClosed: true, tablets: [] },
    ],
    hasSales: true,
  },
];

function desk(notices: NoticesProps) {
  return (
    <DeskFrame top={null} places={[{ place: "stores", href: "/design" }]} notices={<Notices {...notices} />}>
      <StoresScreen stores={stores} hrefOf={() => "/design"} add={refuse} />
    </DeskFrame>
  );
}

export const noticeSpecimens: Specimen[] = [
  { name: "notice-gateway-down", draw: () => till(down) },
  { name: "notice-expiry-one", draw: () => till(one) },
  { name: "notice-expiry-several", draw: () => till(several) },
  { name: "notice-all", draw: () => till({ ...several, gatewayDownSince: down.gatewayDownSince }) },
  { name: "notice-refund-till", draw: () => till(asking) },
  { name: "notice-refund-desk", draw: () => desk(asking) },
  { name: "notice-refunds-desk", draw: () => desk(manyAsking) },
  { name: "stores", draw: () => desk(none) },
  { name: "stores-notices", draw: () => desk({ ...one, gatewayDownSince: down.gatewayDownSince }) },
];
