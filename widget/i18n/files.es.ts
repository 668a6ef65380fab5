import type { FileStrings } from './files.en.ts'

export const filesEs: FileStrings = {
  download: 'Descargar {name}',
  close: 'Cerrar',
  previous: 'Imagen anterior',
  next: 'Imagen siguiente',
}
