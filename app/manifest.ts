import type { MetadataRoute } from "next";
import { headers } from "next/headers";
import { bestLocale, wordsIn } from "#lib/language.ts";
import { appWords } from "#lib/words/app-words.ts";

/** What a device needs to install the till: it opens full screen, at the place its reader starts from. */
export default async function manifest(): Promise<MetadataRoute.Manifest> {
  const locale = bestLocale((await headers()).get("accept-language"));
  return {
    id: "/",
    name: "Till for Sezzle",
    short_name: "Till",
    description: wordsIn(appWords, locale).description,
    lang: locale,
    start_url: "/",
    scope: "/",
    display: "standalone",
    display_override: ["fullscreen", "standalone"],
    background_color: "#faf8f4",
    theme_color: "#faf8f4",
    icons: [
      { src: "/icon.svg", sizes: "any", type: "image/svg+xml" },
      { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icon-maskable-192.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
