/** Ways of being called back to the chat, each off until the visitor asks for it. */
export type Signal = 'sound' | 'notifications'

/** Where the page's storage is blocked, a choice lasts as long as the page. */
const chosen = new Map<string, string>()

export function wants(siteId: string, signal: Signal): boolean {
  const key = keyOf(siteId, signal)
  try {
    return (chosen.get(key) ?? localStorage.getItem(key)) === 'on'
  } catch {
    return false
  }
}

export function choose(siteId: string, signal: Signal, isOn: boolean): void {
  const key = keyOf(siteId, signal)
  chosen.set(key, isOn ? 'on' : 'off')
  try {
    if (isOn) localStorage.setItem(key, 'on')
    else localStorage.removeItem(key)
  } catch {
    // Blocked or full: `chosen` has it.
  }
}

function keyOf(siteId: string, signal: Signal): string {
  return `sobremesa:${siteId}:${signal}`
}
