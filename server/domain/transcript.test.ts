import { describe, expect, it } from 'vitest'
import type { ChatId, FileId, MessageId } from '#shared/ids.ts'
import type { Message } from '#shared/message.ts'
import { transcriptWords } from './transcript-words.ts'
import { transcriptName, writeTranscript, type TranscriptSubject } from './transcript.ts'

const subject: TranscriptSubject = {
  chat: { chatId: 'c' as ChatId, createdAt: Date.UTC(2026, 0, 15, 10), closedAt: null },
  siteName: 'Olmo & Hijas',
  timeZone: 'Europe/Madrid',
  words: transcriptWords('es'),
}

function message(change: Partial<Message> = {}): Message {
  return {
    messageId: 'm' as MessageId,
    chatId: 'c' as ChatId,
    seq: 1,
    senderId: 'v',
    senderType: 'visitor',
    senderName: 'Núria',
    content: 'hola',
    type: 'text',
    isInternal: false,
    isFirstResponse: false,
    sentAt: '2026-01-15T10:00:05.000Z',
    ...change,
  }
}

async function write(
  format: 'txt' | 'html' | 'json',
  messages: readonly Message[],
  about: TranscriptSubject = subject,
): Promise<string> {
  async function* each() {
    yield* messages
  }
  let text = ''
  for await (const piece of writeTranscript(format, about, each())) text += piece
  return text
}

describe('a transcript as text', () => {
  it('says who said what and when, by the clock that was asked for', async () => {
    const text = await write('txt', [message(), message({ senderName: '', content: 'dos\nlíneas' })])
    expect(text).toContain('15 ene 2026, 11:00:00 (Europe/Madrid)')
    expect(text).toContain('\n15 ene 2026, 11:00:05 · \u2068Núria\u2069\n\u2068hola\u2069\n')
    expect(text).toContain('\u2068Visitante\u2069\n\u2068dos\u2069\n\u2068líneas\u2069\n')
  })

  it('says what was edited, removed or a file, and which are notes', async () => {
    const attachment = {
      fileId: 'f' as FileId,
      url: '/x',
      fileName: 'plano.pdf',
      fileSize: 1,
      mimeType: 'application/pdf',
    }
    const text = await write('txt', [
      message({ editedAt: '2026-01-15T10:01:00.000Z' }),
      message({ content: '', deletedAt: '2026-01-15T10:01:00.000Z' }),
      message({ content: '', attachment }),
      message({ isInternal: true }),
    ])
    expect(text).toContain('\u2068Núria\u2069 · \u2068editado\u2069')
    expect(text).toContain('\u2068Mensaje eliminado\u2069')
    expect(text).toContain('\u2068Archivo: plano.pdf\u2069')
    expect(text).toContain('\u2068Nota, solo la ve el equipo\u2069')
  })

  it('keeps every line of another direction to itself', async () => {
    const text = await write('txt', [message({ content: 'abc\u202Efdp.exe\r\nשלום\u2028x' })])
    for (const line of ['abc\u202Efdp.exe', 'שלום', 'x']) expect(text).toContain(`\u2068${line}\u2069\n`)
  })
})

describe('a transcript as a page', () => {
  it('E01: shows what people wrote as text, whatever it looks like', async () => {
    const hostile = `</li><script>alert(1)</script><img src=x onerror="alert('1')">&amp;`
    const page = await write('html', [message({ content: hostile, senderName: hostile })])
    expect(page.match(/<[a-z/!][^>]*>/g)?.filter((tag) => /script|img|onerror/.test(tag))).toEqual([])
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('&amp;amp;')
  })

  it('runs nothing and loads nothing, also without the headers it came with', async () => {
    const page = await write('html', [message()])
    expect(page).toContain(`content="default-src 'none'; base-uri 'none'; form-action 'none'"`)
    expect(page).not.toMatch(/style|https?:/)
  })

  it.each([
    ['ar', 'rtl'],
    ['de', 'ltr'],
  ] as const)('reads in the direction of its language: %s', async (language, direction) => {
    const page = await write('html', [message()], { ...subject, words: transcriptWords(language) })
    expect(page).toMatch(new RegExp(`<html lang="${language}[^"]*" dir="${direction}">`))
  })

  it('E04: isolates names and gives each line its own direction', async () => {
    const page = await write('html', [message({ content: 'שלום\nhola' })])
    expect(page).toContain('<bdi>Núria</bdi>')
    expect(page).toContain('<span dir="auto">שלום</span><br>\n<span dir="auto">hola</span>')
  })
})

describe('a transcript as data', () => {
  it('holds the messages as they were read', async () => {
    const messages = [message(), message({ seq: 2, content: '"\\\n</script>' })]
    expect(JSON.parse(await write('json', messages))).toEqual({
      chatId: 'c',
      site: 'Olmo & Hijas',
      createdAt: '2026-01-15T10:00:00.000Z',
      messages,
    })
    expect(JSON.parse(await write('json', []))).toMatchObject({ messages: [] })
  })
})

it('a transcript’s name is one that any disk takes', () => {
  expect(transcriptName('txt', subject)).toBe('Olmo & Hijas 2026-01-15.txt')
  const siteName = '../a\\b:c*"\u202Etxt.exe\0'
  expect(transcriptName('html', { ...subject, siteName })).toBe('..-a-b-c---txt.exe- 2026-01-15.html')
})
