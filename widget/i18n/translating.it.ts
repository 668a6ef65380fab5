import type { TranslatingStrings } from './translating.en.ts'

export const translatingIt: TranslatingStrings = {
  byBrowser: 'Tradotto dal tuo browser ({language})',
  working: 'Traduzione…',
  downloading: 'Il tuo browser sta scaricando quello che serve per tradurre: {share}',
  same: 'È già nella tua lingua',
  draftSame: 'È già nella lingua del visitatore.',
  draftInto: 'Tradotto dal tuo browser ({language}). Rileggi prima di inviare.',
  use: 'Metti nel campo',
  backToOwn: 'Torna al mio testo',
  failures: {
    'no-translator': 'Il tuo browser non traduce queste lingue: {from} → {to}.',
    'not-downloaded': 'Il tuo browser non è riuscito a scaricare quello che serve per tradurre. Riprova.',
    failed: 'Il tuo browser non è riuscito a tradurre. Riprova.',
  },
}
