import type { HostPage } from './environment.ts'
import type { Lifetime } from './lifetime.ts'

interface Recovery {
  readonly wake: () => void
  readonly goOffline: () => void
}

/** The moments at which a page may have missed something: the network comes and goes, a tab is shown, a laptop opens. */
export function watchPage(page: HostPage, life: Lifetime, { wake, goOffline }: Recovery): void {
  listen(page.window, 'online', wake)
  listen(page.window, 'offline', goOffline)
  listen(page.document, 'visibilitychange', () => {
    if (page.document.visibilityState === 'visible') wake()
  })
  // Back from the back-forward cache: timers and sockets have stood still.
  listen(page.window, 'pageshow', (event) => {
    if ((event as PageTransitionEvent).persisted) wake()
  })

  function listen(target: EventTarget, name: string, listener: (event: Event) => void): void {
    target.addEventListener(name, listener)
    life.onEnd(() => target.removeEventListener(name, listener))
  }
}
