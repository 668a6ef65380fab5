import type { Chat, ChatList } from '#shared/chat.ts'
import type { ChatId } from '#shared/ids.ts'
import { CallError, createCall, type Call } from './seed/call.ts'
import type { Conversation, Line, TeamMember } from './seed/conversation.ts'
import { conversations } from './seed/conversations.ts'
import { colleagues } from './seed/team.ts'

interface Credentials {
  readonly email: string
  readonly password: string
}

interface Person {
  readonly commercialId: string
  readonly token: string
}

type Team = Readonly<Record<TeamMember, Person>>

/**
 * Fills an empty shop with believable conversations, by the public API alone and within its limits. Every visitor carries the attribute
 * `demo: true`. A conversation that is there is left as it is, so doing it again adds nothing, and completes what was cut short.
 */
export async function seed(url: string, credentials: Credentials): Promise<void> {
  const call = createCall(url)
  const marta = await signIn(call, credentials)
  const present = await madeUpVisitors(call, marta)
  const missing = conversations.filter(({ visitor }) => !present.has(visitor.name))
  if (missing.length === 0) return
  const team = { marta, ...(await addColleagues(call, marta, credentials.password)) }
  // One after the other: the list shows the newest activity first, and the last one played is to stand on top.
  for (const conversation of missing) await play(call, team, conversation)
}

async function signIn(call: Call, body: Credentials): Promise<Person> {
  const { accessToken, commercial } = await call('POST /v2/auth/login', { body })
  return { commercialId: commercial.commercialId, token: accessToken }
}

/** The made-up team shares one generated password: whoever shows the demo can show it from another desk. */
async function addColleagues(call: Call, { token }: Person, password: string): Promise<Omit<Team, 'marta'>> {
  const people = new Map<TeamMember, Person>()
  for (const { member, name, email } of colleagues) {
    await call('POST /v2/commercials', { token, body: { name, email, password } }).catch(unlessTaken)
    people.set(member, await signIn(call, { email, password }))
  }
  return Object.fromEntries(people) as Omit<Team, 'marta'>
}

function unlessTaken(cause: unknown): void {
  if (!(cause instanceof CallError) || cause.code !== 'email_taken') throw cause
}

async function madeUpVisitors(call: Call, { token }: Person): Promise<ReadonlySet<string | undefined>> {
  const visitors: Chat['visitor'][] = []
  let query: { readonly cursor?: string } | null = {}
  while (query !== null) {
    const page: ChatList = await call('GET /v2/chats', { token, query })
    visitors.push(...page.chats.map(({ visitor }) => visitor))
    query = page.nextCursor === null ? null : { cursor: page.nextCursor }
  }
  return new Set(visitors.filter(isMadeUp).map(({ name }) => name))
}

function isMadeUp({ attributes }: Chat['visitor']): boolean {
  return attributes['demo'] === true
}

async function play(call: Call, team: Team, conversation: Conversation): Promise<void> {
  const { visitor, lines, assignee, isClosed, isRead } = conversation
  const { locale, timeZone, page, attributes, ...contact } = visitor
  const { token } = await call('POST /v2/visitors/session', { body: { locale, timeZone, page } })
  await call('PATCH /v2/visitors/me', {
    token,
    body: { ...contact, attributes: { ...attributes, demo: true } },
  })
  const { chatId } = await call('POST /v2/chats', { token, body: { page } })
  for (const [index, line] of lines.entries()) {
    const [author] = line
    const sender = author === 'visitor' ? token : team[author].token
    await say(call, sender, { chatId, line, clientMessageId: `${conversation.key}-${index}` })
  }
  const marta = team.marta.token
  if (assignee !== undefined) {
    const params = { chatId, commercialId: team[assignee].commercialId }
    await call('PUT /v2/chats/:chatId/assign/:commercialId', { token: marta, params })
  }
  if (isClosed) await call('PUT /v2/chats/:chatId/close', { token: marta, params: { chatId } })
  if (isRead) await readAll(call, marta, chatId)
}

async function say(
  call: Call,
  token: string,
  { chatId, line, clientMessageId }: { chatId: ChatId; line: Line; clientMessageId: string },
): Promise<void> {
  const [, content, kind] = line
  const body = { chatId, content, clientMessageId, isInternal: kind === 'note' }
  await call('POST /v2/messages', { token, body })
}

async function readAll(call: Call, token: string, chatId: ChatId): Promise<void> {
  const { lastSeq } = await call('GET /v2/chats/:chatId', { token, params: { chatId } })
  await call('PUT /v2/messages/mark-as-read', { token, body: { chatId, seq: lastSeq } })
}
