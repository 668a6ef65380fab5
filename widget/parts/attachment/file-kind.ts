import type { Attachment } from '#shared/message.ts'

/** As what a file is shown. Kinds that browsers cannot draw or play are cards; so is what turns out not to load. */
export type FileKind = 'picture' | 'video' | 'audio' | 'card'

const PICTURES = /^image\/(png|jpeg|gif|webp|avif)$/

export function fileKind({ mimeType }: Attachment): FileKind {
  if (PICTURES.test(mimeType)) return 'picture'
  if (mimeType.startsWith('video/')) return 'video'
  return mimeType.startsWith('audio/') ? 'audio' : 'card'
}

/** An extension is what a name ends in; longer ones are words. */
const EXTENSION = /(?<=.)\.[\p{L}\p{N}]{1,8}$/u

/** A name in two: the second part stays when there is no room for the first. */
export function splitName(fileName: string): readonly [stem: string, extension: string] {
  const extension = EXTENSION.exec(fileName)?.[0] ?? ''
  return [fileName.slice(0, fileName.length - extension.length), extension]
}
