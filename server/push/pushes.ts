import type { CommercialId } from '#shared/ids.ts'
import { isQuiet, type NotificationKind } from '#shared/notifying.ts'
import type { PushPayload } from '#shared/push.ts'
import type { Clock } from '../domain/clock.ts'
import type { DomainEvents, EventBus } from '../domain/events.ts'
import type { Presence } from '../domain/presence.ts'
import type { PushDeviceRecord, Pushes } from '../domain/push-storage.ts'
import type { ChatRecord } from '../domain/records.ts'
import type { Storage } from '../domain/storage.ts'
import type { Viewers } from '../domain/viewers.ts'
import type { Deliver, Push } from './deliver.ts'
import { isPublicService } from '../outbound/public-hosts.ts'
import { createWaiting, type Told } from './waiting.ts'

export interface PushesOptions {
  readonly storage: Pick<
    Storage,
    'commercialsOf' | 'personalSettings' | 'pushDevices' | 'dropPushEndpoint' | 'siteById'
  >
  readonly events: EventBus
  readonly presence: Pick<Presence, 'statusOf' | 'choiceOf'>
  readonly viewers: Pick<Viewers, 'of'>
  readonly clock: Clock
  readonly after: (ms: number, task: () => void) => () => void
  readonly publicKey: string
  readonly deliver: Deliver
  /** Push services in one's own network. */
  readonly allowPrivate: boolean
  readonly report: (cause: unknown) => void
}

/** Whoever has a console open has this long to see it there. */
const ATTENDED_MS = 20_000
/** A burst is one push, and a chat may be given to somebody in this time. */
const UNATTENDED_MS = 2_000
const HOUR_S = 3_600
/** For how long it is worth waking a telephone. */
const TTL_S: Readonly<Record<NotificationKind, number>> = {
  newChat: HOUR_S / 4,
  message: 4 * HOUR_S,
  mention: 24 * HOUR_S,
}
/** Of what was said; the rest is read in the console. A push service takes 4 KB. */
const MAX_TEXT = 600

/** Tells those of the team who have no console before their eyes, on the browsers that they have asked to be told on. */
export function startPushes(options: PushesOptions): Pushes & { stop(): void } {
  const { storage, events, presence, viewers, clock, after, deliver, report } = options
  const waiting = createWaiting({ after, onDue: (told) => void tell(told).catch(report) })

  function wait(told: Told): void {
    const isAvailable = presence.choiceOf(told.commercialId) === 'online'
    if (told.kind === 'newChat' && !isAvailable) return
    const isAttended = presence.statusOf(told.commercialId) === 'online'
    waiting.add(told, isAttended ? ATTENDED_MS : UNATTENDED_MS)
  }

  async function hear({ message, chat }: DomainEvents['MessageSent']): Promise<void> {
    if (message.senderType !== 'visitor' || message.isInternal) return
    const { assignee } = chat
    if (assignee !== null) {
      return wait({ commercialId: assignee.commercialId, kind: 'message', message, chat })
    }
    const team = await storage.commercialsOf([chat.siteId])
    for (const { commercialId } of team) wait({ commercialId, kind: 'newChat', message, chat })
  }

  async function tell(told: Told): Promise<void> {
    const { commercialId, chat } = told
    if (viewers.of(chat.chatId).some((viewer) => viewer.commercialId === commercialId)) return
    const devices = await storage.pushDevices(commercialId)
    if (devices.length === 0 || !(await wants(told))) return
    const payload = await payloadOf(told)
    const push = { ttl: TTL_S[told.kind], urgency: 'high', topic: topicOf(chat) } as const
    await Promise.all(devices.map((device) => send(device, { ...push, text: JSON.stringify(payload) })))
  }

  async function wants({ commercialId, kind }: Told): Promise<boolean> {
    const { notifying } = await storage.personalSettings({ userId: commercialId })
    return notifying.kinds[kind].isShown && !isQuiet(notifying.quietHours, new Date(clock.now()))
  }

  async function payloadOf({ commercialId, kind, message, chat }: Told): Promise<PushPayload> {
    const site = await storage.siteById(chat.siteId)
    const title = kind === 'mention' ? `@ ${message.senderName}` : (chat.visitor.name ?? site?.name ?? '')
    const said = message.content || (message.attachment?.fileName ?? '')
    const body = said.slice(0, MAX_TEXT).toWellFormed()
    return { title, body, ownerId: commercialId, chatId: chat.chatId, seq: message.seq }
  }

  async function send(
    device: PushDeviceRecord,
    push: Omit<Push, 'endpoint' | 'recipient'>,
    isLastTry = false,
  ): Promise<void> {
    const { endpoint, p256dh, auth } = device
    const delivered = await deliver({ ...push, endpoint, recipient: { p256dh, auth } })
    if (delivered.kind === 'gone') await storage.dropPushEndpoint(endpoint)
    else if (delivered.kind === 'later' && !isLastTry)
      after(delivered.ms, () => void send(device, push, true).catch(report))
  }

  const stop = events.onAny((name, event) => {
    if (name === 'MessageSent') void hear(event as DomainEvents['MessageSent']).catch(report)
    if (name === 'ChatChanged') waiting.follow((event as DomainEvents['ChatChanged']).chat)
    if (name === 'VisitorErased')
      for (const { chatId } of (event as DomainEvents['VisitorErased']).chats) waiting.drop(chatId)
    if (name !== 'CommercialsMentioned') return
    const { message, chat, mentioned } = event as DomainEvents['CommercialsMentioned']
    for (const commercialId of mentioned) wait({ commercialId, kind: 'mention', message, chat })
  })

  return {
    publicKey: options.publicKey,
    accepts: (endpoint) => options.allowPrivate || isPublicService(endpoint),
    async test(commercialId: CommercialId) {
      const payload: PushPayload = { title: 'Sobremesa', body: '👋', ownerId: commercialId }
      const push = { ttl: 60, urgency: 'high', topic: undefined, text: JSON.stringify(payload) } as const
      const devices = await storage.pushDevices(commercialId)
      await Promise.all(devices.map((device) => send(device, push, true)))
    },
    stop() {
      stop()
      waiting.stop()
    },
  }
}

/** A later message of a chat takes the place of one that has not reached the telephone: at most 32 characters of base64url. */
function topicOf({ chatId }: ChatRecord): string {
  return chatId.replaceAll('-', '').slice(0, 32)
}
