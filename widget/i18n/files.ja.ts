import type { FileStrings } from './files.en.ts'

export const filesJa: FileStrings = {
  download: '{name} をダウンロード',
  close: '閉じる',
  previous: '前の画像',
  next: '次の画像',
}
