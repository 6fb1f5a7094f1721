import {
  Check,
  CircleCheckBig,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  Clock,
  type LucideIcon,
  TriangleAlert,
} from "lucide-react";
import type { Tone } from "#lib/words/status-words.ts";

export type ToneLook = {
  icon: LucideIcon;
  /** Text and icon colour on the tone's wash. */
  onWash: string;
  wash: string;
  /** Text colour on paper and cards. */
  text: string;
};

/** How each tone looks: colours always with an icon, and the not confirmed one hatched as well. */
export const toneLook: Record<Tone, ToneLook> = {
  waiting: { icon: Clock, onWash: "text-waiting", wash: "bg-waiting-wash", text: "text-waiting" },
  approved: { icon: Check, onWash: "text-approved", wash: "bg-approved-wash", text: "text-approved" },
  paid: { icon: CircleCheckBig, onWash: "text-paid", wash: "bg-paid-wash", text: "text-approved" },
  attention: {
    icon: TriangleAlert,
    onWash: "text-attention",
    wash: "bg-attention-wash",
    text: "text-attention",
  },
  idle: { icon: CircleSlash, onWash: "text-idle", wash: "bg-idle-wash", text: "text-soft" },
  refused: { icon: CircleX, onWash: "text-refused", wash: "bg-refused-wash", text: "text-refused" },
  unconfirmed: {
    icon: CircleQuestionMark,
    onWash: "text-unconfirmed",
    wash: "hatched",
    text: "text-unconfirmed",
  },
};
