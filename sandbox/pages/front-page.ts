import { html } from "hono/html";
import { type Html, layout } from "./layout.ts";

/** Where a person who opens the sandbox's address begins. */
export function frontPage(): Html {
  return layout({
    title: "Start",
    kind: "sheet",
    body: html`<main class="sheet narrow">
      <h1>A gateway of your own</h1>
      <p class="lead">It answers the calls of an in-store checkout, sends no real text and moves no real money.</p>
      <ul class="doors">
        <li><a href="/messages"><strong>Messages</strong><span>The texts and e-mails it “sent”, with the links to pay.</span></a></li>
        <li><a href="/control"><strong>Control</strong><span>Orders from the inside, faults, webhooks, and readings.</span></a></li>
      </ul>
    </main>`,
  });
}

/** A page that says why there is no other. */
export function errorPage(title: string, sentence: string): Html {
  return layout({
    title,
    kind: "sheet",
    body: html`<main class="sheet narrow"><h1>${title}</h1><p class="lead">${sentence}</p><p><a href="/">To the start</a></p></main>`,
  });
}
