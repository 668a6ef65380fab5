import type { TranslatingStrings } from './translating.en.ts'

export const translatingEs: TranslatingStrings = {
  byBrowser: 'Traducido del {language} por tu navegador',
  working: 'Traduciendo…',
  downloading: 'Tu navegador está bajando lo que necesita para traducir: {share}',
  same: 'Ya está en tu idioma',
  draftSame: 'Esto ya está en el idioma del visitante.',
  draftInto: 'En {language}, por tu navegador. Léelo antes de enviarlo.',
  use: 'Ponerlo en el campo',
  backToOwn: 'Volver a lo mío',
  failures: {
    'no-translator': 'Tu navegador no puede traducir del {from} al {to}.',
    'not-downloaded': 'Tu navegador no ha podido bajar lo que necesita para traducir. Prueba otra vez.',
    failed: 'Tu navegador no ha podido traducir esto. Prueba otra vez.',
  },
}
