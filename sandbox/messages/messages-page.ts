import { html } from "hono/html";
import { formatTime } from "../pages/format.ts";
import { type Html, phonePage } from "../pages/layout.ts";
import type { MessageRow } from "./message-store.ts";

/** The phone that all texts and e-mails arrive on, newest first. */
export function messagesPage(messages: MessageRow[]): Html {
  return phonePage({
    title: "Messages",
    head: html`<script src="/assets/messages.js" defer></script>
      <noscript><meta http-equiv="refresh" content="3"></noscript>`,
    screen: html`<h1>Messages</h1>
      <div id="messages" aria-live="polite">${messageList(messages)}</div>
      <p class="offline" id="offline" role="status" hidden>The sandbox does not answer. Trying again…</p>`,
    note: html`<h2>On this phone</h2>
      <p>Every text and e-mail the sandbox was asked to send lands here, whoever it was for. Nothing leaves this machine.</p>
      <p>Times are UTC.</p>`,
  });
}

/** The messages alone. */
export function messageList(messages: MessageRow[]): Html {
  if (messages.length === 0) {
    return html`<div class="empty">
      <svg viewBox="0 0 48 48" width="48" height="48" aria-hidden="true"><path d="M8 10h32a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H22l-10 8v-8H8a4 4 0 0 1-4-4V14a4 4 0 0 1 4-4Z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/></svg>
      <p>No messages yet</p>
      <p class="quiet">A checkout link appears here within a second of being sent.</p>
    </div>`;
  }
  return html`<ol class="messages" reversed>${messages.map((message) => (message.channel === "sms" ? textMessage(message) : mailMessage(message)))}</ol>`;
}

function textMessage(message: MessageRow): Html {
  return html`<li class="message" lang="${message.language}">
    ${messageHead(message, "Text")}
    <div class="bubble"><p>${message.body}</p>${checkoutLink(message)}</div>
  </li>`;
}

function mailMessage(message: MessageRow): Html {
  return html`<li class="message" lang="${message.language}">
    ${messageHead(message, "E-mail")}
    <div class="mail"><p class="subject">${message.subject}</p><p>${message.body}</p>${checkoutLink(message)}</div>
  </li>`;
}

function messageHead(message: MessageRow, kind: string): Html {
  return html`<p class="message-head"><span>${kind} to <strong>${message.recipient}</strong></span> <time datetime="${new Date(message.created_at).toISOString()}">${formatTime(message.created_at)}</time></p>`;
}

function checkoutLink(message: MessageRow): Html {
  return html`<a href="${message.checkout_url}">${message.checkout_url}</a>`;
}
