import type { AuditRecord } from '../../domain/audit.ts'
import { command, query } from '../connection.ts'

export const insertAudit = command<
  [
    at: number,
    action: string,
    outcome: string,
    actorType: string | null,
    actorId: string | null,
    subjectId: string | null,
    addressPrefix: string | null,
  ]
>(`
  INSERT INTO audit_log (at, action, outcome, actor_type, actor_id, subject_id, address_prefix)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`)
// Goes through the log from its end: it grows by what admins do and by sign-ins, which are limited, and only admins ask.
export const auditBefore = query<
  AuditRecord,
  [before: number, actorId: string | null, action: string | null, from: number, to: number, limit: number]
>(`
  SELECT
    audit_id AS "auditId", at, action, outcome, actor_type AS "actorType", actor_id AS "actorId",
    subject_id AS "subjectId", address_prefix AS "addressPrefix"
  FROM audit_log
  WHERE audit_id < $1
    AND (CAST($2 AS TEXT) IS NULL OR actor_id = $2)
    AND (CAST($3 AS TEXT) IS NULL OR action = $3)
    AND at >= $4 AND at < $5
  ORDER BY audit_id DESC LIMIT $6`)
