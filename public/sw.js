// Keeps the static files of one build and one page for when there is no network. Pages, their data and answers of the server are
// never kept: what a sale is comes from the server, or is not shown. The build is in this worker's address, so that
// another build is another worker.
const cacheName = `till-${new URL(self.location.href).searchParams.get("build")}`;
const offlinePage = "/offline";
const staticFiles = "/_next/static/";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.add(new Request(offlinePage, { cache: "reload", credentials: "omit" })))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOtherBuilds().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (!pathname.startsWith("/api/")) event.respondWith(fetch(request).catch(readOfflinePage));
  } else if (pathname.startsWith(staticFiles)) {
    event.respondWith(readStatic(request));
  }
});

async function dropOtherBuilds() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((it) => it.startsWith("till-") && it !== cacheName).map((it) => caches.delete(it)),
  );
}

async function readOfflinePage() {
  return (await caches.match(offlinePage, { cacheName })) ?? Response.error();
}

/** Their names hold a hash of what is in them: one that is kept is never out of date. */
async function readStatic(request) {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
