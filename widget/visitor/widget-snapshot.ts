/** What the widget's `get` tells. */
export interface WidgetSnapshot {
  readonly open: boolean
  readonly visible: boolean
  readonly unread: number
  readonly status: string | null
  readonly chatId: string | null
  readonly connected: boolean
  readonly version: string
}
