import type { ChatClient } from '../chat-client.ts'
import type { ClientState } from '../state.ts'
import { goOnFrom } from './go-on-from.ts'
import type { ShareOptions } from './tab-ports.ts'

/** Files go up from the tab that has them: a leader that dies must not take them with it, and progress is for who waits. */
export interface Uploads {
  readonly upload: ChatClient['upload']
  end(): void
}

export function createUploads(
  { create, ports }: Pick<ShareOptions, 'create' | 'ports'>,
  stateNow: () => ClientState,
): Uploads {
  let client: ChatClient | null = null

  return {
    upload(chatId, file, options) {
      // The connection is the leader's.
      const environment = { ...ports.environment, loadSocket: () => new Promise<never>(() => {}) }
      client ??= create(goOnFrom(stateNow()), environment)
      return client.upload(chatId, file, options)
    },
    end() {
      client?.close()
      client = null
    },
  }
}
