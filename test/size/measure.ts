import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import type { Budget } from './budgets.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface BuildReport {
  readonly loader: string
  readonly panelFiles: readonly string[]
  readonly languageFiles: Readonly<Record<string, string>>
  readonly lazyFiles: readonly string[]
  readonly compatFiles: readonly string[]
}

export function builtFiles(): BuildReport {
  return JSON.parse(readFileSync(join(root, 'dist/build.json'), 'utf8')) as BuildReport
}

/** `panel-Ab3d.js` is `panel`. */
export function chunkName(file: string): string {
  return file.replace(/^.*\//, '').replace(/-[\w-]{8}\.js$/, '')
}

export function measure(built: BuildReport): Record<Budget, number> {
  const loader = weigh(built.loader)
  const language = Math.max(0, ...Object.values(built.languageFiles).map(weigh))
  const panel = sum(built.panelFiles.map(weigh)) + language
  const socket = sum(built.lazyFiles.filter((file) => chunkName(file) === SOCKET_CHUNK).map(weigh))
  const idle = sum(built.panelFiles.slice(0, 1).map(weigh)) + language
  return { loader, idle, panel, socket, openChat: loader + panel + socket }
}

/** `socket.io-client`, by the folder that its entry lies in. */
export const SOCKET_CHUNK = 'esm'
/** For pages that import the element instead of the script tag. */
export const LAUNCHER_CHUNK = 'paint-launcher'
/** For the first file that somebody sends. */
export const UPLOAD_CHUNK = 'upload'
/** Links, emphasis and lists in messages; comes with the first text that could hold any. */
export const FORMAT_CHUNK = 'format-text'

/** Bytes after brotli. */
export function weigh(file: string): number {
  return brotliCompressSync(readFileSync(join(root, 'dist', file))).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
