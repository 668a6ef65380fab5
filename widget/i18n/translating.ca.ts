import type { TranslatingStrings } from './translating.en.ts'

export const translatingCa: TranslatingStrings = {
  byBrowser: 'Traduït pel teu navegador ({language})',
  working: 'S’està traduint…',
  downloading: 'El teu navegador està baixant el que necessita per traduir: {share}',
  same: 'Ja és en la teva llengua',
  draftSame: 'Això ja és en la llengua del visitant.',
  draftInto: 'Traduït pel teu navegador ({language}). Llegeix-ho abans d’enviar-ho.',
  use: 'Posa-ho al camp',
  backToOwn: 'Torna al meu text',
  failures: {
    'no-translator': 'El teu navegador no pot traduir aquestes llengües: {from} → {to}.',
    'not-downloaded': 'El teu navegador no ha pogut baixar el que necessita per traduir. Torna-ho a provar.',
    failed: 'El teu navegador no ha pogut traduir això. Torna-ho a provar.',
  },
}
