import { uuidv7 } from 'uuidv7'
import type { MacroId, SiteId } from '#shared/ids.ts'
import type { MacroActions } from '#shared/macro.ts'
import type { Change, MacroRecord, NewMacro } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { checkMayChange, checkMayHave, mayUse } from '../domain/ownership.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Connection } from './connection.ts'
import { changedBy, checkRoom, checkSiteExists, usableAt } from './owned-things.ts'
import * as statements from './statements/desk.ts'
import type { MacroRow } from './statements/desk.ts'
import type { Step } from './writer.ts'

export function listMacros(
  { db }: Step,
  reader: CommercialIdentity,
  siteId: SiteId | undefined,
): MacroRecord[] {
  const rows = [
    ...db.all(statements.ownMacros, reader.userId),
    ...usableAt(db, reader, siteId).flatMap((site) => db.all(statements.sharedMacros, site)),
  ]
  return rows
    .map(macroRecord)
    .filter((macro) => siteId === undefined || macro.siteId === null || macro.siteId === siteId)
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.macroId < b.macroId ? -1 : 1))
}

export function createMacro(step: Step, owner: CommercialIdentity, macro: NewMacro): MacroRecord {
  checkMayHave(owner, macro)
  checkRoom(
    macro.isShared
      ? step.db.all(statements.sharedMacros, macro.siteId).length
      : step.db.all(statements.ownMacros, owner.userId).length,
  )
  return keep(step, { ...macro, ownerId: owner.userId, macroId: uuidv7() as MacroId, updatedAt: step.now })
}

export function changeMacro(
  step: Step,
  by: CommercialIdentity,
  { macroId, ...change }: Change<NewMacro> & { macroId: MacroId },
): MacroRecord {
  const before = findMacro(step.db, by, macroId)
  checkMayChange(by, before, 'macro_not_found')
  const after = { ...changedBy(before, change), updatedAt: step.now }
  checkMayHave(by, after)
  return keep(step, after)
}

export function deleteMacro({ db }: Step, by: CommercialIdentity, macroId: MacroId): void {
  checkMayChange(by, findMacro(db, by, macroId), 'macro_not_found')
  db.run(statements.deleteMacro, macroId)
}

/** The macro, if this person may use it. */
export function findMacro(db: Connection, by: CommercialIdentity, macroId: MacroId): MacroRecord {
  const row = db.one(statements.macroById, macroId)
  if (row === undefined || !mayUse(by, macroRecord(row))) throw new Refusal('macro_not_found')
  return macroRecord(row)
}

function keep({ db }: Step, macro: MacroRecord): MacroRecord {
  const { macroId, ownerId, siteId, isShared, name, actions, updatedAt } = macro
  if (siteId !== null) checkSiteExists(db, siteId)
  const does = JSON.stringify(actions)
  db.run(statements.keepMacro, macroId, ownerId, siteId, isShared ? 1 : 0, name, does, updatedAt)
  return macro
}

function macroRecord({ isShared, actions, ...row }: MacroRow): MacroRecord {
  return { ...row, isShared: isShared === 1, actions: JSON.parse(actions) as MacroActions }
}
