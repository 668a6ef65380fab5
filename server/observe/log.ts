import { describeFailure } from './describe-failure.ts'

/** One JSON object a line, on stderr: what operators and their tools read. Never message text, tokens or addresses. */
export interface Log {
  info(event: string, details?: Details): void
  error(event: string, cause: unknown, details?: Details): void
}

type Details = Readonly<Record<string, string | number | boolean>>

export function createLog(
  level: 'silent' | 'error' | 'info',
  write: (line: string) => void = (line) => void process.stderr.write(line),
): Log {
  function print(severity: 'info' | 'error', event: string, details: object): void {
    write(`${JSON.stringify({ at: new Date().toISOString(), severity, event, ...details })}\n`)
  }
  return {
    info(event, details = {}) {
      if (level === 'info') print('info', event, details)
    },
    error(event, cause, details = {}) {
      if (level === 'silent') return
      print('error', event, { ...details, ...describeFailure(cause) })
    },
  }
}
