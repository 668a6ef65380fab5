import type * as v from 'valibot'
import type { ErrorCode } from './errors.ts'

type Schema = v.GenericSchema

/** One row of the REST contract. From it come the server's validation, the client's types and the contract tests. */
export interface Endpoint {
  readonly summary: string
  readonly query?: Schema
  readonly body?: Schema
  /** Instead of a body in JSON: the fields of `multipart/form-data` besides its one `file`. */
  readonly form?: Schema
  /** `null`: an empty answer. */
  readonly result: Schema | null
  /** The statuses of success, the usual one first. */
  readonly status: readonly [number, ...number[]]
  /** Refusals of its own; `malformed`, `invalid`, `unauthenticated` and `rate_limited` can meet any. */
  readonly errors?: readonly ErrorCode[]
}
