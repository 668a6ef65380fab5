import type { ChatId } from '#shared/ids.ts'
import { tagOf } from './notice.ts'

/** `unsupported`: this browser shows none, as on an iPhone outside of the home screen. */
export type Permission = NotificationPermission | 'unsupported'

export interface Notice {
  readonly chatId: ChatId
  readonly title: string
  readonly body: string
}

/** Notifications of the system: one for a chat, which the next one replaces. */
export interface SystemNotifications {
  permission(): Permission
  /** Only ever from a click: a browser that is asked without one may never ask again. */
  ask(): Promise<Permission>
  show(notice: Notice): void
  close(chatId: ChatId): void
  closeAll(): void
}

export interface NotificationOptionsOfOurs {
  /** Somebody pressed one. */
  readonly onOpen: (chatId: ChatId) => void
  /** Under which the worker of the console's own page shows them. */
  readonly registration: () => Promise<ServiceWorkerRegistration | undefined>
}

export function createSystemNotifications({
  onOpen,
  registration,
}: NotificationOptionsOfOurs): SystemNotifications {
  const shown = new Map<ChatId, Notification>()

  function permission(): Permission {
    return 'Notification' in globalThis ? Notification.permission : 'unsupported'
  }

  function showHere({ chatId, title, body }: Notice): void {
    const notification = new Notification(title, { body, tag: tagOf(chatId), silent: true })
    notification.addEventListener('click', () => {
      window.focus()
      notification.close()
      onOpen(chatId)
    })
    shown.set(chatId, notification)
  }

  async function showByWorker({ chatId, title, body }: Notice): Promise<void> {
    const options = { body, tag: tagOf(chatId), silent: true, data: { chatId } }
    await (await registration())?.showNotification(title, options)
  }

  async function closeAtWorker(tag?: string): Promise<void> {
    const held = await (await registration())?.getNotifications(tag === undefined ? {} : { tag })
    held?.forEach((notification) => notification.close())
  }

  return {
    permission,
    ask: async () => (permission() === 'unsupported' ? 'unsupported' : Notification.requestPermission()),
    show(notice) {
      if (permission() !== 'granted') return
      try {
        showHere(notice)
      } catch {
        // Chrome on Android lets only a worker show one.
        showByWorker(notice).catch(() => {})
      }
    },
    close(chatId) {
      shown.get(chatId)?.close()
      shown.delete(chatId)
      closeAtWorker(tagOf(chatId)).catch(() => {})
    },
    closeAll() {
      for (const notification of shown.values()) notification.close()
      shown.clear()
      closeAtWorker().catch(() => {})
    },
  }
}
