import type { ReactiveController, ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement & { readonly persistent: boolean; readonly siteId: string }

const persistentHosts = new Set<Host>()

/**
 * Keeps the script tag's element in the page, whatever a router does to the body: gone with the old one, it is in the new one a microtask
 * later. A copy of it, in a page that a router brings back from its cache, goes: two would be two bubbles and two sockets.
 */
export class Persistence implements ReactiveController {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    const host = this.#host
    if (!host.persistent) return
    const isCopy = [...persistentHosts].some((other) => other !== host && other.siteId === host.siteId)
    if (isCopy) host.remove()
    else persistentHosts.add(host)
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected && persistentHosts.has(this.#host)) document.body.append(this.#host)
    })
  }

  /** From here on the element may leave. */
  end(): void {
    persistentHosts.delete(this.#host)
  }
}
