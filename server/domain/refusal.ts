import type { MessageRecord } from './records.ts'
import { errors, type ErrorCode, type Issue } from '#shared/errors.ts'

interface Details {
  readonly issues?: readonly Issue[]
  /** Seconds until it may be tried again. */
  readonly retryAfter?: number
  /** Of `stale_reply`: what its author had not seen. Whoever answers them makes it their view. */
  readonly unseen?: readonly MessageRecord[]
  /** Further fields of the answer. */
  readonly body?: Readonly<Record<string, unknown>>
}

/** An expected "no", with a code of the contract. Anything else that is thrown is a bug. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: ErrorCode
  readonly details: Details

  constructor(code: ErrorCode, details: Details = {}) {
    super(errors[code].en)
    this.code = code
    this.details = details
  }
}
