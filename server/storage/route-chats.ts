import type { CommercialId, SiteId } from '#shared/ids.ts'
import type { Routing } from '#shared/site-settings.ts'
import { chooseCommercial, type Candidate } from '../domain/choose-commercial.ts'
import type { ChangedChat, OnlineTeams } from '../domain/storage.ts'
import type { Access } from './access.ts'
import type { Connection } from './connection.ts'
import { changed } from './managed-chats.ts'
import { findSiteById } from './sites.ts'
import { chatById, type ChatRow } from './statements/chats.ts'
import { countOfAssignee, waitingChats } from './statements/lists.ts'
import { commercialForSite } from './statements/people.ts'
import { takeTurn, turnOf } from './statements/routing.ts'
import { allSiteIds } from './statements/sites.ts'
import type { Step } from './writer.ts'

// Bounds one write; the next round takes the next ones.
const MAX_ROUTED = 50
const OPEN = ['PENDING', 'IN_PROGRESS'] as const

/** Gives chats that wait for nobody in particular to people who are online, as their site wants it. */
export async function routeChats({ read, write }: Access, online: OnlineTeams): Promise<ChangedChat[]> {
  // A write that writes nothing would wait for the disk all the same.
  const isAnyWaiting = await read(({ db }) =>
    [...online.keys()].some((siteId) => queueOf(db, siteId, 1).length > 0),
  )
  if (!isAnyWaiting) return []
  return write((step) => [...online].flatMap(([siteId, people]) => routeSite(step, siteId, people)))
}

function routeSite(step: Step, siteId: SiteId, people: readonly CommercialId[]): ChangedChat[] {
  const { db } = step
  const routing = findSiteById(db, siteId)?.settings.routing
  if (routing === undefined || routing.mode === 'manual') return []
  // Who has left the team since they connected gets nothing more.
  const team = people.filter((person) => db.one(commercialForSite, person, siteId) !== undefined)
  return queueOf(db, siteId, MAX_ROUTED).flatMap((chat) => routeOne(step, chat, { team, routing }) ?? [])
}

function routeOne(
  step: Step,
  chat: ChatRow,
  { team, routing }: { team: readonly CommercialId[]; routing: Routing },
): ChangedChat | null {
  const { db } = step
  const { siteId, returnedFrom } = chat
  const candidates = team
    .filter((person) => person !== returnedFrom)
    .map((person): Candidate => {
      const lastTurn = db.one(turnOf, siteId, person)?.turn ?? 0
      return { commercialId: person, openChats: openChatsOf(db, person), lastTurn }
    })
  const assigneeId = chooseCommercial(routing, candidates)
  if (assigneeId === null) return null
  db.run(takeTurn, siteId, assigneeId)
  return changed(step, chat, { assigneeId, returnedFrom: null })
}

/** Unassigned chats whose visitors wait, the longest first. */
function queueOf(db: Connection, siteId: SiteId, limit: number): ChatRow[] {
  const places = OPEN.flatMap((lane) => db.all(waitingChats, siteId, lane, -1, '', limit, '', null))
  return places
    .toSorted((a, b) => a.at - b.at)
    .slice(0, limit)
    .flatMap(({ chatId }) => db.one(chatById, chatId) ?? [])
}

function openChatsOf(db: Connection, commercialId: CommercialId): number {
  const counts = db
    .all(allSiteIds)
    .flatMap(({ siteId }) =>
      OPEN.map((lane) => db.one(countOfAssignee, siteId, lane, commercialId)?.count ?? 0),
    )
  return counts.reduce((sum, count) => sum + count, 0)
}
