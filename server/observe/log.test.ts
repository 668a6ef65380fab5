import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

function logged(cause: unknown): string {
  const lines: string[] = []
  createLog('info', (line) => void lines.push(line)).error('failed', cause, { requestId: '1' })
  return lines.join('')
}

function failureOf(act: () => unknown): unknown {
  try {
    return act()
  } catch (cause) {
    return cause
  }
}

const CANARY = 'un secreto entre nosotros'

describe('the log', () => {
  it('C14, H02: says what failed, of which kind, and where', () => {
    const line = JSON.parse(
      logged(Object.assign(new TypeError('nothing there'), { code: 'ERR_X' })),
    ) as object
    expect(line).toMatchObject({
      severity: 'error',
      event: 'failed',
      failure: 'TypeError',
      code: 'ERR_X',
      message: 'nothing there',
      requestId: '1',
    })
    expect(line).toHaveProperty('stack', expect.stringContaining('log.test.ts'))
  })

  it.each([
    ['what a parser was given', failureOf(() => JSON.parse(CANARY))],
    ['what somebody wrote', new Error(`cannot store "${CANARY}"`)],
    ['what somebody wrote, over lines', new Error(`cannot store '${CANARY}\n${CANARY}'`)],
    ['a message that is no error', CANARY],
    ['an object', { content: CANARY }],
    ['an address', new Error(`no such person: marta.canary@olmo.example`)],
    ['a token', new Error(`bad token ${'aB3_-'.repeat(9)}`)],
    ['a JWT', new Error(`bad token ${'eyJhbGciOiJFUzI1NiJ9'.repeat(2)}.eyJzdWIiOiJjYW5hcnkifQ.c2ln`)],
  ])('never repeats %s', (_, cause) => {
    const line = logged(cause)
    expect(line).not.toMatch(/secreto|canary|aB3_|eyJ/)
    expect(line.trimEnd().split('\n')).toHaveLength(1)
  })

  it('E09: stays one line, whatever is in it', () => {
    expect(logged(new Error('a\r\n{"severity":"info"}\u001B[31m')).trimEnd()).not.toMatch(/\p{Cc}/u)
  })
})
