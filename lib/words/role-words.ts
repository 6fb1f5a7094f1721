import { defineWords, wordsIn } from "../language.ts";
import type { Role } from "../people.ts";

const roleWords = defineWords<Record<Role, string> & { none: string }>({
  en: { cashier: "Cashier", manager: "Manager", owner: "Owner", none: "No store" },
  fr: { cashier: "Caissier", manager: "Gérant", owner: "Propriétaire", none: "Aucun magasin" },
});

/** A role as it is written beside a name; somebody without any has no store yet. */
export function personRole(role: Role | null, locale: string): string {
  return wordsIn(roleWords, locale)[role ?? "none"];
}
