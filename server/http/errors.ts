import { errors, type ErrorBody, type ErrorCode } from '#shared/errors.ts'
import type { Refusal } from '../domain/refusal.ts'

/** Seconds after which a client may try again, where a refusal does not say. */
const RETRY_AFTER: Partial<Record<ErrorCode, number>> = { rate_limited: 1, not_ready: 2, disk_full: 30 }

/** The one answer to everything that went wrong: the contract's body, never a stack, SQL or a path. */
export function errorResponse(
  refusal: Refusal,
  { requestId, language }: { requestId: string; language: string },
): Response {
  const { status, ...sentences } = errors[refusal.code]
  const { issues, retryAfter = RETRY_AFTER[refusal.code], body } = refusal.details
  const error: ErrorBody = {
    code: refusal.code,
    message: language === 'es' ? sentences.es : sentences.en,
    requestId,
    ...(issues !== undefined && { issues }),
  }
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' })
  if (retryAfter !== undefined) headers.set('retry-after', String(Math.max(1, Math.ceil(retryAfter))))
  return new Response(JSON.stringify({ ...body, ...error }), { status, headers })
}

/** The language of a sentence for a person: the first that we have of those asked for. */
export function languageOf(acceptLanguage: string | undefined): string {
  const asked = (acceptLanguage ?? '').slice(0, 200).toLowerCase().split(',')
  return asked.map((tag) => tag.trim().slice(0, 2)).find((tag) => tag === 'es' || tag === 'en') ?? 'en'
}
