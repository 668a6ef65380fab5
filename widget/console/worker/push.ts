import type { ChatId } from '#shared/ids.ts'
import type { PushPayload } from '#shared/push.ts'
import { openLedger } from '../calling/ledger.ts'
import { BODY_LENGTH, oneLine, tagOf, TITLE_LENGTH, type OpenChatMessage } from '../calling/notice.ts'

type Worker = Pick<ServiceWorkerGlobalScope, 'registration' | 'clients'>
interface Data {
  readonly chatId: string | undefined
}

const ICON = '/console/icons/icon-192.png'
const BADGE = '/console/icons/badge-96.png'

/** Shows what the server has pushed; quietly what a page of this browser has called for already. */
export async function tell({ registration }: Worker, data: PushMessageData | null): Promise<void> {
  const payload = read(data)
  if (payload === null) return
  const { title, body, chatId } = payload
  const isNews = await claim(payload)
  const options = {
    body: oneLine(body, BODY_LENGTH),
    tag: tagOf(chatId ?? 'test'),
    icon: ICON,
    badge: BADGE,
    data: { chatId } satisfies Data,
    silent: !isNews,
    renotify: isNews,
  }
  // Browsers want to see something for every push, or take the right away.
  await registration.showNotification(oneLine(title, TITLE_LENGTH), options)
}

/** Brings the console to the front, at the chat that the notification is about. */
export async function open({ clients }: Worker, notification: Notification): Promise<void> {
  const { chatId } = notification.data as Data
  notification.close()
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true })
  const page = windows.find(({ url }) => /^\/console\/?$/.test(new URL(url).pathname))
  if (page === undefined) {
    await clients.openWindow(
      chatId === undefined ? '/console' : `/console#chat=${encodeURIComponent(chatId)}`,
    )
    return
  }
  if (chatId !== undefined) {
    page.postMessage({ kind: 'open-chat', chatId } satisfies OpenChatMessage)
  }
  await page.focus()
}

function read(data: PushMessageData | null): PushPayload | null {
  try {
    return data?.json() as PushPayload
  } catch {
    return null
  }
}

function claim({ ownerId, chatId, seq }: PushPayload): Promise<boolean> {
  if (chatId === undefined || seq === undefined) return Promise.resolve(true)
  return openLedger(ownerId).claim({ chatId: chatId as ChatId, seq, now: Date.now() })
}
