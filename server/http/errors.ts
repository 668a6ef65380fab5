import { errors, type ErrorBody, type ErrorCode } from '#shared/errors.ts'
import { refusalSentence, type Language } from '../domain/refusal-sentence.ts'
import type { Refusal } from '../domain/refusal.ts'

/** Seconds after which a client may try again, where a refusal does not say. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = { rate_limited: 1, not_ready: 2, disk_full: 30 }

/** The one answer to everything that went wrong: the contract's body, never a stack, SQL or a path. */
export function errorResponse(
  refusal: Refusal,
  { requestId, language }: { requestId: string; language: Language },
): Response {
  const { status } = errors[refusal.code]
  const { issues, retryAfter = RETRY_AFTER[refusal.code], body } = refusal.details
  const error: ErrorBody = {
    code: refusal.code,
    message: refusalSentence(refusal.code, language),
    requestId,
    ...(issues !== undefined && { issues }),
  }
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfter))))
  return new Response(JSON.stringify({ ...body, ...error }), { status, headers })
}
