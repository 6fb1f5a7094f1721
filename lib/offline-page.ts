import { keptLanguageKey } from "./kept-language.ts";
import { type Language, languageOf, locales } from "./language.ts";
import { offlineWords } from "./words/offline-words.ts";

/** How often the page looks whether the server is back. */
const tryEveryMs = 3_000;

const style = `
:root { color-scheme: light dark; --paper: #faf8f4; --card: #fff; --ink: #1b1816; --soft: #554f49; --line: #e5dfd5; --accent: #5b2a86; --on: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151311; --card: #1e1b19; --ink: #f6f2ec; --soft: #c6beb5; --line: #37312c; --accent: #b794f4; --on: #1c0f2d; }
}
body { margin: 0; min-height: 100dvh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 1rem/1.5 ui-sans-serif, system-ui, sans-serif; }
main { box-sizing: border-box; width: min(100% - 2rem, 32rem); margin: 1rem; padding: 2rem; border: 1px solid var(--line); border-radius: 16px; background: var(--card); }
h1 { margin: 0; font-size: 1.25rem; line-height: 1.75rem; }
p { margin: .75rem 0 0; color: var(--soft); }
p.strong { color: var(--ink); font-weight: 600; }
a { display: flex; align-items: center; justify-content: center; min-height: 3.5rem; margin-top: 1.5rem; padding: 0 1rem; border-radius: 12px; background: var(--accent); color: var(--on); font-weight: 600; text-align: center; text-decoration: none; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
section:not([hidden]) + section { margin-top: 2rem; padding-top: 2rem; border-top: 1px solid var(--line); }
`;

/** Shows the reader's language alone, and loads the page that was wanted once the server answers again. */
export const offlineScript = `
const wanted = localStorage.getItem("${keptLanguageKey}") ?? navigator.language;
const language = wanted.startsWith("fr") ? "fr" : "en";
document.documentElement.lang = language;
for (const it of document.querySelectorAll("section")) it.hidden = it.lang !== language;
document.title = document.querySelector("section:not([hidden]) h1").textContent;
const look = async () => {
  const answer = await fetch("/api/health/live", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
};
setInterval(look, ${tryEveryMs});
addEventListener("online", look);
`;

function section(language: Language): string {
  const { title, happened, sales, next, trying, tryNow } = offlineWords[language];
  return `<section lang="${language}">
<h1>${title}</h1>
<p>${happened}</p>
<p class="strong">${sales}</p>
<p>${next}</p>
<p role="status">${trying}</p>
<a href="">${tryNow}</a>
</section>`;
}

/**
 * The one page that a browser keeps, whole in itself: it says in every language what no connection means for the sales, and
 * shows nothing of any of them. Without its script it shows all languages, and the link loads again.
 */
export function offlineHtml(): string {
  const languages = [...new Set(locales.map(languageOf))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Till for Sezzle</title>
<style>${style}</style>
</head>
<body>
<main>
${languages.map(section).join("\n")}
</main>
<script>${offlineScript}</script>
</body>
</html>
`;
}
