import { html } from "hono/html";

/** A piece of a page, escaped already. */
export type Html = ReturnType<typeof html>;

interface Page {
  title: string;
  body: Html;
  /** Names the kind of page to the stylesheet. */
  kind: "phone" | "sheet";
  head?: Html;
}

/** The frame of every page: striped edge, the word SANDBOX, and the line that it is not Sezzle. */
export function layout({ title, body, kind, head }: Page): Html {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>${title} · Sandbox</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/assets/sandbox.css">
    ${head}
  </head>
  <body class="${kind}-page">
    <header class="edge">
      <a class="mark" href="/">SANDBOX</a>
      <span class="disclaimer">A local stand-in. Not Sezzle.</span>
      <nav aria-label="Sandbox"><a href="/messages">Messages</a> <a href="/control">Control</a></nav>
    </header>
    ${body}
  </body>
</html>`;
}

/** A page as a phone on a desk: the screen's content, and a note that lies beside it. */
export function phonePage(page: { title: string; screen: Html; note?: Html; head?: Html }): Html {
  return layout({
    title: page.title,
    kind: "phone",
    ...(page.head ? { head: page.head } : {}),
    body: html`<div class="desk">
      <div class="phone">
        <div class="speaker" aria-hidden="true"></div>
        <main class="screen">${page.screen}</main>
      </div>
      ${page.note && html`<aside class="note" aria-label="Notes about this sandbox">${page.note}</aside>`}
    </div>`,
  });
}
