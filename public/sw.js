// Keeps the app on the device, so that it opens with no network. Never rename this file.
// The three lists are filled by .ci/stamp-worker: each is a file's name and its SHA-256. A changed
// file changes this one, which is how a browser learns of a new version.
const VERSION = 'none';
const FIRST_USE = [];
const THE_REST = [];

// Other sites can share this origin: only caches that start like this are ours.
const SCOPE = new URL(self.registration.scope);
const OURS = `wm:${SCOPE.pathname}:`;
const CACHE = OURS + VERSION;
const KEPT = new Map([...FIRST_USE, ...THE_REST]);

// ---- The steps of a version's life -------------------------------------------------------------

// No skipWaiting here: a new version waits until the person chooses it.
self.addEventListener('install', (event) => {
  event.waitUntil(keepAll(FIRST_USE).then(() => keepAll(THE_REST).catch(() => {})));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOlder().then(() => self.clients.claim()).then(tellWhenReady));
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const name = nameOf(event.request);
  if (KEPT.has(name)) event.respondWith(fromCache(name, event.request));
});

// ---- What the steps do -------------------------------------------------------------------------

// All or nothing: one file that cannot be had as it was built fails the lot.
async function keepAll(files) {
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(async ([name, sum]) => {
    if (await cache.match(name)) return;
    await cache.put(name, await fetchChecked(name, sum));
  }));
}

// Through the browser's own cache, which has just loaded the page; past it when it is out of date.
async function fetchChecked(name, sum) {
  for (const cache of ['default', 'reload']) {
    const response = await fetch(name, { cache });
    const bytes = await response.arrayBuffer();
    // A new response: one that came by a redirect could not answer a navigation.
    if (response.ok && (await sha256(bytes)) === sum) return new Response(bytes, { headers: response.headers });
  }
  throw new Error(`${name} is not the file that was built`);
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== CACHE).map((name) => caches.delete(name)));
}

async function tellWhenReady() {
  if (!KEPT.size) return;
  await keepAll([...KEPT]);
  for (const page of await self.clients.matchAll({ includeUncontrolled: true })) {
    if (page.url.startsWith(SCOPE.href)) page.postMessage('offline-ready');
  }
}

// The name in the lists of what is asked for, whatever its search; null for what is not ours.
function nameOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE.href)) return null;
  return url.pathname.slice(SCOPE.pathname.length) || 'index.html';
}

async function fromCache(name, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) || fetch(request);
}
