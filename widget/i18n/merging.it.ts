import type { MergingStrings } from './merging.en.ts'

export const mergingIt: MergingStrings = {
  title: 'Chi altro è {name}?',
  search: 'Nome, e-mail o numero',
  searchHint: 'Tra chi ha scritto a questo sito.',
  searching: 'Ricerca…',
  nobody: 'Nessuno così ha scritto.',
  compare: 'Sono la stessa persona?',
  stays: 'Resta',
  goes: 'Confluisce nell’altra',
  swap: 'Al contrario',
  another: 'Scegli qualcun altro',
  noEmail: 'Nessuna e-mail',
  chats: { one: '{count} conversazione', many: '{count} di conversazioni', other: '{count} conversazioni' },
  seen: 'Ultima visita: {when}',
  online: 'Online adesso',
  effectAll:
    'Conversazioni, file e pagine di entrambe diventano di una sola. Dove tutte e due dicono qualcosa, vale quella che resta.',
  effectOpen:
    'Entrambe hanno una conversazione aperta: quella che aspetta risposta resta aperta, l’altra viene chiusa.',
  effectSession: 'Chi confluisce esce dalla chat nel proprio browser, e lì diventa una persona nuova.',
  effectOnline: 'È online in questo momento.',
  final: 'Non si può annullare.',
  merge: 'Unisci',
  merging: 'Unione…',
  bothVerified: 'Il tuo sito garantisce per entrambe come persone diverse: restano due.',
  blocked: 'Una delle due è bloccata. Sbloccala prima.',
}
