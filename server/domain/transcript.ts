import type { Message } from '#shared/message.ts'
import type { TranscriptQuery } from '#shared/transcript.ts'
import type { ChatRecord } from './records.ts'
import { toTime } from './views.ts'
import type { TranscriptWords } from './transcript-words.ts'

/** What is told of a chat besides its messages. */
export interface TranscriptSubject {
  readonly chat: Pick<ChatRecord, 'chatId' | 'createdAt' | 'closedAt'>
  readonly siteName: string
  readonly timeZone: string
  readonly words: TranscriptWords
}

type Format = TranscriptQuery['format']
type Messages = AsyncIterable<Message>

/** A chat as a file, piece by piece. The messages come as their reader sees them: nothing is left out here. */
export function writeTranscript(
  format: Format,
  subject: TranscriptSubject,
  messages: Messages,
): AsyncGenerator<string> {
  return { json: writeJson, txt: writeText, html: writeHtml }[format](subject, messages)
}

export const transcriptTypes: Readonly<Record<Format, string>> = {
  json: 'application/json',
  txt: 'text/plain',
  html: 'text/html',
}

/** Names on disks take no slashes, and none of the marks that rearrange what is around them. */
export function transcriptName(format: Format, { siteName, chat }: TranscriptSubject): string {
  const name = siteName.replaceAll(/[/\\:*?"<>|\p{Cc}\p{Cf}]/gu, '-').slice(0, 80)
  return `${name} ${toTime(chat.createdAt).slice(0, 10)}.${format}`
}

async function* writeJson({ chat, siteName }: TranscriptSubject, messages: Messages): AsyncGenerator<string> {
  const head = {
    chatId: chat.chatId,
    site: siteName,
    createdAt: toTime(chat.createdAt),
    ...(chat.closedAt !== null && { closedAt: toTime(chat.closedAt) }),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"messages":[`
  let separator = ''
  for await (const message of messages) {
    yield separator + JSON.stringify(message)
    separator = ','
  }
  yield ']}'
}

async function* writeText(subject: TranscriptSubject, messages: Messages): AsyncGenerator<string> {
  const { siteName, words } = subject
  const tell = clockOf(subject)
  yield `${words.title} ${isolated(siteName)}\n${tell(toTime(subject.chat.createdAt))} (${subject.timeZone})\n`
  for await (const message of messages) {
    const { head, lines } = partsOf(message, words)
    yield `\n${tell(message.sentAt)} · ${head.map(isolated).join(' · ')}\n${lines.map(isolated).join('\n')}\n`
  }
}

/** Whatever people wrote is text, and stays text where the file is opened without the headers that it came with. */
async function* writeHtml(subject: TranscriptSubject, messages: Messages): AsyncGenerator<string> {
  const { siteName, timeZone, words } = subject
  const tell = clockOf(subject)
  const title = `${words.title} <bdi>${escaped(siteName)}</bdi>`
  yield `<!doctype html>
<html lang="${words.locale}" dir="${words.locale === 'ar' ? 'rtl' : 'ltr'}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'">
<title>${escaped(`${words.title} ${siteName}`)}</title>
<h1>${title}</h1>
<p>${tell(toTime(subject.chat.createdAt))} (${escaped(timeZone)})</p>
<ol>
`
  for await (const message of messages) {
    const { head, lines } = partsOf(message, words)
    const time = `<time datetime="${message.sentAt}">${tell(message.sentAt)}</time>`
    const names = head.map((part) => `<bdi>${escaped(part)}</bdi>`).join(' · ')
    const text = lines.map((line) => `<span dir="auto">${escaped(line)}</span>`).join('<br>\n')
    yield `<li>\n<p>${time} · ${names}</p>\n<p>${text}</p>\n</li>\n`
  }
  yield '</ol>\n</html>\n'
}

/** Who wrote it and what sort of message it is, and what it says, line by line. */
function partsOf(message: Message, words: TranscriptWords): { head: string[]; lines: string[] } {
  const { senderName, isInternal, editedAt, deletedAt, attachment, content } = message
  const head = [
    senderName === '' ? words.visitor : senderName,
    ...(isInternal ? [words.note] : []),
    ...(editedAt !== undefined && deletedAt === undefined ? [words.edited] : []),
  ]
  if (deletedAt !== undefined) return { head, lines: [words.deleted] }
  const file = attachment === undefined ? [] : [`${words.file}: ${attachment.fileName}`]
  return { head, lines: [...(content === '' ? [] : content.split(/\r\n|[\n\r\u2028\u2029]/)), ...file] }
}

/** First Strong Isolate and Pop Directional Isolate: what stands between them rearranges nothing outside (UAX #9). */
function isolated(line: string): string {
  return `\u2068${line}\u2069`
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function clockOf({ words, timeZone }: TranscriptSubject): (time: string) => string {
  const format = new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone })
  return (time) => format.format(new Date(time))
}
