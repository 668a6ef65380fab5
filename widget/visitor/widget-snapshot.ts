import type { ChatStatus } from '#shared/chat.ts'

/** What the widget's `get` tells. */
export interface WidgetSnapshot {
  readonly open: boolean
  readonly visible: boolean
  readonly unread: number
  readonly status: ChatStatus | null
  readonly chatId: string | null
  readonly connected: boolean
  readonly version: string
}
