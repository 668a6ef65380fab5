import type { Issue } from '#shared/errors.ts'

/** Why something was refused, in what can be shown: one sentence, and one for each field that is to blame. */
export interface FormFailure {
  readonly code: string
  readonly message: string
  readonly issues: readonly Issue[]
  /** The whole answer; some refusals say more. */
  readonly body: Readonly<Record<string, unknown>>
}

/** Reads a rejection of the client. What carries no sentence for people got no answer from the server. */
export function toFormFailure(error: unknown, unreachable: string): FormFailure {
  const said: Record<string, unknown> = isRecord(error) ? error : {}
  const code = typeof said['code'] === 'string' ? said['code'] : 'network'
  const isSaid = code !== 'network' && typeof said['message'] === 'string' && said['message'] !== ''
  const body = isRecord(said['body']) ? said['body'] : {}
  return {
    code,
    message: isSaid ? String(said['message']) : unreachable,
    issues: Array.isArray(body['issues']) ? body['issues'].filter(isIssue) : [],
    body,
  }
}

/** The sentence about one field, if the server had one. */
export function issueOf(failure: FormFailure | null, field: string): string | undefined {
  return failure?.issues.find(({ path }) => path === field)?.message
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isIssue(value: unknown): value is Issue {
  return isRecord(value) && typeof value['path'] === 'string' && typeof value['message'] === 'string'
}
