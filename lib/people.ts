/** What a person is in a store. An owner is one in every store. */
export const roles = ["cashier", "manager", "owner"] as const;
export type Role = (typeof roles)[number];

/** The roles that are given store by store. */
export const staffRoles = ["cashier", "manager"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What a sign-in name may hold: small letters, digits and a few signs. */
export const signInNamePattern = /^[a-z0-9._-]{2,40}$/;

const saleRights = [
  "sale.see",
  "sale.start",
  "sale.cancel",
  "sale.capture",
  "sale.release",
  "sale.refund",
  "sale.set_reference",
] as const;

const managerRights = [
  ...saleRights,
  "sale.decide",
  "sale.enter_order",
  "sale.reauthorize",
  "contact.show",
  "people.manage",
  "second_factor.use",
  "refund.approve",
  "day.close",
  "payouts.work",
  "disputes.see",
  "contact.erase",
  "orders.export",
  "today.see",
  "store.see",
  "tablet.pair",
] as const;

/** What can be done, each named once. Server code asks `may` before doing any of it. */
export const rights = [...managerRights, "store.manage", "shop.operate"] as const;
export type Right = (typeof rights)[number];

/** What is done at the counter. Who signed in with a PIN has these of their rights and no other. */
const tillRights: readonly Right[] = [
  ...saleRights,
  "sale.decide",
  "sale.enter_order",
  "sale.reauthorize",
  "refund.approve",
];

// A cashier's refunds are also bounded by the store's limit a person and business day: see payments/prepare.
const rightsOf: Record<Role, readonly Right[]> = {
  cashier: saleRights,
  manager: managerRights,
  owner: rights,
};

/** Tells whether a role carries a right. */
export function may(role: Role, right: Right): boolean {
  return rightsOf[role].includes(right);
}

/** The rights that come with a role: all of them to who signed in with a password, the till's own to who did with a PIN. */
export function rightsWith(role: Role, byPin: boolean): readonly Right[] {
  return byPin ? rightsOf[role].filter((it) => tillRights.includes(it)) : rightsOf[role];
}

/** Where a person stands: an owner everywhere, or with a role in some stores. */
export type Standing = { isOwner: boolean; roles: { storeId: string; role: StaffRole }[] };

/**
 * Tells whether somebody may rename, reset, sign out or disable a person. An owner may manage everybody; a manager only
 * cashiers, and only those who work in no store but the manager's: who resets a password can act as its person.
 */
export function mayManage(by: Standing, person: Standing): boolean {
  if (by.isOwner) return true;
  if (person.isOwner || person.roles.length === 0) return false;
  return person.roles.every((it) => it.role === "cashier" && isManagerIn(by, it.storeId));
}

/** Tells whether somebody may change a person's role in a store (null: none). Managers give and take `cashier` alone. */
export function mayChangeRole(
  by: Standing,
  storeId: string,
  from: StaffRole | null,
  to: StaffRole | null,
): boolean {
  if (by.isOwner) return true;
  return from !== "manager" && to !== "manager" && isManagerIn(by, storeId);
}

function isManagerIn(by: Standing, storeId: string): boolean {
  return by.roles.some((it) => it.storeId === storeId && it.role === "manager");
}
