type Callback = (lock: null) => unknown

interface Bid {
  readonly owner: object
  readonly grant: () => Promise<unknown>
  readonly refuse: (cause: Error) => void
}

/** The locks of one browser, for one name. */
export interface FakeLocks {
  /** As one page sees them. */
  of(page: object): Pick<LockManager, 'request'>
  /** The browser takes everything from a page that is gone. */
  kill(page: object): void
}

export function createFakeLocks(): FakeLocks {
  let held: Bid | null = null
  let queue: readonly Bid[] = []

  function next(): void {
    if (held !== null) return
    const [first, ...rest] = queue
    if (first === undefined) return
    queue = rest
    take(first)
  }

  function take(bid: Bid): void {
    held = bid
    void bid.grant().then(() => drop(bid))
  }

  function drop(bid: Bid): void {
    queue = queue.filter((other) => other !== bid)
    if (held !== bid) return
    held = null
    next()
  }

  function request(owner: object, { signal, steal }: LockOptions, run: Callback): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const bid: Bid = {
        owner,
        refuse: reject,
        async grant() {
          // A turn later, as a browser does.
          await Promise.resolve()
          const result = await run(null)
          resolve(result)
        },
      }
      signal?.addEventListener('abort', () => {
        if (held === bid) return
        drop(bid)
        reject(new DOMException('', 'AbortError'))
      })
      if (steal !== true) queue = [...queue, bid]
      else {
        held?.refuse(new DOMException('', 'AbortError'))
        take(bid)
      }
      next()
    })
  }

  return {
    of: (page) => ({
      request: ((_name: string, options: LockOptions, run: Callback) =>
        request(page, options, run)) as LockManager['request'],
    }),
    kill(page) {
      queue = queue.filter(({ owner }) => owner !== page)
      if (held?.owner === page) held = null
      next()
    },
  }
}
