import type { Translated } from './plural.ts'

/** What is said about the files of messages. It comes with the first one. */
export const filesEn = {
  download: 'Download {name}',
  close: 'Close',
  previous: 'Previous picture',
  next: 'Next picture',
} as const

export type FileStrings = Translated<typeof filesEn>
