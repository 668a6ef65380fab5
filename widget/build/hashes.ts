import { createHash } from 'node:crypto'
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** For a tag that pins a version. */
export async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha384').update(await readFile(path))
  return `sha384-${hash.digest('base64')}`
}

/** One for all dictionaries, so that the script tag need not carry the hash of each. */
export async function hashOfWords(folder: string): Promise<string> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted()
  const hash = createHash('sha256')
  for (const file of files) hash.update(await readFile(join(folder, file)))
  return hash.digest('base64url').slice(0, 8)
}
