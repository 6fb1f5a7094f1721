"use client";

import { useLive } from "#components/live/live-provider.tsx";
import { TopBar, type TopBarProps } from "#components/shell/top-bar.tsx";

/** The top bar of a page that is live. It listens by itself: that the server was heard of changes nothing else on the page. */
export function LiveTopBar(props: Omit<TopBarProps, "connection" | "lastHeardAt">) {
  const connection = useLive((it) => it.connection);
  // Told of only where it was long ago.
  const lastHeardAt = useLive((it) => (it.connection === "stale" ? it.lastHeardAt : null));
  return (
    <TopBar
      {...props}
      connection={connection}
      lastHeardAt={lastHeardAt === null ? null : new Date(lastHeardAt)}
    />
  );
}
