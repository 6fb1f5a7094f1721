/** What a person is in a store. An owner is one in every store. */
export const roles = ["cashier", "manager", "owner"] as const;
export type Role = (typeof roles)[number];

/** What can be done, each named once. Server code asks `may` before doing any of it. */
export const rights = [
  "sale.see",
  "sale.start",
  "sale.cancel",
  "sale.capture",
  "sale.release",
  "sale.refund",
  "sale.set_reference",
] as const;
export type Right = (typeof rights)[number];

// A cashier's refunds are also bounded by the store's limit a person and business day: see payments/prepare.
const rightsOf: Record<Role, readonly Right[]> = { cashier: rights, manager: rights, owner: rights };

/** Tells whether a role carries a right. */
export function may(role: Role, right: Right): boolean {
  return rightsOf[role].includes(right);
}
