import { changeRows } from "./support/database.ts";
import { openHouse } from "./support/house.ts";
import { expect, test } from "./support/own-house.ts";
import { staff } from "./support/test.ts";

test("one's sessions are listed, and one that is ended from another browser ends there within a second", {
  tag: "@long",
}, async ({ openDesk }) => {
  const lost = await openDesk();
  const here = await openDesk();
  await here.go("Account");
  const list = here.page.getByRole("region", { name: "Where you are signed in" });
  await expect(list.getByRole("listitem")).toHaveCount(2);
  await expect(list.getByText("this one")).toHaveCount(1);
  await list.getByRole("button", { name: /^Sign out/ }).click();
  await expect(lost.page.getByRole("heading", { name: "You are signed out" })).toBeVisible({
    timeout: 2_500,
  });
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await expect(here.page.getByText("Live", { exact: true })).toBeVisible();
});

test("a screen that nobody has touched for two hours is signed out, and one that is touched is not", {
  tag: "@long",
}, async ({ home, till, openDesk }) => {
  const desk = await openDesk();
  const idleFor = (minutes: number, signInName: string) =>
    changeRows(
      home.database,
      "update sessions set last_seen_at = ? where person_id = (select id from people where sign_in_name = ?)",
      Date.now() - minutes * 60_000,
      signInName,
    );
  idleFor(119, staff.cashier.signInName);
  const told = till.page.waitForResponse((it) => it.url().endsWith("/api/here"));
  // The first touch since the page was opened is told at once.
  await till.page.reload();
  await till.page.getByRole("button", { name: "5", exact: true }).click();
  expect((await told).status()).toBe(204);
  idleFor(121, staff.manager.signInName);
  await expect(desk.page.getByRole("heading", { name: "You are signed out" })).toBeVisible({
    timeout: 2_500,
  });
  await expect(till.page.getByText("Live", { exact: true })).toBeVisible();
  await desk.page.goto("/orders");
  await expect(desk.page).toHaveURL(/\/sign-in/);
});

test("behind TLS every cookie is of this host alone and never leaves over a plain connection", async ({
  engine,
  playwright,
}) => {
  const house = await openHouse({ engine, environment: { APP_URL: "https://till.example.com" } });
  const stranger = await playwright.request.newContext();
  try {
    const csrf = await stranger.get(`${house.app.url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const token = csrf.headersArray().find((it) => it.value.includes("csrf-token"))?.value ?? "";
    const answer = await stranger.post(`${house.app.url}/api/auth/callback/credentials`, {
      form: { ...staff.manager, csrfToken, json: "true" },
      headers: { cookie: token.split(";")[0] ?? "" },
    });
    const cookies = [csrf, answer].flatMap((it) =>
      it.headersArray().flatMap(({ name, value }) => (name.toLowerCase() === "set-cookie" ? [value] : [])),
    );
    expect(cookies.some((it) => it.startsWith("__Host-next-auth.session-token="))).toBe(true);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-(next-auth\.[a-z-]+|till_browser)=/);
      expect(cookie).toMatch(/; Secure/i);
      expect(cookie).toMatch(/; HttpOnly/i);
      expect(cookie).toMatch(/; SameSite=Lax/i);
      expect(cookie).toMatch(/; Path=\/(;|$)/i);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
  } finally {
    await stranger.dispose();
    await house.close();
  }
});
