import type { TranslatingStrings } from './translating.en.ts'

export const translatingDe: TranslatingStrings = {
  byBrowser: 'Von Ihrem Browser übersetzt ({language})',
  working: 'Wird übersetzt…',
  downloading: 'Ihr Browser lädt, was er zum Übersetzen braucht: {share}',
  same: 'Schon in Ihrer Sprache',
  draftSame: 'Das ist schon in der Sprache des Besuchers.',
  draftInto: 'Von Ihrem Browser übersetzt ({language}). Lesen Sie es, bevor Sie es senden.',
  use: 'Ins Feld übernehmen',
  backToOwn: 'Zurück zu meinen Worten',
  failures: {
    'no-translator': 'Ihr Browser kann diese Sprachen nicht übersetzen: {from} → {to}.',
    'not-downloaded':
      'Ihr Browser konnte nicht laden, was er zum Übersetzen braucht. Versuchen Sie es noch einmal.',
    failed: 'Ihr Browser konnte das nicht übersetzen. Versuchen Sie es noch einmal.',
  },
}
