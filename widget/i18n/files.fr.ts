import type { FileStrings } from './files.en.ts'

export const filesFr: FileStrings = {
  download: 'Télécharger {name}',
  close: 'Fermer',
  previous: 'Image précédente',
  next: 'Image suivante',
}
