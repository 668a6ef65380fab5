/** One thing that is under way between a client and the server: to be moved on, or lost. */
export interface Item {
  readonly what: 'request' | 'answer' | 'connect' | 'join' | 'event'
  readonly advance: () => void
  readonly lose: () => void
}

/** Everything under way on one client's lines. What has a place in a queue moves in its turn, the rest in any order. */
export interface InFlight {
  add(item: Item): void
  /** For what keeps its order: the events of one connection. */
  queue(item: Item): void
  /** The connection is gone, and everything on it. */
  dropConnection(): void
  /** What could move now. */
  ready(): readonly Item[]
  advance(which: number): void
  lose(which: number, canLose: (what: Item['what']) => boolean): void
}

export function createInFlight(): InFlight {
  let loose: Item[] = []
  let queued: Item[] = []

  function ready(): readonly Item[] {
    return [...loose, ...queued.slice(0, 1)]
  }

  function take(which: number): Item | undefined {
    const items = ready()
    const item = items[which % Math.max(1, items.length)]
    loose = loose.filter((other) => other !== item)
    queued = queued.filter((other) => other !== item)
    return item
  }

  return {
    add: (item) => void loose.push(item),
    queue: (item) => void queued.push(item),
    dropConnection() {
      const gone = [...loose, ...queued].filter(({ what }) => what === 'join')
      loose = loose.filter(({ what }) => what === 'request' || what === 'answer')
      queued = []
      for (const item of gone) item.lose()
    },
    ready,
    advance: (which) => take(which)?.advance(),
    lose(which, canLose) {
      const items = ready()
      const item = items[which % Math.max(1, items.length)]
      if (item !== undefined && canLose(item.what)) take(which)?.lose()
    },
  }
}
