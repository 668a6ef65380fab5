import type { FileStrings } from './files.en.ts'

export const filesCa: FileStrings = {
  download: 'Baixa {name}',
  close: 'Tanca',
  previous: 'Imatge anterior',
  next: 'Imatge següent',
}
