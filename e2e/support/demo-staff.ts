/** The staff of the demo shop. */
export const staff = {
  cashier: { signInName: "casey", password: "maple-counter-1" },
  otherStoresCashier: { signInName: "robin", password: "harbor-counter-1" },
  manager: { signInName: "morgan", password: "maple-desk-1" },
  owner: { signInName: "olive", password: "whole-house-1" },
};
