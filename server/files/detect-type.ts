import { extname } from 'node:path'
import { fileTypeFromBuffer } from 'file-type'
import { Refusal } from '../domain/refusal.ts'
import { compoundTypes, textTypes, typesByContent, zipTypes, type FileType } from './file-types.ts'

/** As much of a file as deciding its kind takes. */
export const HEAD_BYTES = 4_100

/** What the sender says, believed only between kinds that the content leaves open. */
interface Said {
  readonly name: string
  readonly mimeType: string
}

const GZIP = Buffer.from([0x1f, 0x8b])
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const EMPTY_ZIP = Buffer.from('PK\u0005\u0006', 'latin1')
const BYTE_ORDER_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/** The kind of a file, by its first bytes. Refuses with `file_type_not_allowed` whatever is not on the list. */
export async function detectType(head: Buffer, said: Said): Promise<FileType> {
  const type = await find(head, said)
  if (type === undefined) throw new Refusal('file_type_not_allowed')
  return type
}

async function find(head: Buffer, said: Said): Promise<FileType | undefined> {
  // Before the library, which would begin to unpack these to see what is inside.
  if (startsWith(head, GZIP)) return undefined
  if (startsWith(head, ZIP) || startsWith(head, EMPTY_ZIP)) return byName(zipTypes, said.name) ?? zipTypes[0]
  const found = await fileTypeFromBuffer(head)
  if (found?.mime === 'application/x-cfb') return byName(compoundTypes, said.name)
  if (found !== undefined) return typesByContent[asSaid(found.mime.split(';')[0] ?? '', said)]
  return isText(head) && !isMarkup(head) && !isScript(head)
    ? (byName(textTypes, said.name) ?? textTypes[0])
    : undefined
}

/** A recorded voice and a film come in the same containers; only the recorder knows. */
function asSaid(mimeType: string, said: Said): string {
  const container = /^video\/(webm|ogg|mp4)$/.exec(mimeType)?.[1]
  return container !== undefined && said.mimeType.startsWith(`audio/${container}`)
    ? `audio/${container}`
    : mimeType
}

function byName(types: readonly FileType[], name: string): FileType | undefined {
  return types.find(({ extensions }) => extensions.includes(extensionOf(name)))
}

/** In lower case, without the dot. */
export function extensionOf(name: string): string {
  return extname(name).slice(1).toLowerCase()
}

function startsWith(head: Buffer, bytes: Buffer): boolean {
  return head.subarray(0, bytes.length).equals(bytes)
}

/** Whatever the encoding: spreadsheets still save in those of the nineties. UTF-16 says so itself. */
function isText(head: Buffer): boolean {
  if (BYTE_ORDER_MARKS.some((mark) => startsWith(head, mark))) return true
  return !head.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b)
}

/** HTML, SVG, XML: documents that a browser might run. Compare "sniff for HTML" in the WHATWG's MIME Sniffing. */
function isMarkup(head: Buffer): boolean {
  const text = asText(head).replace(/^(?:\s|<!--[\s\S]*?-->)+/, '')
  return /^<(?:!--|!doctype|\?xml|\?php|%|[a-z][\w:-]*[\s/>])/i.test(text)
}

function isScript(head: Buffer): boolean {
  return asText(head).startsWith('#!')
}

function asText(head: Buffer): string {
  const [little, big] = BYTE_ORDER_MARKS.map((mark) => startsWith(head, mark))
  let encoding = 'utf-8'
  if (little === true) encoding = 'utf-16le'
  if (big === true) encoding = 'utf-16be'
  return new TextDecoder(encoding).decode(head)
}
