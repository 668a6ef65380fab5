import type { FileStrings } from './files.en.ts'

export const filesDe: FileStrings = {
  download: '{name} herunterladen',
  close: 'Schließen',
  previous: 'Vorheriges Bild',
  next: 'Nächstes Bild',
}
