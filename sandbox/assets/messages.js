// Keeps the list of messages fresh. Without this script the page reloads itself.
const EVERY_MS = 500;
const list = document.getElementById("messages");
const offline = document.getElementById("offline");
let tag = "";

async function refresh() {
  try {
    const answer = await fetch("/messages/list", {
      headers: tag ? { "if-none-match": tag } : {},
      cache: "no-store",
    });
    if (answer.status === 200) {
      tag = answer.headers.get("etag") ?? "";
      list.innerHTML = await answer.text();
    }
    offline.hidden = answer.ok || answer.status === 304;
  } catch {
    offline.hidden = false;
  }
  setTimeout(refresh, EVERY_MS);
}

setTimeout(refresh, EVERY_MS);
