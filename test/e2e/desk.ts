import type { Chat } from '#shared/chat.ts'
import type { ChangeSettings } from '#shared/site-settings.ts'
import { createCall } from '../../demo/seed/call.ts'
import { ADMIN } from '../server.ts'

/** The team's side of a test, without a browser: what an admin decides, and what a commercial says to the chat that moved last. */
export interface Desk {
  decide(settings: ChangeSettings): Promise<void>
  say(text: string): Promise<void>
  close(): Promise<void>
  /** Nothing that the visitor writes is taken from here on. */
  block(): Promise<void>
}

export async function openDesk(url: string): Promise<Desk> {
  const call = createCall(url)
  const { accessToken: token } = await call('POST /v2/auth/login', { body: ADMIN })
  let said = 0

  async function newestChat(): Promise<Chat> {
    const { chats } = await call('GET /v2/chats', { token, query: {} })
    const [chat] = chats
    if (chat === undefined) throw new Error('Nobody has written yet.')
    return chat
  }

  return {
    async decide(settings) {
      const { sites } = await call('GET /v2/sites', { token })
      const siteId = sites[0]?.siteId ?? ''
      await call('PATCH /v2/sites/:siteId', { token, params: { siteId }, body: settings })
    },
    async say(text) {
      const { chatId } = await newestChat()
      said += 1
      await call('POST /v2/messages', {
        token,
        body: { chatId, content: text, clientMessageId: `desk-${said}` },
      })
    },
    async close() {
      const { chatId } = await newestChat()
      await call('PUT /v2/chats/:chatId/close', { token, params: { chatId } })
    },
    async block() {
      const { visitor } = await newestChat()
      const { visitorId } = visitor
      await call('PATCH /v2/visitors/:visitorId', { token, params: { visitorId }, body: { isBlocked: true } })
    },
  }
}
