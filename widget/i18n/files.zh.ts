import type { FileStrings } from './files.en.ts'

export const filesZh: FileStrings = {
  download: '下载 {name}',
  close: '关闭',
  previous: '上一张图片',
  next: '下一张图片',
}
