import type { CDPSession } from 'playwright-core'

/** Bytes of a page's heap after a collection. */
export interface Heap {
  readonly all: number
  /** What scripts hold: objects, texts, lists, functions. The rest is code that the engine compiles as it finds out what runs often. */
  readonly data: number
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[]
      readonly node_types: readonly [readonly string[]]
    }
  }
  readonly nodes: readonly number[]
}

const DATA = new Set([
  'object',
  'string',
  'concatenated string',
  'sliced string',
  'array',
  'closure',
  'number',
  'regexp',
])

export async function readHeap(session: CDPSession): Promise<Heap> {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk)
  session.on('HeapProfiler.addHeapSnapshotChunk', take)
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  session.off('HeapProfiler.addHeapSnapshotChunk', take)
  return { all: usedSize, data: dataIn(JSON.parse(chunks.join('')) as Snapshot) }
}

function dataIn({ snapshot: { meta }, nodes }: Snapshot): number {
  const { node_fields: fields, node_types: types } = meta
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')]
  let bytes = 0
  for (let at = 0; at < nodes.length; at += fields.length) {
    if (DATA.has(types[0][nodes[at + type] ?? -1] ?? '')) bytes += nodes[at + size] ?? 0
  }
  return bytes
}
