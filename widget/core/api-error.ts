import type { Failure } from './state.ts'
import type { Message } from '#shared/message.ts'

/** A request that did not succeed: what the server refused, or `network` when it gave no answer of its own. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** 0 when no answer came. */
  readonly status: number
  /** Of the contract's table, or `network`. */
  readonly code: string
  readonly body: Readonly<Record<string, unknown>>
  /** How long the server asks to wait. */
  readonly retryAfterMs: number

  constructor(
    status: number,
    code: string,
    answer: { message?: string; body?: Readonly<Record<string, unknown>>; retryAfterMs?: number } = {},
  ) {
    super(answer.message ?? '')
    this.status = status
    this.code = code
    this.body = answer.body ?? {}
    this.retryAfterMs = answer.retryAfterMs ?? 0
  }
}

/** Whether the same request may well succeed later: no answer, a server in trouble, too fast. */
export function isPassing(cause: unknown): cause is ApiError {
  if (!(cause instanceof ApiError)) return false
  const { status } = cause
  return status === 0 || status >= 500 || status === 429 || status === 408 || status === 425
}

export function isUnauthenticated(cause: unknown): cause is ApiError {
  return cause instanceof ApiError && cause.status === 401
}

export function toFailure(cause: unknown): Failure {
  if (!(cause instanceof ApiError)) return { code: 'internal_error', message: String(cause) }
  const { code, message, body } = cause
  return {
    code,
    message,
    ...(typeof body['requestId'] === 'string' && { requestId: body['requestId'] }),
    ...(Array.isArray(body['unseen']) && { unseen: body['unseen'] as readonly Message[] }),
  }
}
