import type { AuditEntry } from '#shared/audit.ts'
import type { ChatId } from '#shared/ids.ts'
import type { AuditStrings } from '../../../i18n/audit.en.ts'

/** Names by id: the log itself holds none, so that it can stay when what it tells of is erased. */
export interface Known {
  readonly people: ReadonlyMap<string, string>
  readonly sites: ReadonlyMap<string, string>
}

/** What an entry is about. */
export interface Subject {
  readonly text: string
  /** It can be looked at. */
  readonly chatId?: ChatId
}

/** Done before anybody is signed in: whom it is about is who did it. */
const BY_ITS_SUBJECT: ReadonlySet<string> = new Set(['signed_in', 'invitation_accepted', 'team_set_up'])

const BY_THE_SERVER: ReadonlySet<string> = new Set(['webhook_stopped'])

/** Whoever did it, by name where it is known. */
export function actorOf(entry: AuditEntry, known: Known, texts: AuditStrings): string {
  const { actorId, actorType, action, outcome, subjectId = '' } = entry
  if (actorId !== undefined) {
    if (actorType === 'visitor') return `${texts.visitor} ${shortened(actorId)}`
    return known.people.get(actorId) ?? `${texts.gone} (${shortened(actorId)})`
  }
  if (BY_THE_SERVER.has(action)) return texts.server
  const own = outcome === 'done' && BY_ITS_SUBJECT.has(action) ? known.people.get(subjectId) : undefined
  return own ?? texts.nobody
}

/** Null: there is nothing to say that is not said already. */
export function subjectOf(entry: AuditEntry, known: Known, texts: AuditStrings): Subject | null {
  const { action, subjectId } = entry
  if (subjectId === undefined || subjectId === entry.actorId) return null
  if (action === 'conversation_saved') {
    return { text: `${texts.conversation} ${shortened(subjectId)}`, chatId: subjectId as ChatId }
  }
  const ids = subjectId.split('/')
  if (action.startsWith('visitor')) return { text: `${texts.visitor} ${ids.map(shortened).join(' / ')}` }
  const text = ids.map((id) => known.people.get(id) ?? known.sites.get(id) ?? shortened(id)).join(' / ')
  return text === actorOf(entry, known, texts) ? null : { text }
}

/** Ids of one moment begin alike: their end tells them apart. */
function shortened(id: string): string {
  return id.length > 12 ? `…${id.slice(-6)}` : id
}
