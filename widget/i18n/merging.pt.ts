import type { MergingStrings } from './merging.en.ts'

export const mergingPt: MergingStrings = {
  title: 'Quem mais é {name}?',
  search: 'Nome, e-mail ou número',
  searchHint: 'Entre quem já escreveu a este site.',
  searching: 'A procurar…',
  nobody: 'Ninguém assim escreveu.',
  compare: 'São a mesma pessoa?',
  stays: 'Fica',
  goes: 'Junta-se a essa ficha',
  swap: 'Ao contrário',
  another: 'Escolher outra pessoa',
  noEmail: 'Sem e-mail',
  chats: { one: '{count} conversa', many: '{count} de conversas', other: '{count} conversas' },
  seen: 'Última visita: {when}',
  online: 'Online agora',
  effectAll:
    'As conversas, ficheiros e páginas de ambas passam a ser de uma só. Onde as duas dizem algo, vale a que fica.',
  effectOpen: 'Ambas têm uma conversa aberta: a que espera resposta continua aberta e a outra é fechada.',
  effectSession: 'Quem se junta sai do chat no seu navegador, e aí passa a ser alguém novo.',
  effectOnline: 'Está online neste momento.',
  final: 'Não pode ser desfeito.',
  merge: 'Unir',
  merging: 'A unir…',
  bothVerified: 'O seu site responde por ambas como pessoas diferentes: continuam a ser duas.',
  blocked: 'Uma delas está bloqueada. Desbloqueie-a primeiro.',
}
