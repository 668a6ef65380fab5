import type { Command } from '../palette/command.ts'
import type { Chat } from '#shared/chat.ts'

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>

/** Whether this opens the palette: Ctrl+K, or ⌘K. */
export function opensPalette({ key, ctrlKey, metaKey, altKey, isComposing }: Key): boolean {
  return key.toLowerCase() === 'k' && ctrlKey !== metaKey && !altKey && !isComposing
}

/**
 * What a single key means while the focus is in the list, for the chat that the keyboard is on; null: nothing. In a field every key is
 * writing, so no single key is heard anywhere else.
 */
export function singleKey(event: Key, chat: Chat | undefined): Command | null {
  const { key, ctrlKey, metaKey, altKey, isComposing } = event
  if (ctrlKey || metaKey || altKey || isComposing) return null
  if (key === '/') return { kind: 'page', page: 'search' }
  if (key === '?') return { kind: 'keys' }
  return chat === undefined ? null : chatKey(key.toLowerCase(), chat)
}

function chatKey(key: string, { status, assignee, isMarkedUnread }: Chat): Command | null {
  const isClosed = status === 'CLOSED'
  if (key === 'r') return { kind: 'write', mode: 'reply' }
  if (key === 'n') return { kind: 'write', mode: 'note' }
  if (key === 'x') return { kind: 'pick' }
  if (key === 'u') return { kind: 'act', action: { kind: isMarkedUnread ? 'mark-read' : 'mark-unread' } }
  if (key === 'l') return { kind: 'page', page: 'tags' }
  if (key === 'e') return { kind: 'act', action: { kind: isClosed ? 'reopen' : 'close' } }
  if (isClosed) return null
  if (key === 'm') return { kind: 'page', page: 'macros' }
  if (key === 'z') return { kind: 'page', page: 'snooze' }
  if (key === 'a') return { kind: 'page', page: 'assign' }
  if (key === 't') return { kind: 'hand-over' }
  return key === 'g' && assignee === null ? { kind: 'act', action: { kind: 'claim' } } : null
}
