import type { Pipe, PipeOwner } from './pipe.ts'

/** Between the packets of one body. */
const SEPARATOR = '\x1e'
/** In one body, which may have 64 KiB; the longest packet of ours, a token's renewal, has about one. */
const MAX_PACKETS = 50

/** For where WebSocket is blocked: one request waits for what the server says, another takes along what we say. */
export function openPolling(address: URL, { hear, end }: PipeOwner): Pipe {
  const waiting = new AbortController()
  const unsent: string[] = []
  let url = `${address.href}&transport=polling`
  let isKnown = false
  let isOpen = true
  let isPosting = false

  async function request(options: RequestInit): Promise<string> {
    const response = await fetch(url, { cache: 'no-store', credentials: 'omit', ...options })
    if (!response.ok) throw new Error(`Status ${response.status}`)
    return response.text()
  }

  async function poll(): Promise<void> {
    const packets = (await request({ signal: waiting.signal })).split(SEPARATOR)
    if (!isKnown) {
      url += `&sid=${JSON.parse(packets[0]?.slice(1) ?? '').sid}`
      isKnown = true
    }
    for (const packet of packets) hear(packet)
    // Not awaited: a chain of promises as long as the connection would keep every one of them.
    if (isOpen) poll().catch(fail)
  }

  /** One at a time: so the order is kept, and the server hangs up on whoever sends two. */
  async function post(): Promise<void> {
    if (isPosting) return
    isPosting = true
    while (unsent.length > 0) {
      await request({ method: 'POST', body: unsent.splice(0, MAX_PACKETS).join(SEPARATOR) })
    }
    isPosting = false
  }

  function fail(): void {
    if (!isOpen) return
    isOpen = false
    waiting.abort()
    end()
  }

  function send(packet: string): void {
    unsent.push(packet)
    post().catch(fail)
  }

  poll().catch(fail)
  return {
    send,
    close() {
      if (!isOpen) return
      isOpen = false
      // The server then answers the request that waits. Before it has answered at all, there is nothing to take leave of.
      if (isKnown) send('1')
      else waiting.abort()
    },
  }
}
