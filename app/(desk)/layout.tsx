import type { ReactNode } from "react";
import { approveRefund, declineRefund } from "#app/till/sales/[saleId]/refund-actions.ts";
import type { DeskPlace } from "#components/desk/desk-frame.tsx";
import type { Right } from "#lib/people.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { mayAnywhere } from "#lib/server/auth/viewer.ts";
import { env } from "#lib/server/env.ts";
import { loadGatewayDownSince } from "#lib/server/gateway-health.ts";
import { livePosition } from "#lib/server/live/hub.ts";
import { loadAsked } from "#lib/server/refunds/load.ts";
import { loadApproved } from "#lib/server/sales/approved.ts";
import { modeBanner } from "#lib/words/mode-words.ts";
import { Desk } from "./desk.tsx";

export const dynamic = "force-dynamic";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const { stores } = viewer;
  const may = (right: Right, place: DeskPlace) => (mayAnywhere(viewer, right) ? [place] : []);
  const places: DeskPlace[] = [
    ...may("today.see", { icon: "today", label: "Today", href: "/today" }),
    { icon: "till", label: "Till", href: "/till" },
    { icon: "orders", label: "Orders", href: "/orders" },
    ...may("day.close", { icon: "days", label: "Day close", href: "/days" }),
    ...may("payouts.work", { icon: "payouts", label: "Payouts", href: "/payouts" }),
    ...may("disputes.see", { icon: "disputes", label: "Disputes", href: "/disputes" }),
    ...may("people.manage", { icon: "people", label: "People", href: "/people" }),
    ...may("store.see", { icon: "stores", label: "Stores", href: "/stores" }),
    ...may("contact.erase", { icon: "shoppers", label: "Data rights", href: "/shoppers" }),
    ...may("shop.operate", { icon: "operator", label: "Operator", href: "/operator" }),
    { icon: "account", label: "Account", href: "/account" },
  ];
  const [first] = stores;
  const since = await livePosition();
  return (
    <Desk
      person={{ id: viewer.personId, name: viewer.name, role: first?.role ?? null }}
      placeName={stores.length === 1 && first ? first.store.name : `${stores.length} stores`}
      timeZone={first?.store.timeZone ?? "UTC"}
      locale={first?.store.locale ?? "en-US"}
      banner={modeBanner(env().mode)}
      places={places}
      since={since}
      serverNow={Date.now()}
      stores={stores.map(({ store: { id, name, locale } }) => ({ id, name, locale }))}
      approved={await loadApproved(viewer)}
      refunds={{ ...(await loadAsked(viewer)), actions: { approveRefund, declineRefund } }}
      gatewayDownSince={await loadGatewayDownSince()}
    >
      {children}
    </Desk>
  );
}
