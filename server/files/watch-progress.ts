import type { Readable } from 'node:stream'
import { Refusal } from '../domain/refusal.ts'

/** How slow a sender may be. */
export interface Patience {
  readonly everyMs: number
  readonly minBytes: number
}

/** A phone at the edge of its network sends this much; who sends less is holding a place, not a file. */
const USUAL: Patience = { everyMs: 30_000, minBytes: 32 * 1024 }

/** `lost` rejects with `malformed` once a body comes slower than patience allows. */
export function watchProgress(
  body: Readable,
  { everyMs, minBytes }: Patience = USUAL,
): { readonly lost: Promise<never>; readonly stop: () => void } {
  let lose: (refusal: Refusal) => void = () => {}
  const lost = new Promise<never>((_, reject) => (lose = reject))
  // Nobody waits for it any more once the form has arrived.
  lost.catch(() => {})
  let bytes = 0
  const count = (chunk: Buffer) => void (bytes += chunk.length)
  body.on('data', count)
  const timer = setInterval(() => {
    if (bytes < minBytes) lose(new Refusal('malformed'))
    bytes = 0
  }, everyMs)
  timer.unref()
  return {
    lost,
    stop() {
      clearInterval(timer)
      body.off('data', count)
    },
  }
}
