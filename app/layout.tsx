import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { EarlyPresses } from "#components/shell/early-presses.tsx";
import { ServiceWorker } from "#components/shell/service-worker.tsx";
import { LocaleProvider } from "#components/ui/language.tsx";
import { keepEarlyPresses } from "#lib/early-presses.ts";
import { wordsIn } from "#lib/language.ts";
import { currentLocale } from "#lib/server/auth/locale.ts";
import { isDevelopment } from "#lib/server/env.ts";
import { appWords } from "#lib/words/app-words.ts";
import { fontClasses } from "./fonts.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: { default: "Till for Sezzle", template: "%s · Till" },
    description: wordsIn(appWords, await currentLocale()).description,
    robots: { index: false, follow: false },
    appleWebApp: { capable: true, title: "Till", statusBarStyle: "default" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // A phone's keyboard makes room instead of covering a sheet.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf8f4" },
    { media: "(prefers-color-scheme: dark)", color: "#151311" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is drawn for its request: only then can its scripts carry the request's nonce.
  await connection();
  const locale = await currentLocale();
  return (
    <html lang={locale} className={fontClasses}>
      <body>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a script of this app, named by its hash in the page's policy */}
        <script dangerouslySetInnerHTML={{ __html: keepEarlyPresses }} />
        <LocaleProvider locale={locale}>
          {isDevelopment() ? null : <ServiceWorker />}
          {children}
          <EarlyPresses />
        </LocaleProvider>
      </body>
    </html>
  );
}
