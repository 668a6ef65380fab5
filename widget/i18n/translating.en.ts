/** What the browser's own translator is about: see `widget/console/translating/`. */
export const translatingEn = {
  byBrowser: 'Translated from {language} by your browser',
  working: 'Translating…',
  downloading: 'Your browser is fetching what it needs to translate: {share}',
  same: 'Already in your language',
  draftSame: 'This is in the visitor’s language already.',
  draftInto: 'In {language}, by your browser. Read it before you send it.',
  use: 'Put it in the field',
  backToOwn: 'Back to my words',
  failures: {
    'no-translator': 'Your browser cannot translate from {from} to {to}.',
    'not-downloaded': 'Your browser could not fetch what it needs to translate. Try again.',
    failed: 'Your browser could not translate this. Try again.',
  },
}

export type TranslatingStrings = typeof translatingEn
