import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Of what has come in: a minor collection takes a millisecond, this much of an upload some twenty. */
const EVERY_BYTES = 2 * 1024 * 1024

/**
 * Node hands over what arrives in chunks that are garbage a moment later, and V8 lets those pile up to twenty megabytes before it looks:
 * they weigh next to nothing in its own heap. Told of every chunk, this has the young ones collected in time.
 */
export function createChunkSweep(): (bytes: number) => void {
  const collect = minorCollection()
  let since = 0
  return (bytes) => {
    since += bytes
    if (since < EVERY_BYTES) return
    since = 0
    collect()
  }
}

function minorCollection(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('globalThis.gc') as NodeJS.GCFunction | undefined
  return () => collect?.({ type: 'minor', execution: 'sync' })
}
