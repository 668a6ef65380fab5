import type { FileStrings } from '../../i18n/files.en.ts'
import { fill } from '../../i18n/plural.ts'
import { formatSize } from './format-size.ts'
import type { UploadProgress } from './upload-progress.ts'

type Failed = Extract<UploadProgress, { state: 'failed' }>

const WORDS: Readonly<
  Record<string, 'fileEmpty' | 'fileKind' | 'fileDamaged' | 'filePixels' | 'fileUnreadable' | 'fileQuota'>
> = {
  file_empty: 'fileEmpty',
  file_type_not_allowed: 'fileKind',
  file_damaged: 'fileDamaged',
  picture_too_large: 'filePixels',
  file_unreadable: 'fileUnreadable',
  quota_exceeded: 'fileQuota',
}

/** Why a file does not go, in a sentence: ours where there is one in the reader's language, else the server's. */
export function whyFailed({ failure, maxBytes }: Failed, words: FileStrings, locale: string): string {
  if (failure.code === 'too_large' && maxBytes !== undefined) {
    return fill(words.fileTooLarge, { size: formatSize(locale, maxBytes) })
  }
  const key = WORDS[failure.code]
  return key === undefined ? failure.message || words.fileFailed : words[key]
}

/** Whether the same file might go another time. */
export function mayRetry({ failure }: Failed): boolean {
  return !['file_empty', 'file_type_not_allowed', 'file_damaged', 'picture_too_large', 'too_large'].includes(
    failure.code,
  )
}
