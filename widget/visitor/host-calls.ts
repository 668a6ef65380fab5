import type { Attributes } from '#shared/person.ts'
import type { TrackEvent, VisitorExport, VisitPage } from '#shared/visitor.ts'
import type { ChatClient } from '../core/chat-client.ts'
import { fitPage } from '../core/fit-page.ts'
import type { ClientState } from '../core/state.ts'
import { checkAttributes } from './check-attributes.ts'
import { visitorChat } from './visitor-chat.ts'
import { tell } from './widget-events.ts'

/** Who a page says that its visitor is. */
export interface Person {
  /** A JWT, signed with one of the site's identity keys: nothing else proves anything. */
  readonly token?: string
  readonly id?: string
  readonly name?: string
  readonly email?: string
  readonly phone?: string
  readonly avatarUrl?: string
}

export interface HostCalls {
  send(text: string): Promise<string>
  identify(person: Person): Promise<void>
  setAttributes(attributes: Attributes): Promise<void>
  track(name: string, props?: Attributes): Promise<void>
  page(page?: Partial<VisitPage>): Promise<void>
  logout(): Promise<void>
  exportData(): Promise<VisitorExport>
  deleteData(): Promise<void>
  /** Tells what was said before there was a client. */
  flush(): void
}

interface Client {
  readonly client: ChatClient | undefined
  start(): void
}

/** What is said of a visitor who does not exist yet is kept, as far as this. */
const MAX_STEPS = 20

/**
 * The page's calls beyond the talk itself. What it says of its visitor makes none: before they have written it is kept in memory, and
 * told with their first message.
 */
export function createHostCalls(widget: EventTarget & { start(): void }, visitor: Client): HostCalls {
  let description: Parameters<ChatClient['visitor']['describe']>[0] = {}
  let token: string | undefined
  let steps: (VisitPage | TrackEvent)[] = []
  let watched: ChatClient | undefined

  function flush(): void {
    const { client } = visitor
    if (client === undefined) return
    if (token !== undefined) client.visitor.identify(token)
    token = undefined
    const telling = description
    description = {}
    if (Object.keys(telling).length > 0) client.visitor.describe(telling).catch(keepTrying)
    if (watched !== client) {
      watched = client
      client.state.subscribe(tellSteps)
    }
    tellSteps(client.state.get())
  }

  function tellSteps({ session }: ClientState): void {
    const { client } = visitor
    if (client === undefined || session.state !== 'visitor' || steps.length === 0) return
    const telling = steps
    steps = []
    for (const step of telling) void tellStep(client, step).catch(keepTrying)
  }

  async function describe(more: typeof description): Promise<void> {
    const attributes = { ...description.attributes, ...more.attributes }
    description = { ...description, ...more, ...(Object.keys(attributes).length > 0 && { attributes }) }
    flush()
  }

  async function note(step: VisitPage | TrackEvent): Promise<void> {
    steps = [...steps, step].slice(-MAX_STEPS)
    flush()
  }

  /** For what only somebody who exists can ask. */
  function present(): ChatClient {
    const { client } = visitor
    if (client?.state.get().session.state !== 'visitor') throw new Error('There is no visitor yet')
    return client
  }

  return {
    flush,
    async send(text) {
      widget.start()
      const { client } = visitor
      if (client === undefined) throw new Error('This chat was stopped.')
      const chat = visitorChat(client.state.get())
      const key = client.send({ ...(chat && { chatId: chat.chatId }), content: text })
      return untilStored(client, key)
    },
    async identify({ token: proof, id, avatarUrl, name, email, phone }) {
      if (proof !== undefined) token = proof
      tell(widget, 'chat-identify', { isSigned: proof !== undefined })
      const attributes = { ...(id && { id }), ...(avatarUrl && { avatarUrl }) }
      await describe({
        ...(name && { name }),
        ...(email && { email }),
        ...(phone && { phone }),
        ...(Object.keys(attributes).length > 0 && { attributes }),
      })
    },
    async setAttributes(attributes) {
      checkAttributes(attributes)
      await describe({ attributes })
    },
    async track(name, props = {}) {
      checkAttributes(props)
      await note({ name, props })
    },
    page({ url = location.href, title = ownTitle() } = {}) {
      const page = { url, title }
      // Something else than a page of the web, which opens no session either.
      if (/^https?:/i.test(url)) visitor.client?.visitor.setPage(page)
      return note(fitPage(page))
    },
    async logout() {
      description = {}
      token = undefined
      steps = []
      const { client } = visitor
      if (client?.state.get().session.state !== 'visitor') return
      await client.call('DELETE /v2/visitors/session')
      client.visitor.forget()
    },
    exportData: async () => present().call('GET /v2/visitors/me/export'),
    async deleteData() {
      const client = present()
      await client.call('DELETE /v2/visitors/me')
      client.visitor.forget()
    },
  }
}

/** Without the number that calls the visitor back. */
function ownTitle(): string {
  return document.title.replace(/^\(\d+\+?\) /, '')
}

async function tellStep(client: ChatClient, step: VisitPage | TrackEvent): Promise<void> {
  if ('url' in step) await client.call('POST /v2/visitors/me/pages', { body: step })
  else await client.call('POST /v2/visitors/me/events', { body: step })
}

function untilStored(client: ChatClient, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const stop = client.state.subscribe(look)
    look(client.state.get())
    function look(state: ClientState): void {
      const message = visitorChat(state)?.thread.find(({ clientMessageId }) => clientMessageId === key)
      if (message === undefined || message.delivery === 'sending') return
      stop()
      if (message.delivery === 'sent') resolve(message.messageId)
      else reject(new Error(message.failure?.message ?? 'Not sent'))
    }
  })
}

function keepTrying(): void {
  // The way through a site is worth no error in somebody's page.
}
