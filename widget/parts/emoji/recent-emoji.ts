/** In the page's storage, from the first one that somebody picks; it says nothing of who that was. */
const KEY = 'sobremesa:emoji'
const MOST = 16

export function recentEmoji(): readonly string[] {
  try {
    return (localStorage.getItem(KEY) ?? '').split(' ').filter(Boolean).slice(0, MOST)
  } catch {
    // Blocked: reading the property alone may throw.
    return []
  }
}

export function noteEmoji(emoji: string): void {
  const recent = [emoji, ...recentEmoji().filter((other) => other !== emoji)].slice(0, MOST)
  try {
    localStorage.setItem(KEY, recent.join(' '))
  } catch {
    // Blocked or full: then nothing is recent.
  }
}
