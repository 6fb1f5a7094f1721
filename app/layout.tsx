import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { LocaleProvider } from "#components/ui/language.tsx";
import { currentLocale } from "#lib/server/auth/locale.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Till for Sezzle", template: "%s · Till" },
  description: "Take Sezzle payments at the counter.",
  robots: { index: false, follow: false },
};

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
    <html lang={locale}>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
      </body>
    </html>
  );
}
