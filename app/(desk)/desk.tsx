"use client";

import { useParams, usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect } from "react";
import { type RefundDecisions, useRefundDecisions } from "#app/sale-actions.ts";
import { type TabletProps, useTabletLock } from "#app/tablet/use-tablet-lock.tsx";
import { DeskFrame, type DeskPlace } from "#components/desk/desk-frame.tsx";
import {
  EverySecond,
  LiveProvider,
  useGatewayDownSince,
  useLive,
  useLiveSales,
  useServerNow,
} from "#components/live/live-provider.tsx";
import { LiveTopBar } from "#components/live/live-top-bar.tsx";
import { useHere } from "#components/live/use-here.ts";
import type { NoticeStore } from "#components/notices/expiry-notice.tsx";
import { NoticeSpeaker, Notices, type NoticesProps } from "#components/notices/notices.tsx";
import { useAskedRefunds } from "#components/refunds/use-asked-refunds.tsx";
import { SignedOutPage } from "#components/shell/message-page.tsx";
import { signOut } from "#components/shell/sign-out.ts";
import { useWords } from "#components/ui/language.tsx";
import { expiryWarnings, longestGivenMs } from "#lib/expiry-warning.ts";
import type { Role } from "#lib/people.ts";
import type { SaleView } from "#lib/sale-view.ts";
import { deskWords } from "#lib/words/desk-words.ts";
import { personRole } from "#lib/words/role-words.ts";

type DeskProps = {
  person: { id: string; name: string; role: Role | null };
  placeName: string;
  /** Null on a browser that is no paired tablet. */
  tablet: TabletProps | null;
  timeZone: string;
  locale: string;
  banner: string | null;
  places: DeskPlace[];
  since: number;
  serverNow: number;
  stores: NoticeStore[];
  /** What is approved and not captured in these stores, and runs out within hours. */
  approved: SaleView[];
  /** The sales on which a refund waits for this person, and the stores in which they may decide. */
  refunds: { asked: SaleView[]; storeIds: string[]; actions: RefundDecisions };
  gatewayDownSince: string | null;
  children: ReactNode;
};

/** The desk around its pages: who, where to go, and whether what is seen is live. */
export function Desk(props: DeskProps) {
  const router = useRouter();
  return (
    <LiveProvider
      personId={props.person.id}
      sessionId={props.tablet?.sessionId}
      since={props.since}
      serverNow={props.serverNow}
      onReset={() => router.refresh()}
    >
      <LiveDesk {...props} />
    </LiveProvider>
  );
}

/** Whoever goes from page to page never loads what is around them: what runs out later would not be warned of. */
function RefreshWhenOld({ loadedAt }: { loadedAt: number }) {
  const router = useRouter();
  const now = useServerNow();
  // A page that is asked for while nobody answers would be gone.
  const isLive = useLive((it) => it.connection === "live");
  const timesOld = Math.floor((now.getTime() - loadedAt) / longestGivenMs);
  useEffect(() => {
    if (timesOld > 0 && isLive) router.refresh();
  }, [timesOld, isLive, router]);
  return null;
}

function LiveDesk({ person, placeName, tablet, timeZone, locale, banner, places, ...props }: DeskProps) {
  const words = useWords(deskWords);
  const isSignedOut = useLive((it) => it.connection === "signed_out");
  const { saleId } = useParams<{ saleId?: string }>();
  // That page tells the same among all that needs somebody.
  const pathname = usePathname();
  const isOfOneStore = useSearchParams().has("store");
  const isTold = pathname === "/today" && !isOfOneStore;
  const sales = useLiveSales(props.approved, ...props.stores.map((it) => it.id));
  const gatewayDownSince = useGatewayDownSince(props.gatewayDownSince);
  const actions = useRefundDecisions(props.refunds.actions, person.id);
  const refunds = useAskedRefunds({ ...props.refunds, personId: person.id, actions });
  useHere();
  const lock = useTabletLock({ tablet, personId: person.id, isSignedOut, otherwise: "/till" });
  if (isSignedOut && !tablet) return <SignedOutPage />;
  const noticesAt = (now: Date): NoticesProps => ({
    gatewayDownSince,
    refunds: { ...refunds, asked: refunds.asked.filter((it) => it.saleId !== saleId) },
    // The order that is open says itself how long it has left.
    warnings: expiryWarnings(sales, now).filter((it) => it.saleId !== saleId),
    now,
    timeZone,
    stores: props.stores,
    hrefOf: (id) => `/orders/${id}`,
    allHref: "/orders?status=approved",
  });
  return (
    <>
      <RefreshWhenOld loadedAt={props.serverNow} />
      <EverySecond>{(now) => <NoticeSpeaker {...noticesAt(now)} />}</EverySecond>
      <DeskFrame
        places={places}
        notices={isTold ? null : <EverySecond>{(now) => <Notices {...noticesAt(now)} />}</EverySecond>}
        top={
          <LiveTopBar
            storeName={placeName}
            registerName={null}
            personName={person.name}
            roleWord={personRole(person.role, locale)}
            banner={banner}
            timeZone={timeZone}
            homeHref={places[0]?.href === "/today" ? "/today" : "/orders"}
            menu={[
              ...lock.menu,
              { label: words.places.account, href: "/account" },
              { label: words.signOut, onSelect: () => void signOut() },
            ]}
          />
        }
      >
        {props.children}
      </DeskFrame>
      {refunds.sheet}
      {lock.screen}
    </>
  );
}
