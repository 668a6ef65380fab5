import { describe, expect, it } from 'vitest'
import type { ServerToClientEvents } from '#shared/events.ts'
import type { ChatId, CommercialId } from '#shared/ids.ts'
import type { Draft } from '#shared/draft.ts'
import type { Api, LooseApi } from './api.ts'
import { createDeskReader, emptyDesk } from './desk.ts'
import { createLifetime } from './lifetime.ts'
import { createTestEnvironment, settled } from './model/test-environment.ts'
import { createRetrier } from './retrier.ts'
import { emptyState } from './state.ts'
import { createStore } from './store.ts'

const one = 'chat-1' as ChatId
const two = 'chat-2' as ChatId
const joan = { commercialId: 'joan' as CommercialId, name: 'Joan' }
const timestamp = '2026-11-25T09:00:00.000Z'
const draft: Draft = { content: 'A medias', isInternal: false, updatedAt: timestamp }

function arrange() {
  const environment = createTestEnvironment()
  const life = createLifetime(environment)
  const told: unknown[] = []
  const store = createStore(emptyState('commercial'))
  const answers: Record<string, unknown> = {
    'GET /v2/sites': { sites: [{ siteId: 'a' }] },
    'GET /v2/viewers': { chats: [{ chatId: one, viewers: [joan] }] },
    'GET /v2/mentions': { mentions: [], nextCursor: null, unseenCount: 3 },
  }
  const api: LooseApi = async (name) => answers[name]
  const socket = { tell: (...args: unknown[]) => void told.push(args) } as never
  const retrier = createRetrier(life, environment)
  const reader = createDeskReader({ api: api as Api, environment, life, retrier, socket, store })
  const hear = <Name extends keyof ServerToClientEvents>(
    name: Name,
    payload: Parameters<ServerToClientEvents[Name]>[0],
  ) => (reader.events[name] as ((payload: unknown) => void) | undefined)?.(payload)
  return { reader, told, hear, desk: () => store.get().desk ?? emptyDesk }
}

describe('what the team knows besides its chats', () => {
  it('is read when a connection begins', async () => {
    const { reader, desk } = arrange()
    reader.refresh()
    await settled()
    expect(desk().sites.map(({ siteId }) => siteId)).toEqual(['a'])
    expect(desk().viewers.get(one)).toEqual([joan])
    expect(desk().unseenMentions).toBe(3)
  })

  it('knows which webhook the server gave up', () => {
    const { hear, desk } = arrange()
    const webhook = { webhookId: 'w1', url: 'https://crm.example/in', stopped: 'gone' }
    hear('webhook:stopped', webhook as never)
    expect(desk().stoppedWebhook).toEqual(webhook)
  })

  it('tells which chat is on screen, one at a time, and again after an absence', () => {
    const { reader, told } = arrange()
    reader.look(one)
    reader.look(one)
    reader.look(two)
    reader.refresh()
    reader.look(null)
    reader.refresh()
    expect(told).toEqual([
      ['viewing:start', { chatId: one }],
      ['viewing:start', { chatId: two }],
      ['viewing:start', { chatId: two }],
      ['viewing:stop', { chatId: two }],
    ])
  })

  it('follows who looks where, and forgets chats that nobody looks at', () => {
    const { hear, desk } = arrange()
    hear('chat:viewers', { chatId: one, viewers: [joan] })
    hear('chat:viewers', { chatId: two, viewers: [joan] })
    hear('chat:viewers', { chatId: one, viewers: [] })
    expect([...desk().viewers.keys()]).toEqual([two])
  })

  it('follows which visitors are there, from what a connection begins with', () => {
    const { hear, desk } = arrange()
    const visitor = (userId: string, status: 'online' | 'offline') =>
      ({ userId, userType: 'visitor', status, timestamp }) as const
    hear('presence:changed', visitor('gone', 'online'))
    hear('presence:state', {
      present: [visitor('v1', 'online'), { ...visitor('joan', 'online'), userType: 'commercial' }],
    })
    hear('presence:changed', visitor('v2', 'online'))
    hear('presence:changed', visitor('v1', 'offline'))
    hear('presence:changed', { online: true })
    expect([...desk().present]).toEqual(['v2'])
  })

  it('hears what another of one’s devices writes, and not its own echo', () => {
    const { reader, hear, desk } = arrange()
    hear('draft:changed', { chatId: one, draft, deviceId: reader.deviceId })
    expect(desk().drafts.size).toBe(0)
    hear('draft:changed', { chatId: one, draft, deviceId: 'telephone' })
    hear('draft:changed', { chatId: two, draft: null })
    expect([...desk().drafts]).toEqual([
      [one, draft],
      [two, null],
    ])
  })
})
