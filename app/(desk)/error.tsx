"use client";

import { RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";

/** What a page of the desk shows that could not be read; where to go stays beside it. */
export default function DeskError({ reset }: { reset: () => void }) {
  return (
    <div role="alert" className="mx-auto flex max-w-140 flex-col items-center gap-3 px-6 py-20 text-center">
      <h1 className="text-title font-semibold">This page could not be read</h1>
      <p className="text-body text-soft">
        No payment is affected: what was asked of Sezzle goes on. Try again in a moment.
      </p>
      <Button variant="primary" icon={<RotateCw aria-hidden size={18} />} onClick={reset}>
        Try again
      </Button>
    </div>
  );
}
