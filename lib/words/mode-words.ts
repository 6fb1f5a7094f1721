const banners = {
  local: "Demo with the local sandbox: no real money moves",
  sandbox: "Sezzle's sandbox: no real money moves",
  production: null,
};

/** The strip that every mode but production shows. */
export function modeBanner(mode: keyof typeof banners): string | null {
  return banners[mode];
}
