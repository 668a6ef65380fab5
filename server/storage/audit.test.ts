import { expect, it } from 'vitest'
import { command, Connection } from './connection.ts'
import { loadMigrations, migrate } from './migrations.ts'
import { insertAudit } from './statements/audit.ts'

it.each(['UPDATE audit_log SET at = 0', 'DELETE FROM audit_log'])(
  'H01: the audit log only grows: %s is refused',
  (sql) => {
    const db = new Connection(':memory:')
    const folder = new URL('./migrations/', import.meta.url)
    migrate(db, loadMigrations(folder), { dataPath: ':memory:', now: 0 })
    db.run(insertAudit, 1, 'signed_in', 'done', null, null, null, null)
    expect(() => db.run(command(sql))).toThrow('the audit log only grows')
  },
)
