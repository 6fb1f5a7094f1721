"use client";

import { ArrowUp, Plus, X } from "lucide-react";
import type { Draft } from "#components/stores/setting-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { useWords } from "#components/ui/language.tsx";
import { longestReason, mostReasons } from "#lib/store-settings.ts";
import { storeFormWords } from "#lib/words/store-form-words.ts";

const iconButton =
  "grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken disabled:text-faint disabled:opacity-50";

/** The reasons a refund can be given by one touch, in their order; each is changed where it stands. */
export function ReasonsField({ draft: { values, set, errorOf } }: { draft: Draft }) {
  const words = useWords(storeFormWords).reasons;
  const reasons = values.refundReasons;
  const put = (refundReasons: string[]) => set({ refundReasons });
  const error = errorOf("refundReasons");
  return (
    <div className="flex flex-col gap-2">
      <ol aria-label={words.list} className="flex flex-col gap-2">
        {reasons.map((reason, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a reason has no name but what is being typed; its place is what it is
          <li key={index} className="flex items-end gap-1">
            <Field
              label={words.reason(index + 1)}
              value={reason}
              maxLength={longestReason}
              className="min-w-0 flex-1"
              onChange={(event) => put(reasons.with(index, event.currentTarget.value))}
              aria-invalid={error && reason.trim() === "" ? true : undefined}
            />
            <button
              type="button"
              aria-label={words.moveUp(index + 1)}
              disabled={index === 0}
              onClick={() => put(reasons.with(index - 1, reason).with(index, reasons[index - 1] ?? ""))}
              className={`${iconButton} mb-1.5`}
            >
              <ArrowUp aria-hidden size={20} />
            </button>
            <button
              type="button"
              aria-label={words.remove(index + 1)}
              disabled={reasons.length === 1}
              onClick={() => put(reasons.toSpliced(index, 1))}
              className={`${iconButton} mb-1.5`}
            >
              <X aria-hidden size={20} />
            </button>
          </li>
        ))}
      </ol>
      {error ? (
        <p role="alert" className="text-label font-medium text-refused">
          {error}
        </p>
      ) : null}
      <p className="text-label text-faint">{words.other}</p>
      <Button
        size="desk"
        icon={<Plus aria-hidden size={18} />}
        soft={reasons.length >= mostReasons}
        onClick={() => (reasons.length < mostReasons ? put([...reasons, ""]) : undefined)}
        className="self-start"
      >
        {words.add}
      </Button>
    </div>
  );
}
