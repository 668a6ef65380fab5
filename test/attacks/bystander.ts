import { once } from 'node:events'
import { io, type Socket } from 'socket.io-client'
import { expect } from 'vitest'
import { newVisitor } from '../contract/actors.ts'
import { call } from '../contract/call.ts'

/** A visitor who has nothing to do with any attack, and whose chat must go on whatever happens around it. */
export interface Bystander {
  readonly chatId: string
  readonly token: string
  /** Everything heard since the beginning. */
  readonly heard: readonly unknown[]
  /** Writes, is answered, and hears it on the same connection as ever. */
  expectServed(): Promise<void>
  close(): void
}

export async function createBystander(url: string, siteKey: string): Promise<Bystander> {
  const { token, headers } = await newVisitor(url, siteKey)
  const opened = await call(url, 'POST /v2/chats', { body: {}, headers })
  const chatId = String(opened.body['chatId'])
  const socket: Socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
  })
  await once(socket as never, 'welcome')
  const heard: unknown[] = []
  socket.onAny((...event) => heard.push(event))
  await socket.emitWithAck('chat:join', { chatId })
  return {
    chatId,
    token,
    heard,
    async expectServed() {
      const content = `still here ${crypto.randomUUID()}`
      const echo = new Promise<string>((resolve) => {
        socket.on('message:new', (message: { content: string }) => {
          if (message.content === content) resolve(message.content)
        })
      })
      const { status, text } = await call(url, 'POST /v2/messages', { body: { chatId, content }, headers })
      expect(status, text).toBe(201)
      expect(await echo).toBe(content)
    },
    close: () => void socket.disconnect(),
  }
}
