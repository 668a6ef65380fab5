import type { Chat } from '#shared/chat.ts'

/** Whether something in it waits for whoever looks at the list: messages, or that they wanted to come back to it. */
export function isUnread({ unreadCount, isMarkedUnread }: Chat): boolean {
  return unreadCount > 0 || isMarkedUnread === true
}
