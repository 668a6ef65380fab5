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
    {
      file: 'server/storage/writer.ts',
      find: 'options.db.waitForLocks(0)',
      instead: 'options.db.waitForLocks(2_500)',
    },
  ],
  'lets everything wait for a slow reader': [
    {
      file: 'server/realtime/backlog.ts',
      find: 'if (bytes > MAX_BYTES) cutOff(socket.conn)',
      instead: 'if (bytes < 0) cutOff(socket.conn)',
    },
  ],
  'finds out late who is gone': [
    {
      file: 'server/realtime/server-options.ts',
      find: 'pingInterval: 10_000',
      instead: 'pingInterval: 25_000',
    },
    {
      file: 'server/realtime/server-options.ts',
      find: 'pingTimeout: 8_000',
      instead: 'pingTimeout: 20_000',
    },
  ],
  'tells everybody who joins that they missed something': [
    {
      file: 'server/realtime/joining.ts',
      find: '...toHeadFor(audience, head)',
      instead: '...toHeadFor(audience, head), lastSeq: head.lastSeq + 1',
    },
  ],
  'lets its handlers throw': [
    {
      file: 'server/realtime/dispatch.ts',
      find: 'previous = previous.then(() => answer(event, payload, acknowledge)).catch(report)',
      instead: 'void handle(connection, event, payload).then(acknowledge)',
    },
  ],
  'takes broken JSON for its own fault': [
    {
      file: 'server/http/read-body.ts',
      find: "return JSON.parse(utf8.decode(bytes))\n  } catch {\n    throw new Refusal('malformed')",
      instead: "return JSON.parse(utf8.decode(bytes))\n  } catch {\n    throw new Error('unexpected')",
    },
  ],
  'migrates a statement at a time': [
    {
      file: 'server/storage/migrations.ts',
      find: "db.script('BEGIN IMMEDIATE')",
      instead: 'void 0',
    },
    { file: 'server/storage/migrations.ts', find: "db.script('COMMIT')", instead: 'void 0' },
  ],
  'forgets nobody who has left': [
    {
      file: 'server/realtime/reception.ts',
      find: '    connections.delete(connection)\n',
      instead:
        '    connections.add({ ...connection, everything: Array.from({ length: 1_000 }, (_, n) => ({ n })) })\n',
    },
  ],
  'serves every file as a page': [
    {
      file: 'server/http/serve-file.ts',
      find: "'content-security-policy': \"sandbox; default-src 'none'\"",
      instead: "'content-security-policy': \"script-src 'unsafe-inline'\"",
    },
    {
      file: 'server/http/serve-file.ts',
      find: "isInline || isPlayed ? mimeType : 'application/octet-stream'",
      instead: "'text/html'",
    },
    {
      file: 'server/http/serve-file.ts',
      find: "isInline ? 'inline' : 'attachment'",
      instead: "'inline'",
    },
  ],
  'knows WebSocket alone': [
    {
      file: 'server/realtime/server-options.ts',
      find: "transports: ['websocket', 'polling']",
      instead: "transports: ['websocket']",
    },
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
