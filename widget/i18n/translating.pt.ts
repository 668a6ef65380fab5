import type { TranslatingStrings } from './translating.en.ts'

export const translatingPt: TranslatingStrings = {
  byBrowser: 'Traduzido pelo seu navegador ({language})',
  working: 'A traduzir…',
  downloading: 'O seu navegador está a descarregar o que precisa para traduzir: {share}',
  same: 'Já está na sua língua',
  draftSame: 'Isto já está na língua do visitante.',
  draftInto: 'Traduzido pelo seu navegador ({language}). Leia antes de enviar.',
  use: 'Pôr no campo',
  backToOwn: 'Voltar ao meu texto',
  failures: {
    'no-translator': 'O seu navegador não traduz estas línguas: {from} → {to}.',
    'not-downloaded': 'O seu navegador não conseguiu descarregar o que precisa para traduzir. Tente de novo.',
    failed: 'O seu navegador não conseguiu traduzir isto. Tente de novo.',
  },
}
