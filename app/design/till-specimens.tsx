"use client";

import type { ReactNode } from "react";
import { NoticeLine, Notices, type NoticesProps } from "#components/notices/notices.tsx";
import { TopBar, type TopBarProps } from "#components/shell/top-bar.tsx";
import { NewSale, type NewSaleProps } from "#components/till/new-sale.tsx";
import { countSales, SaleList, type SaleListProps } from "#components/till/sale-list.tsx";
import { SideSheet } from "#components/till/side-sheet.tsx";
import { TillFrame } from "#components/till/till-frame.tsx";
import { clockWarning } from "#lib/words/connection-words.ts";
import { now, place, sales, store, tooSmall } from "./fixtures.ts";
import { record } from "./record.ts";
import type { Specimen } from "./specimens.tsx";

const bar: TopBarProps = {
  storeName: "Maple St",
  registerName: "Register 2",
  personName: "Cashier 2",
  roleWord: "Cashier",
  connection: "live",
  lastHeardAt: new Date(now.getTime() - 1000),
  banner: "Sandbox: no real money moves",
  menu: [{ label: "Change register", href: "/design" }, { label: "Sign out" }],
  timeZone: place.timeZone,
};

const list: SaleListProps = {
  sales,
  now,
  timeZone: place.timeZone,
  hrefOf: (saleId) => `/design?c=sale-authorized&s=${saleId}`,
  state: "ready",
  allSalesHref: "/design",
};

const refused: NewSaleProps["onSend"] = async (input) => {
  record("send", input);
  return { ok: false, problem: tooSmall };
};
const lost: NewSaleProps["onSend"] = async (input) => {
  record("send", input);
  throw new Error("the connection is lost");
};
const sent: NewSaleProps["onSend"] = async (input) => {
  record("send", input);
  return { ok: true, value: { saleId: "s-link_sent" } };
};
const never: NewSaleProps["onSend"] = (input) => {
  record("send", input);
  return new Promise(() => {});
};

export function newSale(initial: NewSaleProps["initial"], onSend: NewSaleProps["onSend"]) {
  return <NewSale store={store} keptFor="p1" onSend={onSend} onSent={() => {}} initial={initial} />;
}

/** The till around a specimen, with the list beside it. */
export function frame(
  main: ReactNode,
  barChange: Partial<TopBarProps> = {},
  listChange: Partial<SaleListProps> = {},
  notices: NoticesProps | null = null,
): ReactNode {
  const shown = { ...list, ...listChange };
  return (
    <TillFrame
      top={<TopBar {...bar} {...barChange} />}
      side={
        <SideSheet
          {...countSales(shown.sales, now)}
          notices={notices ? <Notices {...notices} /> : null}
          noticeLine={notices ? <NoticeLine {...notices} /> : null}
        >
          <SaleList {...shown} />
        </SideSheet>
      }
    >
      {main}
    </TillFrame>
  );
}

const filled = { amountCents: 8450, contact: "(612) 555-0147" };

export const tillSpecimens: Specimen[] = [
  { name: "till", draw: () => frame(newSale({}, refused)) },
  { name: "till-amount", draw: () => frame(newSale({ amountCents: 8450 }, refused), { banner: null }) },
  { name: "till-ready", draw: () => frame(newSale(filled, never)) },
  { name: "till-refused", draw: () => frame(newSale(filled, refused)) },
  { name: "till-lost", draw: () => frame(newSale(filled, lost)) },
  { name: "till-sent", draw: () => frame(newSale(filled, sent)) },
  {
    name: "till-email",
    draw: () =>
      frame(
        newSale(
          { amountCents: 108_450, contact: "ada@example.com", kind: "email", shopperName: "Ada" },
          refused,
        ),
      ),
  },
  { name: "till-too-much", draw: () => frame(newSale({ amountCents: 1_234_567 }, refused)) },
  { name: "till-stale", draw: () => frame(newSale(filled, refused), { connection: "stale" }) },
  { name: "till-checking", draw: () => frame(newSale(filled, refused), { connection: "checking" }) },
  {
    name: "till-clock-off",
    draw: () => frame(newSale(filled, refused), { note: clockWarning(300_000, place.locale) }),
  },
  {
    name: "till-canada",
    draw: () =>
      frame(
        <NewSale
          store={{ ...store, country: "CA", currency: "CAD", locale: "fr-CA" }}
          keptFor="p1"
          onSend={refused}
          onSent={() => {}}
          initial={{ amountCents: 8450, contact: "(416) 555-0147" }}
        />,
      ),
  },
  { name: "till-signed-out", draw: () => frame(newSale({}, refused), { connection: "signed_out" }) },
  {
    name: "till-empty",
    draw: () => frame(newSale({}, refused), { connection: "connecting" }, { sales: [] }),
  },
  { name: "till-loading", draw: () => frame(newSale({}, refused), {}, { sales: [], state: "loading" }) },
  { name: "till-error", draw: () => frame(newSale({}, refused), {}, { state: "error" }) },
];
