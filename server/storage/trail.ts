import type { VisitorId } from '#shared/ids.ts'
import type { TrailRecord, VisitorRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { TrailStep } from '../domain/visitor-storage.ts'
import type { Connection } from './connection.ts'
import {
  forgetTrailUpTo,
  insertTrailEntry,
  lastTrailSeq,
  moveTrail,
  trailOf,
  visitorById,
} from './statements/visitors.ts'
import { saveVisitor } from './visitors.ts'
import type { Step } from './writer.ts'

const MAX_STEPS = 100

/** The newest first. */
export function readTrail(db: Connection, visitorId: VisitorId): TrailRecord[] {
  return db.all(trailOf, visitorId).map(({ entry }) => JSON.parse(entry) as TrailRecord)
}

/** One step more, and the oldest forgotten. A page that is told again while it is shown is no step. */
export function addToTrail({ db, now }: Step, visitorId: VisitorId, said: TrailStep): VisitorRecord {
  const row = db.one(visitorById, visitorId)
  if (row === undefined) throw new Refusal('visitor_not_found')
  const [last] = readTrail(db, visitorId)
  const isShown = said.kind === 'page' && last?.kind === 'page' && last.url === said.url
  if (!isShown) append(db, visitorId, { ...said, at: now })
  const page = said.kind === 'page' ? JSON.stringify({ url: said.url, title: said.title }) : row.page
  return saveVisitor(db, { ...row, page, seenAt: now })
}

/** Of somebody new, the newest first. */
export function fillTrail({ db }: Step, visitorId: VisitorId, trail: readonly TrailRecord[]): void {
  for (const entry of trail.toReversed()) append(db, visitorId, entry)
}

/** Behind the other's own, for two visitors who turn out to be one. */
export function joinTrails(db: Connection, from: VisitorId, to: VisitorId): void {
  db.run(moveTrail, from, to, db.one(lastTrailSeq, to)?.seq ?? 0)
  forgetOldest(db, to)
}

function append(db: Connection, visitorId: VisitorId, entry: TrailRecord): void {
  const seq = (db.one(lastTrailSeq, visitorId)?.seq ?? 0) + 1
  db.run(insertTrailEntry, visitorId, seq, entry.at, JSON.stringify(entry))
  forgetOldest(db, visitorId)
}

function forgetOldest(db: Connection, visitorId: VisitorId): void {
  db.run(forgetTrailUpTo, visitorId, (db.one(lastTrailSeq, visitorId)?.seq ?? 0) - MAX_STEPS)
}
