/** Everything that a server in this process writes to its log while it is listened to. */
export interface ServerLog {
  lines(): readonly string[]
  /** Of what is nobody's fault but ours. */
  errors(): readonly string[]
  stop(): void
}

export function listenToLog(): ServerLog {
  const { stderr } = process
  const write = stderr.write.bind(stderr)
  const lines: string[] = []
  stderr.write = (chunk: string | Uint8Array, ...rest: never[]) => {
    const text = String(chunk)
    if (!text.startsWith('{"at"')) return write(chunk, ...rest)
    lines.push(...text.trimEnd().split('\n'))
    return true
  }
  return {
    lines: () => lines,
    errors: () => lines.filter((line) => line.includes('"severity":"error"')),
    stop: () => void (stderr.write = write),
  }
}
