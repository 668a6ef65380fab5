import type { ReactiveControllerHost } from 'lit'

type Host = ReactiveControllerHost & HTMLElement & { readonly persistent: boolean; readonly siteId: string }

const keptHosts = new Set<Host>()

/**
 * Keeps the script tag's element in the page, whatever a router does to the body: gone with the old one, it is in the new one a microtask
 * later. A copy of it, in a page that a router brings back from its cache, goes: two would be two bubbles and two sockets. Returns how
 * to let it leave.
 */
export function keepInPage(host: Host): () => void {
  host.addController({
    hostConnected() {
      if (!host.persistent) return
      const isCopy = [...keptHosts].some((other) => other !== host && other.siteId === host.siteId)
      if (isCopy) host.remove()
      else keptHosts.add(host)
    },
    hostDisconnected() {
      queueMicrotask(() => {
        if (!host.isConnected && keptHosts.has(host)) document.body.append(host)
      })
    },
  })
  return () => keptHosts.delete(host)
}
