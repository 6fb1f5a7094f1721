"use client";

import { RotateCw } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { noPageWords } from "#lib/words/desk-words.ts";

/** What a page of the desk shows that could not be read; where to go stays beside it. */
export default function DeskError({ reset }: { reset: () => void }) {
  const words = useWords(noPageWords);
  const router = useRouter();
  const [isTrying, startTrying] = useTransition();

  function tryAgain() {
    // Only together: `reset` alone would draw what failed once more, without asking the server again.
    startTrying(() => {
      router.refresh();
      reset();
    });
  }

  return (
    <div role="alert" className="mx-auto flex max-w-140 flex-col items-center gap-3 px-6 py-20 text-center">
      <h1 className="text-title font-semibold">{words.notRead}</h1>
      <p className="text-body text-soft">{words.notReadLine}</p>
      <Button
        variant="primary"
        icon={<RotateCw aria-hidden size={18} />}
        busy={isTrying}
        busyLabel={words.trying}
        onClick={tryAgain}
      >
        {words.tryAgain}
      </Button>
    </div>
  );
}
