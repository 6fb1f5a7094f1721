"use client";

import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import type { ReactNode } from "react";
import { DeskFrame, type DeskPlace } from "#components/desk/desk-frame.tsx";
import { LiveProvider, useLive, useServerNow } from "#components/live/live-provider.tsx";
import { useHere } from "#components/live/use-here.ts";
import { SignedOutPage } from "#components/shell/message-page.tsx";
import { TopBar } from "#components/shell/top-bar.tsx";
import type { Role } from "#lib/people.ts";
import { personRole } from "#lib/words/people-words.ts";

type DeskProps = {
  person: { id: string; name: string; role: Role | null };
  placeName: string;
  timeZone: string;
  locale: string;
  banner: string | null;
  places: DeskPlace[];
  since: number;
  serverNow: number;
  children: ReactNode;
};

/** The desk around its pages: who, where to go, and whether what is seen is live. */
export function Desk(props: DeskProps) {
  const router = useRouter();
  return (
    <LiveProvider
      personId={props.person.id}
      since={props.since}
      serverNow={props.serverNow}
      onReset={() => router.refresh()}
    >
      <LiveDesk {...props} />
    </LiveProvider>
  );
}

function LiveDesk({ person, placeName, timeZone, locale, banner, places, children }: DeskProps) {
  const { connection, lastHeardAt } = useLive();
  const now = useServerNow();
  useHere();
  if (connection === "signed_out") return <SignedOutPage />;
  return (
    <DeskFrame
      places={places}
      top={
        <TopBar
          storeName={placeName}
          registerName={null}
          personName={person.name}
          roleWord={personRole(person.role)}
          connection={connection}
          lastHeardAt={lastHeardAt === null ? null : new Date(lastHeardAt)}
          now={now}
          banner={banner}
          timeZone={timeZone}
          locale={locale}
          homeHref="/orders"
          menu={[
            { label: "Account", href: "/account" },
            { label: "Sign out", onSelect: () => void signOut({ callbackUrl: "/sign-in" }) },
          ]}
        />
      }
    >
      {children}
    </DeskFrame>
  );
}
