import type { CommercialId, SiteId } from '#shared/ids.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChangedCommercial, CommercialChange } from '../domain/storage.ts'
import { commercialRecord } from './people.ts'
import { endSessionsOf } from './sessions.ts'
import * as statements from './statements/people.ts'
import { siteById } from './statements/sites.ts'
import type { Step } from './writer.ts'

/** A team without an admin could never get one again, so the last one stays. */
export function changeCommercial(
  step: Step,
  commercialId: CommercialId,
  change: CommercialChange,
): ChangedCommercial {
  const { db, now } = step
  const row = db.one(statements.anyCommercialById, commercialId)
  if (row === undefined) throw new Refusal('commercial_not_found')
  const name = change.name ?? row.name
  const role = change.role ?? row.role
  const isDisabled = change.isDisabled ?? row.disabledAt !== null
  db.run(statements.updateCommercial, commercialId, name, role, isDisabled ? (row.disabledAt ?? now) : null)
  const wasAdmin = row.role === 'admin' && row.disabledAt === null
  if (wasAdmin && db.all(statements.admins).length === 0) throw new Refusal('last_admin')
  if (role === 'admin') db.run(statements.forgetMemberships, commercialId)
  else if (change.siteIds !== undefined) setSites(step, commercialId, change.siteIds)
  const endedSessions = isDisabled ? endSessionsOf(step, commercialId, null) : []
  return { commercial: commercialRecord(db, { ...row, name, role }), endedSessions }
}

/** Returns which sessions ended: all but the one it was done in. */
export function changePassword(
  step: Step,
  { commercialId, passwordHash }: { commercialId: CommercialId; passwordHash: string },
  keptSessionId: string,
): string[] {
  step.db.run(statements.setPassword, commercialId, passwordHash)
  return endSessionsOf(step, commercialId, keptSessionId)
}

function setSites({ db }: Step, commercialId: CommercialId, siteIds: readonly SiteId[]): void {
  db.run(statements.forgetMemberships, commercialId)
  for (const siteId of siteIds) {
    if (db.one(siteById, siteId) === undefined) throw new Refusal('site_not_found')
    db.run(statements.insertMembership, siteId, commercialId)
  }
}
