import { randomUUID } from "node:crypto";
import type { Contact } from "#db/queries/sales.ts";
import type { Random } from "./random.ts";

// Many shoppers have some of these names, and few the others, as it is with names.
const first =
  "Maria James Ada Grace Linda Robert Ana Michael Sarah David Emma Noah Olivia Liam Ava Lucas Mia Ethan Zoë André Chloé Mateo Priya Wei Fatima Omar Yuki Sofia Isaac Nora Hugo Clara Félix Inès Jonah Leila Marcus Nadia Oscar Petra Quinn Rosa Samir Tara Ugo Vera Wanda Xavier Yara Zane".split(
    " ",
  );
const last =
  "Smith Johnson Nguyen García Brown Lee Martin Tremblay Patel Kim Roy Gagnon Lovelace Hopper Wilson Singh Chen Lopez Davis Moore Clark Lewis Young Walker Hall Allen Wright King Scott Green Baker Adams Nelson Hill Rivera Campbell Mitchell Carter Roberts Bouchard Côté Fortin Lavoie Gauthier Morin Pelletier Bélanger Lévesque Bergeron Leblanc".split(
    " ",
  );
const areas = { US: ["612", "312", "213", "512", "651", "773"], CA: ["416", "647", "905", "437"] };

/** A shopper who may never have been there before. */
export function shopper(random: Random, country: "US" | "CA", createdAt: Date): Contact {
  // Of two the smaller: the first of a list come up most often.
  const of = (names: string[]) =>
    names[Math.min(random.int(0, names.length - 1), random.int(0, names.length - 1))] ?? "";
  const name = random.isOneIn(4) ? null : `${of(first)} ${of(last)}`;
  const isText = !random.isOneIn(6);
  const phone = `+1${random.of(areas[country])}555${String(random.int(0, 9_999)).padStart(4, "0")}`;
  const email = `shopper${random.int(1, 9_999_999)}@example.com`;
  return {
    id: randomUUID(),
    phone: isText ? phone : null,
    email: isText ? null : email,
    name,
    createdAt,
    erasedAt: null,
  };
}
