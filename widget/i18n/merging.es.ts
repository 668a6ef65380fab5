import type { MergingStrings } from './merging.en.ts'

export const mergingEs: MergingStrings = {
  title: '¿Quién más es {name}?',
  search: 'Nombre, correo o número',
  searchHint: 'Entre quienes han escrito a esta web.',
  searching: 'Buscando…',
  nobody: 'Nadie así ha escrito.',
  compare: '¿Son la misma persona?',
  stays: 'Se queda',
  goes: 'Se une a esa ficha',
  swap: 'Al revés',
  another: 'Elegir a otra persona',
  noEmail: 'Sin correo',
  chats: { one: '{count} conversación', other: '{count} conversaciones' },
  seen: 'Última vez: {when}',
  online: 'En línea ahora',
  effectAll:
    'Las conversaciones, ficheros y páginas de las dos pasan a ser de una. Donde ambas dicen algo, vale lo de la que se queda.',
  effectOpen:
    'Las dos tienen una conversación abierta: sigue abierta la que espera respuesta y la otra se cierra.',
  effectSession: 'La que se une sale del chat en su navegador, y allí es alguien nuevo.',
  effectOnline: 'Está en línea en este momento.',
  final: 'No se puede deshacer.',
  merge: 'Fusionar',
  merging: 'Fusionando…',
  bothVerified: 'Tu web responde por las dos como personas distintas: siguen siendo dos.',
  blocked: 'Una de ellas está bloqueada. Desbloquéala antes.',
}
