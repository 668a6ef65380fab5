import type { SiteRecord } from '../domain/records.ts'
import type { ChangedChat } from '../domain/storage.ts'
import { returnNote } from '../domain/system-notes.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import { changed } from './managed-chats.ts'
import { listSites } from './sites.ts'
import { chatById, type ChatRow } from './statements/chats.ts'
import { teammateById } from './statements/people.ts'
import { unanswered } from './statements/routing.ts'
import { appendSystemNote } from './system-note.ts'
import type { Step } from './writer.ts'

const MAX_RETURNED = 50

/** Puts chats back into the queue whose assignee has let their visitor wait for longer than the site allows. */
export async function returnChats({ read, write }: Access): Promise<ChangedChat[]> {
  const isAnyDue = await read(({ db, now }) => overdue(db, now, 1).length > 0)
  if (!isAnyDue) return []
  return write((step) =>
    overdue(step.db, step.now, MAX_RETURNED).map(({ chat, site, minutes }) =>
      returnOne(step, chat, { site, minutes }),
    ),
  )
}

interface Overdue {
  readonly chat: ChatRow
  readonly site: SiteRecord
  readonly minutes: number
}

function overdue(db: Connection, now: number, limit: number): Overdue[] {
  return listSites(db).flatMap((site) => {
    const minutes = site.settings.autoReturnMinutes
    if (minutes === null) return []
    const since = now - minutes * 60_000
    return (['PENDING', 'IN_PROGRESS'] as const)
      .flatMap((lane) => db.all(unanswered, site.siteId, lane, since, limit))
      .flatMap(({ chatId }) => db.one(chatById, chatId) ?? [])
      .map((chat) => ({ chat, site, minutes }))
  })
}

function returnOne(
  step: Step,
  before: ChatRow,
  { site, minutes }: { site: SiteRecord; minutes: number },
): ChangedChat {
  const { assigneeId } = before
  const name = (assigneeId && step.db.one(teammateById, assigneeId)?.name) ?? ''
  const { chat, note } = appendSystemNote(step, before, returnNote({ name, minutes }, site.locale))
  return { ...changed(step, chat, { assigneeId: null, returnedFrom: assigneeId }), note }
}
