import type { ChatId, CommercialId } from '#shared/ids.ts'
import type { Attachment } from '#shared/message.ts'
import type { ClientOptions } from './chat-client.ts'
import type { Environment } from './environment.ts'
import type { ClientState, DraftMessage } from './state.ts'

interface Author {
  readonly role: ClientOptions['role']
  readonly state: ClientState
  readonly environment: Pick<Environment, 'now' | 'newId'>
}

export interface Written {
  readonly chatId: ChatId
  readonly content: string
  readonly isInternal?: boolean
  readonly attachment?: Attachment
  readonly mentions?: readonly CommercialId[]
}

/** What was written just now, with a key of its own. */
export function createDraft({ role, state, environment }: Author, written: Written): DraftMessage {
  const { session } = state
  const visitorName = session.state === 'visitor' ? session.visitor.name : undefined
  return {
    isInternal: false,
    ...written,
    delivery: 'sending',
    clientMessageId: environment.newId(),
    senderId: ownIdOf(state),
    senderType: role,
    senderName: session.state === 'commercial' ? session.commercial.name : (visitorName ?? ''),
    type: written.attachment ? 'file' : 'text',
    sentAt: new Date(environment.now()).toISOString(),
  }
}

/** Whoever this client is; empty while that is not known. */
export function ownIdOf({ session }: ClientState): string {
  if (session.state === 'visitor') return session.visitor.visitorId
  return session.state === 'commercial' ? session.commercial.commercialId : ''
}
