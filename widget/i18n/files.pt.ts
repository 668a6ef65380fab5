import type { FileStrings } from './files.en.ts'

export const filesPt: FileStrings = {
  download: 'Transferir {name}',
  close: 'Fechar',
  previous: 'Imagem anterior',
  next: 'Imagem seguinte',
}
