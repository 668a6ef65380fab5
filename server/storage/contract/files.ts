import { describe, expect, it } from 'vitest'
import type { ChatId, FileId } from '#shared/ids.ts'
import type { Identity } from '../../domain/identity.ts'
import type { FileRecord } from '../../domain/records.ts'
import type { FileQuotas } from '../../domain/storage.ts'
import { createWorld, expectRefusal, type OpenStorage, type World } from './world.ts'

const PLENTY: FileQuotas = { perVisitor: 1_000, perSite: 10_000 }
const DAY = 24 * 60 * 60 * 1_000

let keys = 0
function add(
  world: World,
  uploader: Identity,
  { chatId, fileSize = 10, quotas = PLENTY }: { chatId: ChatId; fileSize?: number; quotas?: FileQuotas },
): Promise<FileRecord> {
  const storageKey = `key-${(keys += 1)}`
  const said = { fileName: 'foto.png', mimeType: 'image/png', width: 4, height: 3 }
  return world.storage.addFile(uploader, { ...said, storageKey, chatId, fileSize }, quotas)
}

const abandoned = async ({ storage, clock }: World) =>
  (await storage.abandonedFiles(clock.now() - DAY)).map(({ fileId }) => fileId)

export function testFiles(open: OpenStorage): void {
  describe('a file', () => {
    it('is seen by its uploader’s side only, until a message carries it', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const file = await add(world, visitor, { chatId })
      expect(file).toMatchObject({ chatId, uploaderSide: 'visitor', state: 'loose', fileSize: 10, width: 4 })
      expect(await world.storage.file('visitor', file.fileId)).toEqual(file)
      await expectRefusal(world.storage.file('commercial', file.fileId), 'not_found')
      const { message } = await world.say(visitor, chatId, '', { fileId: file.fileId })
      const { fileId, fileName, fileSize, mimeType, width, height } = file
      expect(message).toMatchObject({
        type: 'image',
        attachment: { fileId, fileName, fileSize, mimeType, width, height },
      })
      for (const side of ['visitor', 'commercial'] as const)
        expect(await world.storage.file(side, fileId)).toMatchObject({ state: 'attached' })
    })

    it('on a note is never seen by the visitor’s side', async () => {
      const world = await createWorld(open)
      const [ana, { chatId }] = [await world.commercial(), await world.chat()]
      const { fileId } = await add(world, ana, { chatId })
      await world.note(ana, chatId, '', { fileId })
      await expectRefusal(world.storage.file('visitor', fileId), 'not_found')
      expect(await world.storage.file('commercial', fileId)).toMatchObject({ isInternal: true })
    })

    it('goes on one message, of its chat and its side', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }, other] = [
        await world.commercial(),
        await world.chat(),
        await world.chat(),
      ]
      const { fileId } = await add(world, visitor, { chatId })
      const refused = (sender: Identity, to: ChatId, named = fileId) =>
        expectRefusal(world.say(sender, to, 'x', { fileId: named }), 'attachment_unknown')
      await refused(ana, chatId)
      await refused(other.visitor, other.chatId)
      await refused(visitor, chatId, 'none' as FileId)
      const sent = await world.say(visitor, chatId, '', { fileId, clientMessageId: 'k' })
      await refused(visitor, chatId)
      const again = await world.say(visitor, chatId, '', { fileId, clientMessageId: 'k' })
      expect(again).toMatchObject({ isNew: false, message: sent.message })
      await expectRefusal(world.say(visitor, chatId, '', { clientMessageId: 'k' }), 'idempotency_conflict')
      expect((await world.storage.history(ana, chatId, { limit: 10 })).messages).toHaveLength(1)
    })

    it('of two messages that want it at the same moment goes on one', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { fileId } = await add(world, visitor, { chatId })
      const outcomes = await Promise.allSettled(
        Array.from({ length: 5 }, () => world.say(visitor, chatId, '', { fileId })),
      )
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    })

    it('goes with its message, at once for everybody', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { fileId } = await add(world, visitor, { chatId })
      const { message } = await world.say(visitor, chatId, 'mira', { fileId })
      const deleted = await world.storage.deleteMessage(visitor, message.messageId)
      expect(deleted.message.attachment).toBeNull()
      expect((await world.storage.message(visitor, message.messageId)).attachment).toBeNull()
      await expectRefusal(world.storage.file('visitor', fileId), 'not_found')
      await expectRefusal(world.say(visitor, chatId, 'x', { fileId }), 'attachment_unknown')
      expect(await abandoned(world)).toEqual([fileId])
      await world.storage.forgetFile(fileId)
      expect(await abandoned(world)).toEqual([])
    })

    it('is abandoned when no message took it in time, and not a moment earlier', async () => {
      const world = await createWorld(open)
      const { visitor, chatId } = await world.chat()
      const { fileId } = await add(world, visitor, { chatId })
      await world.say(visitor, chatId, '', { fileId: (await add(world, visitor, { chatId })).fileId })
      world.clock.move(DAY)
      expect(await abandoned(world)).toEqual([])
      world.clock.move(1)
      expect(await abandoned(world)).toEqual([fileId])
    })
  })

  describe('an upload', () => {
    it('is for those who may write in the chat', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }, other] = [
        await world.commercial(),
        await world.chat(),
        await world.chat(),
      ]
      const check = (who: Identity) => world.storage.uploadRules(who, chatId, PLENTY)
      await expectRefusal(add(world, other.visitor, { chatId }), 'chat_not_found')
      await expectRefusal(check(other.visitor), 'chat_not_found')
      await world.storage.closeChat(ana, chatId)
      await expectRefusal(add(world, ana, { chatId }), 'chat_closed')
      await expectRefusal(check(ana), 'chat_closed')
      await check(visitor)
      await add(world, visitor, { chatId })
    })

    it('is no larger than its site takes, and not for visitors of a site that takes none', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const settings = { limits: { maxFileBytes: 2_048 }, features: { files: true } }
      await world.storage.updateSite(world.site.siteId, { settings })
      const quotas = { perVisitor: 100_000, perSite: 100_000 }
      const rules = (who: Identity, to?: ChatId) => world.storage.uploadRules(who, to, quotas)
      expect(await rules(visitor)).toEqual({ maxBytes: 2_048 })
      expect(await rules(ana)).toEqual({ maxBytes: null })
      expect(await rules(ana, chatId)).toEqual({ maxBytes: 2_048 })
      await add(world, visitor, { chatId, fileSize: 2_048, quotas })
      await expectRefusal(add(world, visitor, { chatId, fileSize: 2_049, quotas }), 'too_large')
      await world.storage.updateSite(world.site.siteId, { settings: { features: { files: false } } })
      await expectRefusal(rules(visitor), 'forbidden')
      await expectRefusal(add(world, visitor, { chatId, quotas }), 'forbidden')
      await add(world, ana, { chatId, quotas })
    })

    it('is not for visitors whom the team has blocked', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      await world.storage.changeVisitor(ana, visitor.userId, { isBlocked: true })
      await expectRefusal(world.storage.uploadRules(visitor, undefined, PLENTY), 'visitor_blocked')
      await expectRefusal(add(world, visitor, { chatId }), 'visitor_blocked')
      await add(world, ana, { chatId })
    })

    it('counts against its visitor and its site, until it is forgotten', async () => {
      const world = await createWorld(open)
      const [ana, { visitor, chatId }] = [await world.commercial(), await world.chat()]
      const quotas = { perVisitor: 100, perSite: 150 }
      const first = await add(world, visitor, { chatId, fileSize: 100, quotas })
      await expectRefusal(add(world, visitor, { chatId, fileSize: 1, quotas }), 'quota_exceeded')
      await expectRefusal(world.storage.uploadRules(visitor, undefined, quotas), 'quota_exceeded')
      await add(world, ana, { chatId, fileSize: 50, quotas })
      await expectRefusal(add(world, ana, { chatId, fileSize: 1, quotas }), 'disk_full')
      await world.storage.forgetFile(first.fileId)
      await add(world, visitor, { chatId, fileSize: 100, quotas })
    })
  })
}
