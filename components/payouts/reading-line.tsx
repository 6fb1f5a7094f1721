import { TriangleAlert } from "lucide-react";
import { useWords } from "#components/ui/language.tsx";
import type { PayoutReadingView } from "#lib/payout-view.ts";
import { payoutTroubleWords } from "#lib/words/payout-trouble-words.ts";
import { payoutWords } from "#lib/words/payout-words.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";

export type ReadingLineProps = { reading: PayoutReadingView; now: Date; place: Place };

/** When the payouts were last read from Sezzle, when they will be again, and what went wrong meanwhile. */
export function ReadingLine({ reading, now, place }: ReadingLineProps) {
  const words = useWords(payoutWords);
  const at = (iso: string) => timeOrDay(new Date(iso), now, place);
  const { isReading, readAt, nextReadAt, problem } = reading;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-label text-soft">
        {isReading ? words.reading : readAt ? words.read(at(readAt)) : words.notRead}
        {!isReading && nextReadAt ? words.next(at(nextReadAt)) : null}
      </p>
      {problem && !isReading ? (
        <p className="flex items-start gap-3 rounded-card bg-attention-wash p-4 text-body text-attention">
          <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
          <span>
            <span className="block font-semibold">
              {words.lastFailed} {payoutTroubleWords(problem, place.locale)}
            </span>
            <span className="block text-ink">{words.fromBefore}</span>
          </span>
        </p>
      ) : null}
    </div>
  );
}
