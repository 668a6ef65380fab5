import { answer, forgetOldShells, keepShell } from './shell.ts'
import { open, tell } from './push.ts'

declare const self: ServiceWorkerGlobalScope

/**
 * The console's own worker: keeps what the page is made of, so that it opens without a network, and tells what the server pushes. It
 * never takes over from an older one by itself: the tabs of that one go on with what they were built from, until they are closed.
 */
self.addEventListener('install', (event) => event.waitUntil(keepShell()))
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([forgetOldShells(), self.clients.claim()])),
)
self.addEventListener('fetch', (event) => {
  const answered = answer(event.request, self.location.origin)
  if (answered !== null) event.respondWith(answered)
})
self.addEventListener('push', (event) => event.waitUntil(tell(self, event.data)))
self.addEventListener('notificationclick', (event) => event.waitUntil(open(self, event.notification)))
