import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Attachment } from '#shared/message.ts'
import type { ChatClient } from '../../widget/core/chat-client.ts'
import { NEW_CHAT, type ClientState, type ThreadMessage } from '../../widget/core/state.ts'
import { addCommercial, startServer, type TestServer } from '../server.ts'
import { closeClients, commercialClient, ownView, until, view, visitorClient } from './clients.ts'

let running: TestServer
let marta: { email: string; password: string }

beforeAll(async () => {
  running = await startServer()
  marta = await addCommercial(running.server, {
    name: 'Marta',
    siteIds: [running.server.started.site.siteId],
  })
})
afterEach(closeClients)
afterAll(() => running.close())

const file = () => new File(['precio;años\n1;2\n'], 'lista 📸.csv', { type: 'text/csv' })

/** The message that carries a file, once the server has it. */
function sentWithFile(state: ClientState): ThreadMessage | undefined {
  const messages = [...state.chats.values()].flatMap(({ thread }) => thread)
  return messages.find(({ delivery, attachment }) => delivery === 'sent' && attachment !== undefined)
}

async function content({ url = '' }: Partial<Attachment>): Promise<string> {
  const response = await fetch(url)
  return response.ok ? response.text() : String(response.status)
}

async function received(client: ChatClient): Promise<Attachment> {
  const { attachment } = await until(client, sentWithFile)
  if (attachment === undefined) throw new Error('It carries a file')
  return attachment
}

describe('a file', () => {
  it('from a visitor who has said nothing yet makes their chat, and reaches the team', async () => {
    const visitor = visitorClient(running.url)
    await visitor.start()
    const progress: number[] = []
    const attachment = await visitor.upload(NEW_CHAT, file(), {
      onProgress: ({ sent }) => progress.push(sent),
    })
    expect(attachment).toMatchObject({
      fileName: 'lista 📸.csv',
      mimeType: 'text/csv',
      fileSize: file().size,
    })
    expect(progress.at(-1)).toBe(file().size)
    const { chatId } = await until(visitor, ownView)
    visitor.send({ content: '', attachment })
    expect(await received(visitor)).toMatchObject({ fileId: attachment.fileId })

    const ana = await commercialClient(running.url, marta)
    ana.watch(chatId)
    const theirs = await received(ana)
    expect(theirs.url).not.toBe(attachment.url)
    expect(await content(theirs)).toBe(await file().text())
    const answer = await ana.upload(chatId, new File(['respuesta'], 'r.txt'))
    ana.send({ chatId, content: 'toma', attachment: answer })
    const told = await until(visitor, (state) =>
      view(chatId)(state)?.thread.find(({ content }) => content === 'toma'),
    )
    expect(await content(told.attachment ?? {})).toBe('respuesta')
  })

  it('of a deleted message opens for nobody', async () => {
    const visitor = visitorClient(running.url)
    await visitor.start()
    visitor.send({ content: '', attachment: await visitor.upload(undefined, file()) })
    const message = await until(visitor, sentWithFile)
    if (message.delivery !== 'sent') throw new Error('It was sent')
    expect(await content(message.attachment ?? {})).toBe(await file().text())
    await visitor.remove(message.messageId)
    expect(await content(message.attachment ?? {})).toBe('404')
    expect(sentWithFile(visitor.state.get())).toBeUndefined()
  })

  it('that the server refuses is refused to whoever sent it, and the chat goes on', async () => {
    const visitor = visitorClient(running.url)
    await visitor.start()
    visitor.send({ content: 'hola' })
    const { chatId } = await until(visitor, (state) => state.connection.state === 'online' && ownView(state))
    const refused = visitor.upload(chatId, new File(['<svg onload="alert(1)"/>'], 'x.svg'))
    await expect(refused).rejects.toMatchObject({ status: 415, code: 'file_type_not_allowed' })
    const large = new File([new Uint8Array(21 * 1024 * 1024)], 'large.txt')
    await expect(visitor.upload(chatId, large)).rejects.toMatchObject({ status: 413, code: 'too_large' })
    visitor.send({ content: 'adiós' })
    await until(visitor, (state) => view(chatId)(state)?.thread.some(({ content }) => content === 'adiós'))
  })
})
