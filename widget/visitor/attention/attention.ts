import type { Message } from '#shared/message.ts'
import { badgeText } from '../../i18n/badge.ts'
import type { ChatWidgetEventMap } from '../widget-events.ts'
import { chime } from './chime.ts'
import { wants } from './preferences.ts'
import { createTitleBadge } from './title-badge.ts'

/** What it needs of the element. */
export interface AttentionWidget extends HTMLElement {
  readonly siteId: string
  readonly open: boolean
  readonly unread: number
  readonly noSound: boolean
  openWith(options: { trigger: 'user' }): unknown
}

/** As they are at each moment. */
export interface Circumstances {
  /** Whether this is the visitor's tab that sounds. */
  readonly rings: boolean
  readonly locale: string
}

/**
 * Calls the visitor back to a chat that they do not see: the number before the page's title, and, where they asked for it, a sound and
 * a notification of the system: in one of the visitor's tabs. Returns how to stop.
 */
export function callAttention(widget: AttentionWidget, now: Circumstances): () => void {
  const badge = createTitleBadge()
  const life = new AbortController()
  const options = { signal: life.signal }
  const told = new Set<Notification>()

  function showBadge(): void {
    badge.show(badgeText(now.locale, isSeen(widget) ? 0 : widget.unread))
  }

  function ring({ detail: { direction, message } }: ChatWidgetEventMap['chat-message']): void {
    if (direction === 'out' || isSeen(widget) || !now.rings) return
    if (!widget.noSound && wants(widget.siteId, 'sound')) chime()
    if (document.visibilityState === 'hidden' && wants(widget.siteId, 'notifications')) notify(message)
  }

  function notify(message: Message): void {
    try {
      const { senderName, content, chatId } = message
      // One for the chat: the next message replaces it, and a second tab's is the same.
      const notification = new Notification(senderName, { body: content, tag: `sobremesa:${chatId}` })
      notification.addEventListener('click', () => {
        window.focus()
        notification.close()
        widget.openWith({ trigger: 'user' })
      })
      told.add(notification)
    } catch {
      // Not allowed, or only from a service worker (Chrome on Android).
    }
  }

  function settle(): void {
    showBadge()
    if (!isSeen(widget)) return
    for (const notification of told) notification.close()
    told.clear()
  }

  widget.addEventListener('chat-message', ring, options)
  for (const event of ['chat-unread', 'chat-open', 'chat-close']) {
    // After the element has taken in what the event is about.
    widget.addEventListener(event, () => queueMicrotask(settle), options)
  }
  document.addEventListener('visibilitychange', settle, options)
  settle()
  return () => {
    life.abort()
    badge.show('')
  }
}

function isSeen(widget: AttentionWidget): boolean {
  return widget.open && document.visibilityState === 'visible'
}
