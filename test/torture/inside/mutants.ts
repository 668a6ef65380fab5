/** One way to break the product on purpose: in this file, instead of this text, that one. */
interface Change {
  /** From the project's folder. */
  readonly file: string
  readonly find: string
  readonly instead: string
}

/**
 * Servers that are broken in one known way, for the controls. They exist only as the source text that a control's own process
 * loads: nothing in the product can switch them on. A change whose text is gone ends that process, and so fails its control.
 */
export const mutants = {
  // Not before everybody is signed in.
  'forgets one commit in ten': [
    {
      file: 'server/storage/writer.ts',
      find: 'db.run(commit)',
      instead:
        'globalThis.commits = (globalThis.commits ?? 0) + 1; db.run(globalThis.commits > 60 && globalThis.commits % 10 === 0 ? rollBack : commit)',
    },
  ],
  'knows no repeats': [
    {
      file: 'server/storage/append-message.ts',
      find: 'if (draft.clientMessageId === undefined) return undefined',
      instead: 'return undefined',
    },
  ],
  'calls every reply the first': [
    {
      file: 'server/domain/decide-message.ts',
      find: "const isFirstResponse = sender.role !== 'visitor' && facts.firstResponseAt === null",
      instead: "const isFirstResponse = sender.role !== 'visitor'",
    },
    {
      file: 'server/storage/migrations/0001-chats-and-people.sql',
      find: 'CREATE UNIQUE INDEX messages_first_response',
      instead: 'CREATE INDEX messages_first_response',
    },
  ],
  'says nothing of what was missed': [
    {
      file: 'server/realtime/joining.ts',
      find: '...toHeadFor(audience, head)',
      instead: 'lastSeq: 0, lastChangeAt: null',
    },
  ],
  'tells visitors the notes': [
    {
      file: 'server/realtime/broadcast.ts',
      find: 'if (!message.isInternal) visitorsIn(chat).emit(event, toVisitorMessage(message, links))',
      instead: 'visitorsIn(chat).emit(event, toCommercialMessage(message, links))',
    },
  ],
  'shows every visitor every chat': [
    {
      file: 'server/domain/permissions.ts',
      find: "if (reader.role === 'visitor') return chat.visitorId === reader.userId",
      instead: "if (reader.role === 'visitor') return true",
    },
  ],
  'stamps by the clock alone': [
    {
      file: 'server/domain/decide-message.ts',
      find: 'return Math.max(now, lastStamp + 1)',
      instead: 'return lastStamp < 0 ? 0 : now',
    },
    {
      file: 'server/storage/migrations/0001-chats-and-people.sql',
      find: '  UNIQUE (chat_id, sent_at),\n',
      instead: '',
    },
  ],
  'stamps by the clock alone, and reads after a stamp': [
    {
      file: 'server/domain/decide-message.ts',
      find: 'return Math.max(now, lastStamp + 1)',
      instead: 'return lastStamp < 0 ? 0 : now',
    },
    {
      file: 'server/storage/migrations/0001-chats-and-people.sql',
      find: '  UNIQUE (chat_id, sent_at),\n',
      instead: '',
    },
    {
      file: 'server/storage/statements/history.ts',
      find: 'AND sent_at >= $2',
      instead: 'AND sent_at > $2',
    },
  ],
  'believes every token': [
    {
      file: 'server/auth/access-token.ts',
      find: 'const { payload } = await jwtVerify(',
      instead:
        "const payload = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()); await [](",
    },
    {
      file: 'server/auth/access-token.ts',
      find: 'await [](token, ({ kid }) => keyOf(kid), {',
      instead: 'void ({',
    },
  ],
  'trusts every page': [
    {
      file: 'server/auth/origins.ts',
      find: 'if (from.origin === undefined) return',
      instead: 'return true; if (from.origin === undefined) return',
    },
    {
      file: 'server/auth/origins.ts',
      find: 'isListed: (origin) => isListed(origin)',
      instead: 'isListed: async () => true',
    },
  ],
  'tells no keys': [
    {
      file: 'server/domain/views.ts',
      find: '...(message.clientMessageId !== null && {',
      instead: '...(message.clientMessageId === undefined && {',
    },
  ],
  'does not wait for the disk': [
    {
      file: 'server/storage/connection.ts',
      find: "this.pragma('synchronous = FULL')",
      instead: "this.pragma('synchronous = NORMAL')",
    },
    { file: 'server/storage/connection.ts', find: 'SYNCHRONOUS_FULL = 2', instead: 'SYNCHRONOUS_FULL = 1' },
  ],
  'looks through all its data before it serves': [
    {
      file: 'server/storage/integrity.ts',
      find: 'MAX_WAIT_BYTES = 256 * 1024 * 1024',
      instead: 'MAX_WAIT_BYTES = Infinity',
    },
    {
      file: 'server/storage/integrity.ts',
      find: "db.pragma('quick_check')",
      instead: "db.pragma('integrity_check')",
    },
  ],
  'leaves at once': [
    {
      file: 'server/main.ts',
      find: "process.once('SIGTERM', stop)",
      instead: "process.once('SIGTERM', () => process.exit(0))",
    },
  ],
  'takes a full disk for success': [
    {
      file: 'server/storage/writer.ts',
      find: '      db.run(commit)',
      instead: '      try { db.run(commit) } catch { if (db.inTransaction) db.run(rollBack) }',
    },
  ],
  'waits long for a lock': [
    { file: 'server/storage/connection.ts', find: 'LOCK_WAIT_MS = 250', instead: 'LOCK_WAIT_MS = 2_500' },
  ],
  'numbers every seventh message like the one before': [
    {
      file: 'server/domain/views.ts',
      find: 'const seen = toMessage(message, message.seq, ',
      instead: 'const seen = toMessage(message, message.seq % 7 === 0 ? message.seq - 1 : message.seq, ',
    },
  ],
  'leaves the sockets of an ended session open': [
    {
      file: 'server/realtime/broadcast.ts',
      find: 'io.in(rooms.session(sessionId)).disconnectSockets(true)',
      instead: 'void sessionId',
    },
    { file: 'server/realtime/broadcast.ts', find: 'endedSessions.add(sessionId)', instead: 'void sessionId' },
  ],
} as const satisfies Record<string, readonly Change[]>

export type MutantName = keyof typeof mutants
