import { uuidv7 } from 'uuidv7'
import type { ViewId } from '#shared/ids.ts'
import type { ViewFilter } from '#shared/view.ts'
import type { Change, NewView, ViewRecord } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { changedBy, checkRoom } from './owned-things.ts'
import * as statements from './statements/personal.ts'
import type { ViewRow } from './statements/personal.ts'
import type { Step } from './writer.ts'

/** One's own and the shared ones, by name. */
export function listViews({ db }: Step, reader: CommercialIdentity): ViewRecord[] {
  const rows = [...db.all(statements.viewsOfOwner, reader.userId), ...db.all(statements.sharedViews)]
  const views = new Map(rows.map((row) => [row.viewId, viewRecord(row)]))
  return [...views.values()].toSorted(
    (a, b) => a.name.localeCompare(b.name) || (a.viewId < b.viewId ? -1 : 1),
  )
}

export function createView(step: Step, owner: CommercialIdentity, view: NewView): ViewRecord {
  checkRoom(step.db.all(statements.viewsOfOwner, owner.userId).length)
  return keep(step, { ...view, viewId: uuidv7() as ViewId, ownerId: owner.userId, updatedAt: step.now })
}

export function changeView(
  step: Step,
  by: CommercialIdentity,
  { viewId, ...change }: Change<NewView> & { viewId: ViewId },
): ViewRecord {
  const before = findOwnView(step.db, by, viewId)
  return keep(step, { ...changedBy(before, change), updatedAt: step.now })
}

export function deleteView({ db }: Step, by: CommercialIdentity, viewId: ViewId): void {
  findOwnView(db, by, viewId)
  db.run(statements.deleteView, viewId)
}

/** To change it: their own, or, for an admin, one that is shared. */
function findOwnView(db: Connection, by: CommercialIdentity, viewId: ViewId): ViewRecord {
  const row = db.one(statements.viewById, viewId)
  const isOwn = row?.ownerId === by.userId
  if (row === undefined || (!isOwn && row.isShared === 0)) throw new Refusal('view_not_found')
  if (!isOwn && by.role !== 'admin') throw new Refusal('forbidden')
  return viewRecord(row)
}

function keep({ db }: Step, view: ViewRecord): ViewRecord {
  const { viewId, ownerId, isShared, name, filter, updatedAt } = view
  db.run(statements.keepView, viewId, ownerId, isShared ? 1 : 0, name, JSON.stringify(filter), updatedAt)
  return view
}

function viewRecord({ isShared, filter, ...row }: ViewRow): ViewRecord {
  return { ...row, isShared: isShared === 1, filter: JSON.parse(filter) as ViewFilter }
}
