import type { CommercialRecord } from '../domain/records.ts'
import type { Connection } from './connection.ts'
import { commercialRecord } from './people.ts'
import { formerCommercials } from './statements/people.ts'

/** Those who left, by name. */
export function listFormerCommercials(db: Connection): CommercialRecord[] {
  return db
    .all(formerCommercials)
    .map((row) => commercialRecord(db, row))
    .toSorted((a, b) => a.name.localeCompare(b.name) || (a.commercialId < b.commercialId ? -1 : 1))
}
