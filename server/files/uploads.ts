import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { ChatId } from '#shared/ids.ts'
import type { Identity } from '../domain/identity.ts'
import type { FileRecord } from '../domain/records.ts'
import { Refusal } from '../domain/refusal.ts'
import type { FileQuotas, FileStorage } from '../domain/storage.ts'
import type { FileStore } from './file-store.ts'
import { isFull } from './guarded-file-store.ts'
import { createPlaces } from './places.ts'
import { prepareFile, type Prepared } from './prepare-file.ts'
import { FORM_OVERHEAD_BYTES, receiveUpload, type Incoming, type Received } from './receive-upload.ts'
import { shownName } from './shown-name.ts'

export interface UploadLimits {
  /** Of one file, on any site. */
  readonly maxBytes: number
  readonly quotas: FileQuotas
  /** Files are refused when less than this is left on the disk: messages need the rest. */
  readonly minFreeBytes: number
}

/** Takes uploads in. */
export interface Uploads {
  /** Receives, examines and keeps one file. What can be refused is refused as early as that can be known. */
  take(uploader: Identity, incoming: Incoming): Promise<FileRecord>
}

interface Deps {
  readonly storage: Pick<FileStorage, 'addFile' | 'uploadRules' | 'forgetFile'>
  readonly store: FileStore
  /** On the same disk as the file store, where that is a disk. What lies there when the server starts was broken off. */
  readonly folder: string
  readonly limits: UploadLimits
}

/** A form under way is a file half-written and a few buffers: so many are no burden, whoever sends them. */
const AT_ONCE = { total: 100, perPerson: 4 }

export function createUploads({ storage, store, folder, limits }: Deps): Uploads {
  const places = createPlaces(AT_ONCE)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true, recursive: true })

  async function maxBytes(uploader: Identity, chatId?: string): Promise<number> {
    const rules = await storage.uploadRules(uploader, chatId as ChatId | undefined, limits.quotas)
    return Math.min(limits.maxBytes, rules.maxBytes ?? limits.maxBytes)
  }

  async function checkLength(uploader: Identity, contentLength: number): Promise<void> {
    if (contentLength > (await maxBytes(uploader)) + FORM_OVERHEAD_BYTES) throw new Refusal('too_large')
    const { bavail, bsize } = await statfs(folder)
    if (bavail * bsize < limits.minFreeBytes + contentLength) throw new Refusal('disk_full')
  }

  /** The row first: bytes without a row would stay for ever, a row without bytes is gone in a day. */
  async function keep(
    uploader: Identity,
    prepared: Prepared,
    { name, chatId }: { name: string; chatId: ChatId },
  ): Promise<FileRecord> {
    const { type, size, width, height, path } = prepared
    const storageKey = randomBytes(16).toString('hex')
    const file = { storageKey, chatId, fileSize: size, mimeType: type.mimeType, width, height }
    const record = await storage.addFile(
      uploader,
      { ...file, fileName: shownName(name, type) },
      limits.quotas,
    )
    try {
      await store.keep(storageKey, { path, size })
    } catch (cause) {
      await storage.forgetFile(record.fileId)
      throw cause
    }
    return record
  }

  async function receive(uploader: Identity, incoming: Incoming): Promise<FileRecord> {
    await checkLength(uploader, Number(incoming.headers['content-length'] ?? 0))
    const path = join(folder, randomBytes(16).toString('hex'))
    const cleanPath = `${path}-clean`
    try {
      const received = await receiveUpload(incoming, {
        path,
        maxBytes: (fields) => maxBytes(uploader, fields.get('chatId')),
      })
      const chatId = chatIdOf(received)
      const prepared = await prepareFile({ ...received, path }, cleanPath)
      return await keep(uploader, prepared, { name: received.name, chatId })
    } catch (cause) {
      throw asRefusal(cause)
    } finally {
      await Promise.all([rm(path, { force: true }), rm(cleanPath, { force: true })])
    }
  }

  return {
    async take(uploader, incoming) {
      const leave = places.take(uploader.userId)
      try {
        return await receive(uploader, incoming)
      } finally {
        leave()
      }
    },
  }
}

function chatIdOf({ fields }: Received): ChatId {
  const parsed = v.safeParse(ChatId, fields.get('chatId'))
  if (!parsed.success)
    throw new Refusal('invalid', { issues: [{ path: 'chatId', message: 'Expected a chat’s id' }] })
  return parsed.output
}

function asRefusal(cause: unknown): unknown {
  return isFull(cause) ? new Refusal('disk_full') : cause
}
