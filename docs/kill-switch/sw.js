// The kill switch: deployed in place of sw.js, it takes the app's own files off every device that opens the page,
// and itself with them. From then on pages come from the network. Entries are left alone: they are in other places.
// See docs/updates.md.
const OURS = `wm:${new URL(self.registration.scope).pathname}:`;

// At once, and without loading any page anew: someone may be writing.
self.addEventListener('install', () => self.skipWaiting());

self.addEventListener('activate', (event) => event.waitUntil(remove()));

async function remove() {
  for (const name of await caches.keys()) if (name.startsWith(OURS)) await caches.delete(name);
  await self.registration.unregister();
}
