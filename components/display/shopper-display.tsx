import { toneLook } from "#components/ui/tone.ts";
import type { DisplayState, DisplayView } from "#lib/display.ts";
import { wordsIn } from "#lib/language.ts";
import { formatMoney } from "#lib/money.ts";
import { displayWords } from "#lib/words/display-words.ts";
import type { Tone } from "#lib/words/status-words.ts";

const tones: Record<DisplayState, Tone> = {
  scan: "waiting",
  wait: "waiting",
  approved: "approved",
  paid: "paid",
  part_paid: "attention",
  partly_refunded: "paid",
  refunded: "idle",
  not_charged: "idle",
};

/** The amount, the code to scan and the state, as large as the screen lets them be, and nothing else. */
export function ShopperDisplay({ view }: { view: DisplayView }) {
  const words = wordsIn(displayWords, view.locale);
  const { label, line } = words.states[view.state];
  const look = toneLook[tones[view.state]];
  const Icon = look.icon;
  const money = (cents: number) => formatMoney(cents, view.currency, view.locale);
  const isPaid = tones[view.state] === "paid";
  return (
    <div
      lang={view.locale}
      className={`grid min-h-dvh place-items-center p-6 pb-20 transition-colors ${view.state === "scan" || view.state === "wait" ? "bg-paper" : look.wash} ${isPaid ? "text-paid" : "text-ink"}`}
    >
      <div className="flex w-full max-w-240 flex-col items-center gap-8 text-center wide:flex-row wide:justify-center wide:gap-16 wide:text-left">
        {view.qrHref ? <Code key={view.qrHref} href={view.qrHref} name={words.qr} /> : null}
        <div
          className={`flex min-w-0 flex-col ${view.qrHref ? "items-center wide:items-start" : "items-center text-center"}`}
        >
          <p className={`text-body font-semibold ${isPaid ? "" : "text-soft"}`}>{words.toPay}</p>
          <p className="mt-1 text-hero font-semibold tracking-[-0.035em] whitespace-nowrap tabular-nums max-sm:text-[clamp(2.5rem,14vw,4.5rem)]">
            {money(view.amountCents)}
          </p>
          <div role="status" className="mt-6">
            <p
              className={`flex items-center justify-center gap-3 text-figure font-semibold text-balance ${view.qrHref ? "wide:justify-start" : ""} ${look.onWash}`}
            >
              <Icon aria-hidden size={36} strokeWidth={2.4} className="shrink-0" />
              {label}
            </p>
            {line ? (
              <p className="mt-3 max-w-120 text-title text-balance">
                {line({
                  amount: money(view.amountCents),
                  paid: money(view.capturedCents),
                  refunded: money(view.refundedCents),
                })}
              </p>
            ) : null}
          </div>
        </div>
      </div>
    </div>
  );
}

function Code({ href, name }: { href: string; name: string }) {
  return (
    // White in the dark as well: many phones read only dark on light. A plain img: the picture is made per sale.
    // biome-ignore lint/performance/noImgElement: an image optimizer has nothing to do for a generated code
    <img
      src={href}
      alt={name}
      width={360}
      height={360}
      className="size-[min(22.5rem,72vw,50dvh)] shrink-0 rounded-pad bg-white p-3 [image-rendering:pixelated]"
    />
  );
}
