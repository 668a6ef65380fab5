import { expect } from '@open-wc/testing'
import type { Attachment } from '#shared/message.ts'
import { chat, joan, marta, message } from '../console.fixture.ts'
import { consoleFallback } from '../console-localization.ts'
import { lastLine } from './last-line.ts'
import { rowTime } from './row-time.ts'

const line = (change: Parameters<typeof message>[1]) =>
  lastLine(chat('1', { lastMessage: message('m', change) }), marta.commercialId, consoleFallback)
const by = ({ commercialId, name }: typeof marta) =>
  ({ senderType: 'commercial', senderId: commercialId, senderName: name }) as const

describe('the last line of a chat', () => {
  it('is what the visitor said, and who said it when it was the team', () => {
    expect(line({ content: 'Hola' })).to.equal('Hola')
    expect(line({ content: 'Hola', ...by(marta) })).to.equal('You: Hola')
    expect(line({ content: 'Hola', ...by(joan) })).to.equal('Joan Olmo: Hola')
  })

  it('is the name of the file where nothing was written beside it', () => {
    const attachment = {
      fileId: 'f',
      url: '',
      fileName: 'plano.pdf',
      fileSize: 1,
      mimeType: 'application/pdf',
    } as Attachment
    expect(line({ content: '', attachment })).to.equal('plano.pdf')
    expect(line({ content: 'El plano', attachment })).to.equal('El plano')
  })

  it('is one line, whatever was written', () => {
    expect(line({ content: '  one\n\n two\tthree ' })).to.equal('one two three')
    expect(line({ content: 'x'.repeat(8_000) }).length).to.be.at.most(160)
    expect(line({ content: `${'x'.repeat(159)}🙂` })).to.equal('x'.repeat(159))
  })

  it('takes nothing in a message for a hole to fill', () => {
    expect(line({ content: '{name} {text} $&', ...by(marta) })).to.equal('You: {name} {text} $&')
  })

  it('says when there is nothing to show', () => {
    expect(lastLine(chat('1', { lastMessage: null }), '', consoleFallback)).to.equal('No messages yet')
    expect(line({ content: '', deletedAt: '2026-11-25T09:42:00.000Z' })).to.equal('Deleted message')
  })
})

describe('when it was', () => {
  const now = new Date('2026-11-25T12:00:00')
  const said = (at: string) => rowTime(consoleFallback, new Date(at).toISOString(), now)

  it('is the time today, then yesterday, then the date, with its year when that is another', () => {
    expect(said('2026-11-25T09:05:00')).to.match(/9:05/)
    expect(said('2026-11-24T23:59:00')).to.equal('Yesterday')
    expect(said('2026-11-02T09:00:00')).to.equal('Nov 2')
    expect(said('2025-11-02T09:00:00')).to.equal('Nov 2, 25')
  })
})
