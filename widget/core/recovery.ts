import type { Core } from './core.ts'

/** The moments at which a page may have missed something: the network comes and goes, a tab is shown, a laptop opens. */
export function watchPage({ environment, life, retrier, socket }: Core): void {
  const page = environment.page()
  if (page === null) return

  function wake(): void {
    retrier.wake()
    socket.wake()
  }

  function listen(target: EventTarget, name: string, listener: (event: Event) => void): void {
    target.addEventListener(name, listener)
    life.onEnd(() => target.removeEventListener(name, listener))
  }

  listen(page.window, 'online', wake)
  listen(page.window, 'offline', socket.goOffline)
  listen(page.document, 'visibilitychange', () => {
    if (page.document.visibilityState === 'visible') wake()
  })
  // Back from the back-forward cache: timers and sockets have stood still.
  listen(page.window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) wake()
  })
}
