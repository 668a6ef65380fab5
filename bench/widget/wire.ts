import type { CDPSession } from 'playwright-core'

export interface Traffic {
  readonly requests: number
  /** As they came over the wire, compressed. */
  readonly bytes: number
}

/** Counts what a page fetches besides itself; the call tells how much it was so far. */
export function watchWire(devTools: CDPSession): () => Traffic {
  const asked = new Set<string>()
  let bytes = 0
  devTools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (type !== 'Document' && !request.url.startsWith('data:')) asked.add(requestId)
  })
  devTools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (asked.has(requestId)) bytes += encodedDataLength
  })
  return () => ({ requests: asked.size, bytes })
}
