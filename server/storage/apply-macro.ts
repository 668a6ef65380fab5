import type { ChatId, CommercialId } from '#shared/ids.ts'
import { MAX_CONTENT_BYTES, MAX_CONTENT_LENGTH, MAX_TAGS } from '#shared/limits.ts'
import type { MacroActions } from '#shared/macro.ts'
import { utf8Length } from '#shared/text.ts'
import { fillVariables, firstName } from '#shared/variables.ts'
import type { AppliedMacroRecord, Applying } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Appended, ChangedChat } from '../domain/storage.ts'
import { appendMessage } from './append-message.ts'
import { findMacro } from './macros.ts'
import { assignChat, closeChat } from './manage-chats.ts'
import { findManagedChat, unchanged } from './managed-chats.ts'
import { snoozeChat } from './snooze-chats.ts'
import type { ChatRow } from './statements/chats.ts'
import { siteById } from './statements/sites.ts'
import { visitorById } from './statements/visitors.ts'
import { tagChat } from './tag-chats.ts'
import type { Step } from './writer.ts'

type OnChat = Applying & { readonly chatId: ChatId }

/** Does all that the macro does. What any part refuses is thrown, and undoes the others: they share the step. */
export function applyMacro(step: Step, by: CommercialIdentity, applying: OnChat): AppliedMacroRecord {
  const { chatId } = applying
  const chat = findManagedChat(step.db, by, chatId)
  const { actions, siteId } = findMacro(step.db, by, applying.macroId)
  if (siteId !== null && siteId !== chat.siteId) throw new Refusal('macro_not_found')
  const appended = answer(step, by, { ...applying, actions, chat })
  // Told again, since its answer was lost on the way: what the team has done to the chat since then stays.
  if (appended !== null && !appended.isNew) {
    return { appended, assigned: null, closed: null, chat: unchanged(step, chat) }
  }
  const tagged = tag(step, by, { chatId, actions })
  const assigned = assign(step, by, { chatId, actions })
  const { snoozeMinutes, close } = actions
  const until = snoozeMinutes === undefined ? undefined : step.now + snoozeMinutes * 60_000
  const snoozed = until === undefined ? null : snoozeChat(step, by, { chatId, until })
  const closed = close === true ? closeChat(step, by, chatId) : null
  const changes = [tagged, assigned, snoozed, closed].filter((change) => change?.isChanged === true)
  const after = unchanged(step, findManagedChat(step.db, by, chatId))
  return { appended, assigned, closed, chat: { ...after, isChanged: changes.length > 0 } }
}

function answer(
  step: Step,
  by: CommercialIdentity,
  { actions, chat, chatId, clientMessageId, seenSeq }: OnChat & { actions: MacroActions; chat: ChatRow },
): Appended | null {
  const { reply, isInternal = false } = actions
  if (reply === undefined) return null
  const content = filled(step, by, { reply, chat })
  return appendMessage(step, by, { chatId, content, type: 'text', isInternal, clientMessageId, seenSeq })
}

function filled(
  { db }: Step,
  by: CommercialIdentity,
  { reply, chat }: { reply: string; chat: ChatRow },
): string {
  const visitor = db.one(visitorById, chat.visitorId)
  const name = visitor?.name ?? ''
  const content = fillVariables(reply, {
    'visitor.name': name,
    'visitor.firstName': firstName(name),
    'visitor.email': visitor?.email ?? '',
    'commercial.name': by.name,
    'commercial.firstName': firstName(by.name),
    'site.name': db.one(siteById, chat.siteId)?.name ?? '',
  })
  const isTooLong = content.length > MAX_CONTENT_LENGTH || utf8Length(content) > MAX_CONTENT_BYTES
  if (!isTooLong && content !== '') return content
  const message = isTooLong ? 'Too long once it is filled in' : 'Nothing is left once it is filled in'
  throw new Refusal('invalid', { issues: [{ path: 'reply', message }] })
}

type Doing = { readonly chatId: ChatId; readonly actions: MacroActions }

function tag(step: Step, by: CommercialIdentity, { chatId, actions }: Doing): ChangedChat | null {
  const { addTags = [], removeTags = [] } = actions
  if (addTags.length + removeTags.length === 0) return null
  const { tags } = findManagedChat(step.db, by, chatId)
  const wanted = new Set([...(JSON.parse(tags) as string[]), ...addTags])
  for (const tag of removeTags) wanted.delete(tag)
  if (wanted.size > MAX_TAGS) {
    throw new Refusal('invalid', { issues: [{ path: 'addTags', message: `At most ${MAX_TAGS} tags` }] })
  }
  return tagChat(step, by, { chatId, tags: [...wanted].toSorted() })
}

function assign(step: Step, by: CommercialIdentity, { chatId, actions }: Doing): ChangedChat | null {
  const { assignee } = actions
  if (assignee === undefined) return null
  const commercialId = assignee === 'me' ? by.userId : (assignee as CommercialId)
  const assigneeId = assignee === 'none' ? null : commercialId
  return assignChat(step, by, { chatId, assigneeId, ifUnassigned: false })
}
