"use client";

import { MessagePage } from "#components/shell/message-page.tsx";

/** What a page shows that could not be drawn. The money is not touched by it. */
export default function ErrorPage() {
  return (
    <MessagePage
      title="This page could not be shown"
      lines={["No payment is affected: what was asked of Sezzle goes on.", "Load the page again."]}
      action={{ label: "To the start", href: "/" }}
    />
  );
}
