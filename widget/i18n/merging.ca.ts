import type { MergingStrings } from './merging.en.ts'

export const mergingCa: MergingStrings = {
  title: 'Qui més és {name}?',
  search: 'Nom, correu o número',
  searchHint: 'Entre qui ha escrit a aquest web.',
  searching: 'S’està cercant…',
  nobody: 'Ningú així ha escrit.',
  compare: 'Són la mateixa persona?',
  stays: 'Es queda',
  goes: 'S’hi uneix',
  swap: 'Al revés',
  another: 'Tria algú altre',
  noEmail: 'Sense correu',
  chats: { one: '{count} conversa', many: '{count} de converses', other: '{count} converses' },
  seen: 'Última visita: {when}',
  online: 'En línia ara',
  effectAll:
    'Les converses, fitxers i pàgines de totes dues passen a ser d’una. On totes dues diuen alguna cosa, val la que es queda.',
  effectOpen:
    'Totes dues tenen una conversa oberta: la que espera resposta segueix oberta i l’altra es tanca.',
  effectSession: 'Qui s’hi uneix surt del xat al seu navegador, i allà és algú nou.',
  effectOnline: 'És en línia en aquest moment.',
  final: 'No es pot desfer.',
  merge: 'Fusiona',
  merging: 'S’està fusionant…',
  bothVerified: 'El teu web respon per totes dues com a persones diferents: segueixen sent dues.',
  blocked: 'Una de les dues està blocada. Desbloca-la abans.',
}
