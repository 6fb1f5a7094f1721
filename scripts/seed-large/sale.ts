import { localDate } from "#lib/business-day.ts";
import { saleNumber } from "#lib/reference.ts";
import type { Random } from "./random.ts";
import type { LargeStore } from "./shop.ts";
import { Story } from "./story.ts";

const minute = 60_000;
const day = 24 * 60 * minute;

/** What becomes of sales, and how often in a thousand. */
const outcomes = [
  ["paid", 700],
  ["paid in part", 30],
  ["refunded", 40],
  ["refunded in part", 35],
  ["refunded elsewhere", 15],
  ["denied", 45],
  ["run out", 60],
  ["cancelled", 30],
  ["sent again", 20],
  ["not sent", 8],
  ["released", 9],
  ["never captured", 8],
] as const;

const reasons = ["Returned goods", "Price adjustment", "Mistake"];

/** Tells one sale from its start, as far as it has come by now. `taken` holds the numbers of the day. */
export function tellSale(random: Random, place: LargeStore, at: Date, now: Date, taken: Set<string>): Story {
  const { store } = place;
  // Most sales are small; some are a hundred times as much.
  const cents = Math.round(2_000 * 90 ** (random.next() * random.next()));
  const amountCents = Math.min(store.maxCents, Math.max(store.minCents, cents));
  const receiptNumber = random.isOneIn(3) ? `R-${random.int(10_000, 99_999)}` : null;
  const number = freeNumber(random, store.code, localDate(at, store.timeZone), taken);
  const story = new Story({ random, place, number, amountCents, receiptNumber, at });
  const ageMs = now.getTime() - at.getTime();
  if (ageMs < 20 * minute) {
    story.send();
    return story;
  }
  const outcome = random.weighted(outcomes);
  if (outcome === "not sent") {
    story.refuseLink();
    return story;
  }
  story.send();
  // What is too young to have come to an end is approved by now, and waits.
  if (ageMs < 90 * minute) story.approve();
  else goOn(story, outcome, random, now);
  return story;
}

function goOn(story: Story, outcome: (typeof outcomes)[number][0], random: Random, now: Date): void {
  switch (outcome) {
    case "denied":
      story.deny();
      return;
    case "run out":
      story.letExpire();
      return;
    case "cancelled":
      story.cancel();
      return;
    case "sent again":
      story.cancel();
      story.sendAnother();
  }
  story.approve();
  const { amountCents, createdAt } = story.rows.sale;
  const isRecent = now.getTime() - createdAt.getTime() < 6 * day;
  // Of what was approved within days some waits to be captured yet, and now and then an answer was lost.
  if (isRecent && random.isOneIn(200)) story.loseCapture(amountCents);
  else if (!isRecent || (outcome !== "never captured" && !random.isOneIn(12)))
    take(story, outcome, random, now);
}

function take(story: Story, outcome: (typeof outcomes)[number][0], random: Random, now: Date): void {
  const { amountCents } = story.rows.sale;
  if (outcome === "never captured") {
    story.moveElsewhere("release", amountCents, story.approvalEndsAt);
  } else if (outcome === "released") {
    story.move("release", amountCents, 5 * minute);
  } else if (outcome === "paid in part") {
    const part = Math.max(1, Math.round(amountCents * (0.3 + random.next() * 0.5)));
    story.move("capture", part, 4 * minute);
    if (part < amountCents) story.move("release", amountCents - part, minute);
  } else {
    story.move("capture", amountCents, random.int(1, 10) * minute);
    bringBack(story, outcome, random, now);
  }
}

/** Goods come back days later, unless that is still to come. */
function bringBack(story: Story, outcome: (typeof outcomes)[number][0], random: Random, now: Date): void {
  const { amountCents } = story.rows.sale;
  const at = new Date(story.at.getTime() + random.int(1, 20) * day + random.int(0, 300) * minute);
  if (at >= now) return;
  const half = Math.max(1, Math.round(amountCents / 2));
  if (outcome === "refunded elsewhere") story.moveElsewhere("refund", half, at);
  if (outcome !== "refunded" && outcome !== "refunded in part") return;
  const cents = outcome === "refunded" ? amountCents : half;
  story.move("refund", cents, at.getTime() - story.at.getTime(), random.of(reasons));
}

function freeNumber(random: Random, code: string, date: string, taken: Set<string>): string {
  for (;;) {
    const number = saleNumber(code, date, random.bytes(5));
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}
