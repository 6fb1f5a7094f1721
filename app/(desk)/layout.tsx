import type { ReactNode } from "react";
import { approveRefund, declineRefund } from "#app/till/sales/[saleId]/refund-actions.ts";
import type { DeskPlace } from "#components/desk/desk-frame.tsx";
import { wordsIn } from "#lib/language.ts";
import type { Right } from "#lib/people.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { requireViewer } from "#lib/server/auth/session.ts";
import { mayAnywhere } from "#lib/server/auth/viewer.ts";
import { env } from "#lib/server/env.ts";
import { loadGatewayDownSince } from "#lib/server/gateway-health.ts";
import { livePosition } from "#lib/server/live/hub.ts";
import { loadAsked } from "#lib/server/refunds/load.ts";
import { loadRunningOut } from "#lib/server/sales/running-out.ts";
import { loadOpenTablet } from "#lib/server/tablets/face.ts";
import { deskWords } from "#lib/words/desk-words.ts";
import { modeBanner } from "#lib/words/mode-words.ts";
import { Desk } from "./desk.tsx";

export const dynamic = "force-dynamic";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  const { stores } = viewer;
  const locale = await currentLocale();
  const may = (right: Right, place: DeskPlace) => (mayAnywhere(viewer, right) ? [place] : []);
  const places: DeskPlace[] = [
    ...may("today.see", { place: "today", href: "/today" }),
    { place: "till", href: "/till" },
    { place: "orders", href: "/orders" },
    ...may("day.close", { place: "days", href: "/days" }),
    ...may("payouts.work", { place: "payouts", href: "/payouts" }),
    ...may("disputes.see", { place: "disputes", href: "/disputes" }),
    ...may("people.manage", { place: "people", href: "/people" }),
    ...may("store.see", { place: "stores", href: "/stores" }),
    ...may("contact.erase", { place: "shoppers", href: "/shoppers" }),
    ...may("shop.operate", { place: "operator", href: "/operator" }),
    { place: "account", href: "/account" },
  ];
  const [first] = stores;
  const since = await livePosition();
  return (
    <Desk
      person={{ id: viewer.personId, name: viewer.name, role: first?.role ?? null }}
      placeName={
        stores.length === 1 && first ? first.store.name : wordsIn(deskWords, locale).storesOf(stores.length)
      }
      tablet={await loadOpenTablet(viewer)}
      timeZone={first?.store.timeZone ?? "UTC"}
      locale={locale}
      banner={modeBanner(env().mode, locale)}
      places={places}
      since={since}
      serverNow={Date.now()}
      stores={stores.map(({ store: { id, name, locale } }) => ({ id, name, locale }))}
      approved={await loadRunningOut(viewer)}
      refunds={{ ...(await loadAsked(viewer)), actions: { approveRefund, declineRefund } }}
      gatewayDownSince={await loadGatewayDownSince()}
    >
      {children}
    </Desk>
  );
}
