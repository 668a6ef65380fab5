import type { CommercialId, VisitorId } from '#shared/ids.ts'
import type { ConsoleSessionRecord } from '../../domain/session-storage.ts'
import { command, query } from '../connection.ts'

export const visitorSessionByToken = query<
  { sessionId: string; visitorId: VisitorId },
  [tokenHash: string, now: number]
>(`
  SELECT session_id AS "sessionId", visitor_id AS "visitorId" FROM visitor_sessions
  WHERE token_hash = $1 AND expires_at > $2 AND ended_at IS NULL`)

export const insertVisitorSession = command<
  [sessionId: string, tokenHash: string, VisitorId, createdAt: number, expiresAt: number]
>(`
  INSERT INTO visitor_sessions (session_id, token_hash, visitor_id, created_at, expires_at)
  VALUES ($1, $2, $3, $4, $5)`)

export const sessionsOfVisitor = query<{ sessionId: string }, [VisitorId]>(
  'SELECT session_id AS "sessionId" FROM visitor_sessions WHERE visitor_id = $1 AND ended_at IS NULL',
)
export const endVisitorSession = command<[sessionId: string, endedAt: number]>(`
  UPDATE visitor_sessions SET ended_at = $2 WHERE session_id = $1 AND ended_at IS NULL AND expires_at > $2`)
export const deleteVisitorSessions = command<[VisitorId]>(
  'DELETE FROM visitor_sessions WHERE visitor_id = $1',
)

export interface ConsoleSessionRow {
  readonly sessionId: string
  readonly commercialId: CommercialId
  readonly expiresAt: number
}

const columns = 'session_id AS "sessionId", commercial_id AS "commercialId", expires_at AS "expiresAt"'

export const consoleSessionByToken = query<ConsoleSessionRow, [tokenHash: string, now: number]>(`
  SELECT ${columns} FROM console_sessions
  WHERE token_hash = $1 AND expires_at > $2 AND ended_at IS NULL`)
export const consoleSessionById = query<ConsoleSessionRow, [sessionId: string, now: number]>(`
  SELECT ${columns} FROM console_sessions
  WHERE session_id = $1 AND expires_at > $2 AND ended_at IS NULL`)

export const insertConsoleSession = command<
  [
    sessionId: string,
    tokenHash: string,
    CommercialId,
    createdAt: number,
    expiresAt: number,
    browser: string | null,
    system: string | null,
    addressPrefix: string | null,
  ]
>(`
  INSERT INTO console_sessions
    (session_id, token_hash, commercial_id, created_at, seen_at, expires_at, browser, system, address_prefix)
  VALUES ($1, $2, $3, $4, $4, $5, $6, $7, $8)`)

export const replacedToken = query<{ sessionId: string; replacedAt: number }, [tokenHash: string]>(
  'SELECT session_id AS "sessionId", replaced_at AS "replacedAt" FROM replaced_tokens WHERE token_hash = $1',
)
export const keepReplacedToken = command<[tokenHash: string, sessionId: string, replacedAt: number]>(
  'INSERT INTO replaced_tokens (token_hash, session_id, replaced_at) VALUES ($1, $2, $3)',
)
export const replaceToken = command<[sessionId: string, tokenHash: string, seenAt: number]>(
  'UPDATE console_sessions SET token_hash = $2, seen_at = $3 WHERE session_id = $1',
)

export const sessionsOfCommercial = query<ConsoleSessionRecord, [CommercialId, now: number]>(`
  SELECT
    session_id AS "sessionId", browser, system, address_prefix AS "addressPrefix", created_at AS "createdAt",
    seen_at AS "seenAt", expires_at AS "expiresAt"
  FROM console_sessions WHERE commercial_id = $1 AND ended_at IS NULL AND expires_at > $2`)
export const endConsoleSession = command<[sessionId: string, endedAt: number]>(`
  UPDATE console_sessions SET ended_at = $2 WHERE session_id = $1 AND ended_at IS NULL AND expires_at > $2`)

/** Takes their replaced tokens along. */
export const forgetConsoleSessions = command<[expiredBefore: number]>(
  'DELETE FROM console_sessions WHERE expires_at < $1',
)
export const forgetVisitorSessions = command<[expiredBefore: number]>(
  'DELETE FROM visitor_sessions WHERE expires_at < $1',
)
