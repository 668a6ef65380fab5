import type { Conversation } from './conversation.ts'
import { shopPages } from './shop-pages.ts'

/** Nobody has answered these yet. */
export const lyon: Conversation = {
  key: 'lyon',
  visitor: {
    name: 'Visitante de Lyon',
    locale: 'fr-FR',
    timeZone: 'Europe/Paris',
    page: shopPages.delivery,
  },
  lines: [
    ['visitor', 'Bonjour, livrez-vous en France ?'],
    ['visitor', 'C’est pour une table Albufera, à Lyon, au 2e étage avec ascenseur.'],
  ],
}

export const misaki: Conversation = {
  key: 'misaki',
  visitor: {
    name: '林 美咲',
    locale: 'ja-JP',
    timeZone: 'Asia/Tokyo',
    page: shopPages.turia,
  },
  lines: [['visitor', 'こんにちは。トゥリアの椅子は日本へ送っていただけますか?']],
}

export const laura: Conversation = {
  key: 'laura',
  visitor: {
    name: 'Laura Martí',
    email: 'laura.marti@example.com',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    page: shopPages.turia,
    attributes: { Pedido: '0398', Cliente: 'desde 2022' },
  },
  lines: [
    ['visitor', 'Hola, una de las Turia que me llegaron cojea un poco'],
    ['visitor', 'El pedido es el 0398. ¿La cambiáis o mando foto primero?'],
  ],
}
