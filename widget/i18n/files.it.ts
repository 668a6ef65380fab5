import type { FileStrings } from './files.en.ts'

export const filesIt: FileStrings = {
  download: 'Scarica {name}',
  close: 'Chiudi',
  previous: 'Immagine precedente',
  next: 'Immagine successiva',
}
