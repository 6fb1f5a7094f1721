const second = 1000;
const minute = 60 * second;

/**
 * How many orders a process asks for by itself in a second. 1,000 open checkouts at 50 s each take 20; the rest is for those
 * that screens show.
 */
export const mostAsksASecond = 25;
/** They are spread over the second: so long is the part of it that is looked at. */
const partMs = second / 4;

/** After Sezzle turned an ask away: how fast the rate comes back, and after how long it is forgotten how often that was. */
const recoveryMs = 10 * second;
const forgottenAfterMs = 10 * minute;
/** Without a `Retry-After` the first pause is this long, and each further one twice as long as the one before. */
const firstPauseMs = 2 * second;
const longestOwnPauseMs = 5 * minute;
/** Sezzle may ask for more than this, but an order's checkout lives no longer. */
const longestPauseMs = 60 * minute;

/** For so long a process that met another one at its work leaves half of the budget to it. */
const sharingMs = 30 * second;

/**
 * How many asks one process may make of its own accord. Never more than `mostAsksASecond` in any second; fewer for a while after Sezzle
 * turned one away (429), and half of it beside another process on the same database.
 */
export class AskBudget {
  #rate = mostAsksASecond;
  #ratedAt = 0;
  #asks: number[] = [];
  #refusals = 0;
  #quietUntil = Number.NEGATIVE_INFINITY;
  #metAt = Number.NEGATIVE_INFINITY;

  /** How many asks may go out now. `now` never goes back: milliseconds of any clock. */
  places(now: number): number {
    if (now < this.#quietUntil) return 0;
    this.#asks = this.#asks.filter((at) => now - at < second);
    const recovered = Math.floor((now - this.#ratedAt) / recoveryMs);
    if (recovered > 0) {
      this.#rate = Math.min(mostAsksASecond, this.#rate + recovered);
      this.#ratedAt += recovered * recoveryMs;
    }
    const rate = now - this.#metAt < sharingMs ? Math.max(1, Math.floor(this.#rate / 2)) : this.#rate;
    const lately = this.#asks.filter((at) => now - at < partMs).length;
    const inPart = Math.ceil((rate * partMs) / second) - lately;
    return Math.max(0, Math.min(rate - this.#asks.length, inPart));
  }

  /** Counts an ask that goes out now. */
  spend(now: number): void {
    this.#asks.push(now);
  }

  /**
   * Sezzle turned an ask away as one too many. Returns for how long to be quiet: as long as Sezzle asks for, and longer each time it
   * happens again. Afterwards half as much is asked for, and more again as time passes. Asks that were under way together
   * are one refusal.
   */
  turnedAway(now: number, retryAfterMs = 0): number {
    const isNew = now >= this.#quietUntil;
    if (now - this.#quietUntil > forgottenAfterMs) this.#refusals = 0;
    const ownMs = isNew
      ? Math.min(longestOwnPauseMs, firstPauseMs * 2 ** Math.min(this.#refusals, 10))
      : this.#quietUntil - now;
    const pauseMs = Math.min(longestPauseMs, Math.max(ownMs, retryAfterMs));
    if (isNew) {
      this.#refusals += 1;
      this.#rate = Math.max(1, Math.floor(this.#rate / 2));
    }
    this.#quietUntil = now + pauseMs;
    this.#ratedAt = this.#quietUntil;
    return pauseMs;
  }

  /** Another process on the same database was faster with an order. */
  metAnother(now: number): void {
    this.#metAt = now;
  }
}

/** After so many urgent asks in a row one of the others gets its turn, however many urgent ones there are. */
const urgentInARow = 3;

/** Which asks take the places there are: urgent ones first, but never all of them while others are due. */
export class AskTurns {
  #urgent = 0;

  /** Both lists longest due first. */
  choose<Ask>(urgent: Ask[], others: Ask[], places: number): Ask[] {
    const chosen: Ask[] = [];
    let [u, o] = [0, 0];
    while (chosen.length < places) {
      const isOthersTurn = o < others.length && (u >= urgent.length || this.#urgent >= urgentInARow);
      const next = isOthersTurn ? others[o++] : urgent[u++];
      if (next === undefined) break;
      this.#urgent = isOthersTurn ? 0 : this.#urgent + 1;
      chosen.push(next);
    }
    return chosen;
  }
}
