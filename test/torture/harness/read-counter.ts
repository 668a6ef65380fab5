/** How many pages of history were asked for. */
export interface ReadCounter {
  count: number
  readonly fetch: typeof fetch
}

export function createReadCounter(inner: typeof fetch = fetch): ReadCounter {
  const counter: ReadCounter = {
    count: 0,
    fetch(input, init) {
      const url = input instanceof Request ? input.url : input.toString()
      if (url.includes('/v2/messages/chat/')) counter.count += 1
      return inner(input, init)
    },
  }
  return counter
}
