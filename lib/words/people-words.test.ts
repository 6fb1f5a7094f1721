import { expect, test } from "vitest";
import type { PersonView } from "../person-view.ts";
import { presence, rolesLine } from "./people-words.ts";
import { personRole } from "./role-words.ts";

const now = new Date("2026-11-22T20:00:00Z");

const casey: PersonView = {
  personId: "casey",
  name: "Casey",
  signInName: "casey",
  isOwner: false,
  isSelf: false,
  isDisabled: false,
  hasSecondFactor: false,
  hasPin: false,
  isPinShut: false,
  temporaryUntil: null,
  sessions: 0,
  lastSeenAt: null,
  roles: [
    { storeId: "maple", storeName: "Maple Street", role: "cashier" },
    { storeId: "elm", storeName: "Elm Square", role: null },
    { storeId: "harbour", storeName: "Harbour Road", role: "manager" },
  ],
  timeZone: "America/Chicago",
  worksElsewhere: false,
  mayBeManaged: true,
};

test.each([
  ["cashier", "Cashier", "Caissier"],
  ["manager", "Manager", "Gérant"],
  ["owner", "Owner", "Propriétaire"],
  [null, "No store", "Aucun magasin"],
] as const)("the role %s is written %s, in French %s", (role, english, french) => {
  expect([personRole(role, "en-CA"), personRole(role, "fr-CA")]).toEqual([english, french]);
});

test.each<[Partial<PersonView>, string, string]>([
  [{}, "Cashier in Maple Street, Manager in Harbour Road", "Caissier à Maple Street, Gérant à Harbour Road"],
  [
    { worksElsewhere: true, roles: casey.roles.slice(0, 1) },
    "Cashier in Maple Street, and in another store",
    "Caissier à Maple Street, et dans un autre magasin",
  ],
  [{ isOwner: true }, "Owner of all stores", "Propriétaire de tous les magasins"],
  [{ roles: [] }, "In no store", "Dans aucun magasin"],
])("the roles of somebody who is %o are told in one line", (change, english, french) => {
  expect(rolesLine({ ...casey, ...change }, "en-US")).toBe(english);
  expect(rolesLine({ ...casey, ...change }, "fr-CA")).toBe(french);
});

test.each([
  [0, null, "not signed in", /^aucune session ouverte$/],
  [1, "2026-11-22T19:59:00Z", "signed in, last active 13:59", /^session ouverte, dernière activité 13.*59$/],
  [
    3,
    "2026-11-22T19:59:00Z",
    "signed in on 3 devices, last active 13:59",
    /^session ouverte sur 3 appareils, dernière activité 13.*59$/,
  ],
])("with %d sessions somebody is told to be: %s %s", (sessions, lastSeenAt, english, french) => {
  const person = { ...casey, sessions, lastSeenAt };
  expect(presence(person, now, "en-US")).toBe(english);
  expect(presence(person, now, "fr-CA")).toMatch(french);
});
