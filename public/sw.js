// Keeps the app on the device, so that it opens with no network; and keeps the version before, until the new one
// has shown that it works. docs/updates.md tells how a version lives. Never rename this file.
//
// .ci/stamp-worker fills in the version and the three lists: each is a file's name and its SHA-256. A changed file
// changes this one, which is how a browser learns of a new version.
const VERSION = 'none';
const NEEDED = [];
const THE_REST = [];
const ONCE_USED = [];

// Other sites can share this origin: only caches that start like this are ours, one for each version.
const SCOPE = new URL(self.registration.scope);
const OURS = `wm:${SCOPE.pathname}:`;
const CACHE = OURS + VERSION;

// The page that starts the app, and how often a new version may try before the one before it is served again.
const PAGE = 'index.html';
const MOST_TRIES = 2;

// What is known of a version stands in its cache: a worker may be stopped at any time and forgets.
const GOOD = 'sw.js?good';
const TRIES = 'sw.js?tries';

// What a page asks before it says whether a network is needed (src/platform/updates.rs): the second with a lock on.
const ASKED = ['is-whole', 'is-whole-with-tools'];

// ---- The steps of a version's life -------------------------------------------------------------

// No skipWaiting here: a new version waits until the person chooses it.
self.addEventListener('install', (event) => {
  // Some browsers ask the network for the page while a worker wakes up. No later visit needs that.
  if (event.addRoutes) event.addRoutes({ condition: { requestMode: 'navigate' }, source: 'fetch-event' });
  event.waitUntil(keepAll(NEEDED).then(keepUsed).then(() => heal()));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(dropWhatNeverWorked().then(() => self.clients.claim()));
});

self.addEventListener('fetch', (event) => {
  // Nothing from elsewhere: once there is a worker, WebKit asks no policy about what a page preloads.
  const { protocol, origin } = new URL(event.request.url);
  if (/^http/.test(protocol) && origin !== SCOPE.origin) return event.respondWith(Response.error());
  const name = nameOf(event.request);
  if (!NEEDED.length || !name) return;
  // A start counts as a try until its page has reported. After one that came to nothing, something kept may be broken.
  const counted = name === PAGE && event.request.mode === 'navigate' ? countTries(1) : null;
  if (counted) event.waitUntil(counted.then((tries) => tries > 1 && heal(true)));
  event.respondWith(answer(name, event.request, counted));
});

self.addEventListener('message', (event) => {
  if (event.data === 'use-new-version') self.skipWaiting();
  // A lock was set, and what opens it is among the tools.
  if (event.data === 'keep-tools') event.waitUntil(keepAll(ONCE_USED));
  if (ASKED.includes(event.data)) event.waitUntil(tellWhetherWhole(event.source, event.data === ASKED[1]));
  // A page says which version it is: one of an older version cannot vouch for this one.
  const { said, version } = event.data;
  if (version !== VERSION) return;
  if (said === 'booted') event.waitUntil(vouch().finally(() => heal()));
  // A part of the program was there and could not be loaded.
  else if (said === 'failed') event.waitUntil(heal(true));
  // Behind a lock it has shown nothing yet: each try to open it counts as a start does, until it ends.
  else event.waitUntil(countTries(said === 'tries' ? 1 : -1));
});

// ---- Keeping -----------------------------------------------------------------------------------

// Fetches what is not kept, or with `bySum` not as it was built. A file that cannot be had fails the lot, and keeps no
// other away.
async function keepAll(files, bySum) {
  const cache = await caches.open(CACHE);
  const fetched = await Promise.allSettled((await lacking(files, bySum)).map(async ([name, sum]) => {
    await cache.put(name, await fetchChecked(name, sum));
  }));
  if (fetched.some(({ status }) => status === 'rejected')) throw new Error('not everything is kept');
}

// Which of these files are not kept. Names alone are compared, unless it is to be `bySum`.
async function lacking(files, bySum) {
  const cache = await caches.open(CACHE);
  const kept = (await cache.keys()).map(nameOf);
  const isThere = async ([name, sum]) => kept.includes(name)
    && (!bySum || (await sha256(await (await cache.match(name)).arrayBuffer())) === sum);
  const found = await Promise.all(files.map((file) => isThere(file).catch(() => false)));
  return files.filter((_, place) => !found[place]);
}

// A browser may clear some of what is kept, or all, and a file may break. What can be had is fetched again; nothing is
// asked for while everything is there.
async function heal(bySum) {
  await keepAll(await wanted(), bySum).catch(() => {});
}

// What has to be kept for the app to need no network.
async function wanted(withTools) {
  return [...NEEDED, ...THE_REST, ...(withTools || (await wereUsed()) ? ONCE_USED : [])];
}

// Says what is true now, and again once what can be mended is.
async function tellWhetherWhole(page, withTools) {
  const isWhole = async () => NEEDED.length > 0 && !(await lacking(await wanted(withTools), true)).length;
  const answer = async () => {
    const whole = await isWhole().catch(() => false);
    page.postMessage(whole);
    return whole;
  };
  if (await answer()) return;
  await keepAll(await wanted(withTools), true).catch(() => {});
  await answer();
}

// Tools that were used in the version before are needed in this one: a locked diary does not open without.
async function keepUsed() {
  if (await wereUsed()) await keepAll(ONCE_USED);
}

async function wereUsed() {
  for (const name of [CACHE, ...(await others())]) {
    const kept = await (await caches.open(name)).keys();
    if (kept.some(({ url }) => url.includes('/tools-'))) return true;
  }
  return false;
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

// ---- Answering ---------------------------------------------------------------------------------

// The name in the lists of what is asked for, whatever its search; null for what is not ours.
function nameOf(request) {
  const url = new URL(request.url);
  if (request.method !== 'GET' || !url.href.startsWith(SCOPE.href)) return null;
  return url.pathname.slice(SCOPE.pathname.length) || PAGE;
}

async function answer(name, request, counted) {
  try {
    for (const cache of await versions(counted)) {
      const kept = await cache.match(name);
      if (kept) return kept;
    }
    // A tool that is used for the first time, or a file that is gone.
    const ours = [...NEEDED, ...THE_REST, ...ONCE_USED].filter(([listed]) => listed === name);
    if (ours.length) {
      await keepAll(ours);
      return await (await caches.open(CACHE)).match(name);
    }
  } catch {
    // A full disk, or a cache that cannot be read: then the network is the way.
  }
  return fetch(request);
}

// The caches to look into, in order. A version that has not worked yet has the one before it behind it: an open
// page of that one may still ask for its files. After too many tries it is the other way round.
async function versions(counted) {
  const own = await caches.open(CACHE);
  const before = (await read(own, GOOD)) ? null : await lastGood();
  if (!before) return [own];
  const tries = await (counted || countTries(0));
  return tries > MOST_TRIES ? [before, own] : [own, before];
}

// ---- Which versions work -----------------------------------------------------------------------

// A page of this version has started and read what is stored.
async function vouch() {
  await mark(GOOD, 1 + Math.max(0, ...(await Promise.all((await others()).map(rank)))));
  await mark(TRIES, 0);
  if (!isAnotherComing()) for (const name of await others()) await caches.delete(name);
}

async function dropWhatNeverWorked() {
  if (isAnotherComing()) return;
  for (const name of await others()) {
    if (!(await read(await caches.open(name), GOOD))) await caches.delete(name);
  }
}

// Its cache is among the others, and has no mark yet.
function isAnotherComing() {
  return self.registration.installing || self.registration.waiting;
}

// The newest of those that have worked: each has a higher mark than those that were there before it.
async function lastGood() {
  let best = null;
  let highest = 0;
  for (const name of await others()) {
    const its = await rank(name);
    if (its < highest || !its) continue;
    // Of two with the same mark, the one that was kept later: versions of before had all the same.
    best = name;
    highest = its;
  }
  return best && caches.open(best);
}

async function rank(name) {
  return read(await caches.open(name), GOOD);
}

async function others() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);
}

async function countTries(more) {
  const tries = Math.max(0, (await read(await caches.open(CACHE), TRIES)) + more);
  // On a full disk it cannot be counted, and what is kept is still served.
  if (more) await mark(TRIES, tries).catch(() => {});
  return tries;
}

async function mark(name, value) {
  await (await caches.open(CACHE)).put(name, new Response(String(value)));
}

async function read(cache, name) {
  const kept = await cache.match(name);
  return kept ? Number(await kept.text()) : 0;
}
