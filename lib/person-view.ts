import type { StaffRole } from "./people.ts";

/** A member of staff as a manager's screens show them. Of stores only those whose staff the viewer manages. */
export type PersonView = {
  personId: string;
  name: string;
  signInName: string;
  isOwner: boolean;
  /** It is the viewer's own. */
  isSelf: boolean;
  isDisabled: boolean;
  hasSecondFactor: boolean;
  hasPin: boolean;
  /** Wrong PINs have shut it for a while, on a tablet or to a colleague. */
  isPinShut: boolean;
  /** Until when a temporary password can be used to choose one's own; null for who has chosen. */
  temporaryUntil: string | null;
  /** On how many browsers they are signed in, and when they last did something there. */
  sessions: number;
  lastSeenAt: string | null;
  roles: { storeId: string; storeName: string; role: StaffRole | null }[];
  /** In what the times of what they do are told: that of the first of these stores that is theirs. */
  timeZone: string;
  /** Works in another store, too. */
  worksElsewhere: boolean;
  /** The viewer may rename, reset, sign out and disable them. */
  mayBeManaged: boolean;
};
