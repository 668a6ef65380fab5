/** A kind of file that may be sent. Why these and no others: docs/decisions, "the kinds of files". */
export interface FileType {
  readonly mimeType: string
  /** What its names end in, the usual one first. */
  readonly extensions: readonly string[]
}

const type = (mimeType: string, ...extensions: string[]): FileType => ({ mimeType, extensions })

/** Told by their first bytes, under the names that `file-type` has for them. */
export const typesByContent: Readonly<Record<string, FileType>> = {
  'image/png': type('image/png', 'png'),
  'image/apng': type('image/png', 'png', 'apng'),
  'image/jpeg': type('image/jpeg', 'jpg', 'jpeg', 'jpe', 'jfif'),
  'image/gif': type('image/gif', 'gif'),
  'image/webp': type('image/webp', 'webp'),
  'image/avif': type('image/avif', 'avif'),
  'image/heic': type('image/heic', 'heic', 'heif'),
  'image/heif': type('image/heif', 'heif', 'heic'),
  'application/pdf': type('application/pdf', 'pdf'),
  'application/rtf': type('application/rtf', 'rtf'),
  'text/vcard': type('text/vcard', 'vcf'),
  'text/calendar': type('text/calendar', 'ics'),
  'audio/mpeg': type('audio/mpeg', 'mp3'),
  'audio/mp4': type('audio/mp4', 'm4a', 'mp4'),
  'audio/x-m4a': type('audio/mp4', 'm4a', 'mp4'),
  'audio/aac': type('audio/aac', 'aac'),
  'audio/wav': type('audio/wav', 'wav'),
  'audio/flac': type('audio/flac', 'flac'),
  'audio/amr': type('audio/amr', 'amr'),
  'audio/ogg': type('audio/ogg', 'ogg', 'oga', 'opus'),
  'audio/webm': type('audio/webm', 'webm', 'weba'),
  'video/mp4': type('video/mp4', 'mp4', 'm4v'),
  'video/x-m4v': type('video/mp4', 'm4v', 'mp4'),
  'video/quicktime': type('video/quicktime', 'mov', 'qt'),
  'video/webm': type('video/webm', 'webm'),
  'video/ogg': type('video/ogg', 'ogv', 'ogg'),
  'video/3gpp': type('video/3gpp', '3gp'),
}

/** Archives are never opened: what a zip is for is said by its name alone. */
export const zipTypes: readonly FileType[] = [
  type('application/zip', 'zip'),
  type('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'),
  type('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'),
  type('application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'),
  type('application/vnd.oasis.opendocument.text', 'odt'),
  type('application/vnd.oasis.opendocument.spreadsheet', 'ods'),
  type('application/vnd.oasis.opendocument.presentation', 'odp'),
  type('application/epub+zip', 'epub'),
]

/** The same for the older container of office documents; in other names it may be an installer. */
export const compoundTypes: readonly FileType[] = [
  type('application/msword', 'doc'),
  type('application/vnd.ms-excel', 'xls'),
  type('application/vnd.ms-powerpoint', 'ppt'),
]

/** The first one is for text under any other name. */
export const textTypes: readonly [FileType, ...FileType[]] = [
  type('text/plain', 'txt', 'text', 'log'),
  type('text/csv', 'csv', 'tsv'),
  type('text/markdown', 'md'),
  type('application/json', 'json'),
]
