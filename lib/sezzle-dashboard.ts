const dashboards = {
  local: null,
  sandbox: "https://sandbox.dashboard.sezzle.com/merchant",
  production: "https://dashboard.sezzle.com/merchant",
};

/** Where a merchant signs in at Sezzle; null where there is no such place. */
export function dashboardHref(mode: keyof typeof dashboards): string | null {
  return dashboards[mode];
}
