import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FileId } from '#shared/ids.ts'
import type { Clock } from '../domain/clock.ts'
import type { FileLinks } from '../domain/file-links.ts'
import type { Audience } from '../domain/identity.ts'
import { isShownInPlace } from '../domain/message-type.ts'
import type { AttachmentRecord } from '../domain/records.ts'
import { THUMBNAIL_SIDE, type Rendition } from './rendition.ts'

/** What an address says once its signature has been found to be ours. */
export interface SignedFile {
  readonly fileId: FileId
  readonly rendition: Rendition
  readonly audience: Audience
}

export interface SignedLinks extends FileLinks {
  /** null for an address that is not ours, was changed, or has expired. */
  open(url: URL): SignedFile | null
}

interface Options {
  /** Only for this: whoever has it opens every file. */
  readonly key: Buffer
  readonly clock: Clock
  /** Of this server, as browsers reach it. */
  readonly origin: () => string
  readonly hasThumbnails: boolean
}

/** Addresses stay the same for so long, so that a browser finds its copy again; each works for one to two of these. */
const WINDOW_MS = 12 * 60 * 60 * 1_000

const PATH = /^\/files\/([\w-]{1,100})(\/thumbnail)?$/

export function createFileLinks({ key, clock, origin, hasThumbnails }: Options): SignedLinks {
  function sign(file: SignedFile, until: number): Buffer {
    const said = [file.fileId, file.rendition, file.audience, String(until)].join('\n')
    return createHmac('sha256', key).update(said).digest()
  }

  function address(file: SignedFile): string {
    const until = (Math.floor(clock.now() / WINDOW_MS) + 2) * (WINDOW_MS / 1_000)
    const path = `/files/${file.fileId}${file.rendition === 'thumbnail' ? '/thumbnail' : ''}`
    const signature = sign(file, until).toString('base64url')
    return `${origin()}${path}?for=${file.audience}&until=${until}&signature=${signature}`
  }

  function read(url: URL): { file: SignedFile; until: number } | null {
    const [, fileId, thumbnail] = PATH.exec(url.pathname) ?? []
    const audience = url.searchParams.get('for')
    const until = url.searchParams.get('until') ?? ''
    if (fileId === undefined || (audience !== 'visitor' && audience !== 'commercial')) return null
    if (!/^\d{1,12}$/.test(until)) return null
    const file: SignedFile = {
      fileId: fileId as FileId,
      rendition: thumbnail === undefined ? 'original' : 'thumbnail',
      audience,
    }
    const given = Buffer.from(url.searchParams.get('signature') ?? '', 'base64url')
    const right = sign(file, Number(until))
    const isOurs = given.length === right.length && timingSafeEqual(given, right)
    return isOurs ? { file, until: Number(until) } : null
  }

  return {
    urlOf: (fileId, audience) => address({ fileId, rendition: 'original', audience }),
    thumbnailUrlOf(file, audience) {
      const { fileId } = file
      return hasThumbnails && isWorthShrinking(file)
        ? address({ fileId, rendition: 'thumbnail', audience })
        : null
    },
    fileIdIn(url, audience) {
      if (!URL.canParse(url) || new URL(url).origin !== origin()) return null
      const found = read(new URL(url))
      return found?.file.audience === audience && found.file.rendition === 'original'
        ? found.file.fileId
        : null
    },
    open(url) {
      const found = read(url)
      return found !== null && found.until * 1_000 > clock.now() ? found.file : null
    },
  }
}

/** A GIF is there to move, and its small picture would stand still. */
function isWorthShrinking({ mimeType, width, height }: AttachmentRecord): boolean {
  const longest = Math.max(width ?? 0, height ?? 0)
  return longest > THUMBNAIL_SIDE && isShownInPlace(mimeType) && mimeType !== 'image/gif'
}
