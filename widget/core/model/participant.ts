import type { ChatClient, VisitorOptions } from '../chat-client.ts'
import { createChatClient } from '../create-chat-client.ts'
import type { ThreadMessage } from '../state.ts'
import { createInFlight, type InFlight } from './in-flight.ts'
import { createModelFetch } from './model-http.ts'
import { createModelSocket, type ModelSocket } from './model-socket.ts'
import { CHAT, type ModelStore, type Person } from './model-store.ts'
import { createTestEnvironment, settled, type TestEnvironment } from './test-environment.ts'

/** Somebody in the chat: a whole client, and the lines between it and the model. */
export interface Participant {
  readonly person: Person
  readonly client: ChatClient
  readonly inFlight: InFlight
  readonly socket: ModelSocket
  readonly environment: TestEnvironment
  /** What they have sent, in that order. */
  readonly written: string[]
  thread(): readonly ThreadMessage[]
  /** Lets everything through, one after the other, with time passing, for so long. */
  calm(rounds: number): Promise<void>
}

export function participate(
  store: ModelStore,
  person: Person,
  visitor: Partial<VisitorOptions> = {},
): Participant {
  const inFlight = createInFlight()
  const socket = createModelSocket(store, person, inFlight)
  store.listen(socket.tell)
  const fetch = createModelFetch({ store, person, inFlight })
  // Keys are the server's to tell apart by sender: here everybody draws from the same ones on purpose.
  const environment = createTestEnvironment({ openSocket: socket.open })
  const common = { apiUrl: 'http://model', fetch }
  const client = createChatClient(
    person.role === 'visitor'
      ? { ...common, role: 'visitor', tokens: { get: () => null, set() {} }, ...visitor }
      : { ...common, role: 'commercial', getToken: async () => person.id },
    environment,
  )

  async function calm(rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      while (inFlight.ready().length > 0) {
        inFlight.advance(0)
        await settled()
      }
      socket.ping()
      await environment.advance(2_500)
    }
  }

  return {
    person,
    client,
    inFlight,
    socket,
    environment,
    calm,
    written: [],
    thread: () => client.state.get().chats.get(CHAT)?.thread ?? [],
  }
}
