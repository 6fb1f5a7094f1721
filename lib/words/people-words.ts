import type { Role } from "../people.ts";
import type { PersonView } from "../person-view.ts";

const roleWords: Record<Role, string> = { cashier: "Cashier", manager: "Manager", owner: "Owner" };

/** A role as it is written beside a name; somebody without any has no store yet. */
export function personRole(role: Role | null): string {
  return role ? roleWords[role] : "No store";
}

/** A person's roles in a line: "Cashier in Maple Street, Manager in Harbour Road". */
export function rolesLine({ isOwner, roles, worksElsewhere }: PersonView): string {
  if (isOwner) return "Owner of all stores";
  const theirs = roles.flatMap(({ role, storeName }) => (role ? [`${roleWords[role]} in ${storeName}`] : []));
  if (worksElsewhere) theirs.push("and in another store");
  return theirs.join(", ") || "In no store";
}
