import type { Refused } from '#shared/events.ts'
import { languageOf, refusalSentence } from '../domain/refusal-sentence.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChatSocket } from './connection.ts'
import type { Tally } from './tally.ts'

/** The one way in which a failure becomes an answer over the socket. What is no refusal is a bug: reported here, and told to nobody. */
export function toRefused(
  cause: unknown,
  { socket, report, tally }: { socket: ChatSocket; report: (cause: unknown) => void; tally: Tally },
): Refused {
  if (!(cause instanceof Refusal)) report(cause)
  const code = cause instanceof Refusal ? cause.code : 'internal_error'
  tally.refused(code)
  const language = languageOf(socket.handshake.headers['accept-language'])
  return { success: false, code, message: refusalSentence(code, language) }
}
