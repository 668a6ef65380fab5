import type { AuditStorage, NewAuditEntry } from '../domain/audit.ts'
import type { Access } from './access.ts'
import * as statements from './statements/audit.ts'
import type { Step } from './writer.ts'

export function auditStorage({ read, write }: Access): AuditStorage {
  return {
    appendAudit: (entry) => write((step) => append(step, entry)),
    auditLog: ({
      before = Number.MAX_SAFE_INTEGER,
      actorId = null,
      action = null,
      from = 0,
      to = Number.MAX_SAFE_INTEGER,
      limit,
    }) => read(({ db }) => db.all(statements.auditBefore, before, actorId, action, from, to, limit)),
  }
}

function append({ db, now }: Step, { action, outcome, actor, ...entry }: NewAuditEntry): void {
  const { subjectId = null, addressPrefix = null } = entry
  db.run(
    statements.insertAudit,
    now,
    action,
    outcome,
    actor?.type ?? null,
    actor?.id ?? null,
    subjectId,
    addressPrefix,
  )
}
