import { TriangleAlert } from "lucide-react";
import type { PayoutReadingView } from "#lib/payout-view.ts";
import { type Place, timeOrDay } from "#lib/words/time-words.ts";

export type ReadingLineProps = { reading: PayoutReadingView; now: Date; place: Place };

/** When the payouts were last read from Sezzle, when they will be again, and what went wrong meanwhile. */
export function ReadingLine({ reading, now, place }: ReadingLineProps) {
  const at = (iso: string) => timeOrDay(new Date(iso), now, place);
  const { isReading, readAt, nextReadAt, problem } = reading;
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-label text-soft">
        {isReading
          ? "Reading from Sezzle… "
          : readAt
            ? `Read from Sezzle ${at(readAt)}. `
            : "Not read from Sezzle yet. "}
        {!isReading && nextReadAt ? `Next by itself ${at(nextReadAt)}.` : null}
      </p>
      {problem && !isReading ? (
        <p className="flex items-start gap-3 rounded-card bg-attention-wash p-4 text-body text-attention">
          <TriangleAlert aria-hidden size={20} className="mt-0.5 shrink-0" />
          <span>
            <span className="block font-semibold">The last reading did not work. {problem}</span>
            <span className="block text-ink">
              What is shown here is from before, and no money depends on it. The till goes on trying by
              itself.
            </span>
          </span>
        </p>
      ) : null}
    </div>
  );
}
