import type { Conversation } from './conversation.ts'
import { shopPages } from './shop-pages.ts'

/** Done with. */
export const pau: Conversation = {
  key: 'pau',
  visitor: {
    name: 'Pau Gisbert',
    email: 'pau.gisbert@example.com',
    locale: 'ca-ES',
    timeZone: 'Europe/Madrid',
    page: shopPages.workshop,
  },
  assignee: 'lucia',
  isClosed: true,
  isRead: true,
  lines: [
    ['visitor', 'Bon dia, es pot visitar el taller els dissabtes?'],
    ['lucia', 'Bon dia, Pau! Sí, de 10 a 13 h. Si ens avises abans, et preparem mostres de fusta.'],
    ['visitor', 'Aquest dissabte a les 11 us va bé?'],
    ['lucia', 'Apuntat. Pregunta per la Lucía quan arribes.'],
    ['visitor', 'Perfecte, moltes gràcies!'],
  ],
}

export const hanna: Conversation = {
  key: 'hanna',
  visitor: {
    name: 'Hanna Vogel',
    email: 'hanna.vogel@example.com',
    locale: 'de-DE',
    timeZone: 'Europe/Berlin',
    page: shopPages.albufera,
  },
  assignee: 'marta',
  isClosed: true,
  isRead: true,
  lines: [
    ['visitor', 'Guten Tag, wie schwer ist die Albufera in Nussbaum?'],
    ['marta', 'Guten Tag, Hanna! 78 kg. Sie kommt in zwei Teilen und wird bei Ihnen montiert.'],
    ['visitor', 'Danke, dann passt sie durch unser Treppenhaus.'],
  ],
}
