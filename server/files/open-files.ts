import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { FilesConfig } from '../config.ts'
import type { Clock } from '../domain/clock.ts'
import type { FileStorage } from '../domain/storage.ts'
import { openDiskFileStore } from './disk-file-store.ts'
import { createFileLinks, type SignedLinks } from './file-links.ts'
import type { FileStore } from './file-store.ts'
import { guardFileStore } from './guarded-file-store.ts'
import { openS3FileStore } from './s3-file-store.ts'
import { keepSweeping } from './sweep-files.ts'
import { openThumbnails, type Thumbnails } from './thumbnails.ts'
import { createUploads, type Uploads } from './uploads.ts'

/** Everything about files but where their rows are. */
export interface Files {
  readonly links: SignedLinks
  readonly uploads: Uploads
  readonly store: FileStore
  /** null: pictures are shown as they are. */
  readonly thumbnails: Thumbnails | null
  close(): Promise<void>
}

interface Deps {
  readonly storage: FileStorage
  readonly clock: Clock
  /** Signs the addresses. */
  readonly key: Buffer
  /** Of this server, as browsers reach it. */
  readonly origin: () => string
  readonly dataDir: string
  readonly report: (cause: unknown) => void
}

export function openFiles(deps: Deps, config: FilesConfig): Files {
  const { storage, clock, key, origin, dataDir, report } = deps
  const folder = join(dataDir, 'files')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const place = config.s3 === undefined ? openDiskFileStore(folder) : openS3FileStore(config.s3)
  const store = guardFileStore(place, report)
  const uploads = createUploads({
    storage,
    store,
    folder: join(folder, 'incoming'),
    limits: {
      maxBytes: config.maxUploadBytes,
      quotas: { perVisitor: config.visitorQuotaBytes, perSite: config.siteQuotaBytes },
      minFreeBytes: config.minFreeBytes,
    },
  })
  const thumbnails = config.thumbnails ? openThumbnails(store, join(folder, 'incoming')) : null
  return {
    links: createFileLinks({ key, clock, origin, hasThumbnails: thumbnails !== null }),
    uploads,
    store,
    thumbnails,
    close: keepSweeping({ storage, store, clock }, report),
  }
}
