import type { ChatClient, CommercialOptions } from '../core/chat-client.ts'
import { createCommercialClient } from '../core/create-commercial-client.ts'
import type { GetToken } from './host-token.ts'
import type { KeptWork } from './kept-work/kept-work.ts'

interface Opening extends Pick<CommercialOptions, 'apiUrl' | 'locale'> {
  /** Of the back office that holds the console; without it, login and cookie. */
  readonly getToken: GetToken | undefined
  /** What this device has kept; null where it keeps nothing. */
  readonly work: KeptWork | null
}

/** A client of the console's own. */
export function createConsoleClient({ getToken, work, ...options }: Opening): ChatClient {
  return createCommercialClient({
    ...options,
    role: 'commercial',
    ...(getToken === undefined ? {} : { getToken }),
    ...work?.options(),
  })
}
