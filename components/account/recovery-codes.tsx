"use client";

import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { useWords } from "#components/ui/language.tsx";
import { turnOnWords } from "#lib/words/second-factor-words.ts";

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const words = useWords(turnOnWords);
  return (
    <div className="flex flex-col gap-3">
      <p role="status" className="text-body font-semibold">
        {words.keepCodes}
      </p>
      <ul className="grid grid-cols-1 gap-x-6 gap-y-1 rounded-card bg-sunken p-4 font-mono text-body sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <p className="text-label text-soft">{words.onlyNow}</p>
      <div className="flex flex-wrap items-center gap-2">
        <Button variant="primary" size="desk" onClick={onKept}>
          {words.kept}
        </Button>
        <CopyButton text={codes.join("\n")} label={words.copyAll} />
      </div>
    </div>
  );
}
