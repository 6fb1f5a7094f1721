import { type Locale, wordsIn } from "#lib/language.ts";
import { shopperPageWords } from "#lib/words/shopper-words.ts";

export type ShopperPageProps = { kind: "complete" | "cancelled"; shopName: string; locale: Locale };

/**
 * Where Sezzle brings the shopper back to: one sentence, the shop's name, a picture. It claims nothing about the
 * payment: anybody can open this address, and only Sezzle's order tells.
 */
export function ShopperPage({ kind, shopName, locale }: ShopperPageProps) {
  return (
    <main lang={locale} className="grid min-h-dvh place-items-center bg-paper p-6 text-center">
      <div className="flex max-w-96 flex-col items-center">
        {kind === "complete" ? <BagPicture /> : <DoorPicture />}
        <p className="mt-8 text-body font-semibold text-soft">{shopName}</p>
        <h1 className="mt-2 text-figure font-semibold tracking-[-0.02em] text-balance">
          {wordsIn(shopperPageWords, locale)[kind].sentence}
        </h1>
      </div>
    </main>
  );
}

const line = { strokeWidth: 3, strokeLinecap: "round", strokeLinejoin: "round" } as const;

/** A shopping bag with a tick. */
function BagPicture() {
  return (
    <svg aria-hidden="true" width="200" height="200" viewBox="0 0 200 200" fill="none">
      <circle cx="100" cy="100" r="92" className="fill-approved-wash" />
      <path
        d="M58 78h84l8 78a6 6 0 0 1-6 6.5H56a6 6 0 0 1-6-6.5l8-78Z"
        className="fill-card stroke-ink"
        {...line}
      />
      <path d="M78 90V66a22 22 0 0 1 44 0v24" className="stroke-ink" {...line} />
      <circle cx="138" cy="144" r="26" className="fill-approved stroke-approved-wash" strokeWidth="6" />
      <path d="m127 145 8 8 15-17" className="stroke-approved-wash" {...line} strokeWidth="5" />
    </svg>
  );
}

/** A bag set down beside an open door. */
function DoorPicture() {
  return (
    <svg aria-hidden="true" width="200" height="200" viewBox="0 0 200 200" fill="none">
      <circle cx="100" cy="100" r="92" className="fill-idle-wash" />
      <path d="M36 160h128" className="stroke-ink" {...line} />
      <path d="M84 160V46h56v114" className="fill-paper stroke-ink" {...line} />
      <path d="M84 46l34 14v116l-34-16V46Z" className="fill-card stroke-ink" {...line} />
      <circle cx="109" cy="112" r="3.5" className="fill-ink" />
      <path d="M44 128h28l3 32H41l3-32Z" className="fill-accent-wash stroke-ink" {...line} />
      <path d="M50 133v-8a8 8 0 0 1 16 0v8" className="stroke-ink" {...line} />
    </svg>
  );
}
