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
} as const satisfies Record<string, readonly Change[]>

export type MutantName = keyof typeof mutants
