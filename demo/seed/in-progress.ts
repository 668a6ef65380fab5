import type { Conversation } from './conversation.ts'
import { shopPages } from './shop-pages.ts'

/** Under way: somebody of the team has them. */
export const nuria: Conversation = {
  key: 'nuria',
  visitor: {
    name: 'Núria Ferrer',
    email: 'nuria.ferrer@example.com',
    phone: '+34 600 000 218',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    page: shopPages.albufera,
    attributes: { Cesta: 'Albufera nogal · 1.480 €', Cliente: 'desde marzo de 2024', Pedidos: 1 },
  },
  assignee: 'marta',
  lines: [
    ['visitor', 'Busco una mesa extensible para 8 personas'],
    ['visitor', 'El salón hace 3,20 × 4 m'],
    ['marta', 'Con esas medidas te va bien la Albufera: 1,60 m cerrada, 2,40 m abierta.'],
    ['marta', 'Abierta te deja 80 cm libres alrededor, que es lo que pide una silla para salir cómoda.'],
    [
      'joan',
      'A Sagunto vamos los jueves. Sin ascensor son +60 € por el segundo montador: la Albufera pesa 78 kg.',
      'note',
    ],
    ['visitor', 'Me encanta'],
    ['visitor', '¿Y la entrega en Sagunto? Vivo en un 3.º sin ascensor'],
  ],
}

export const tom: Conversation = {
  key: 'tom',
  visitor: {
    name: 'Tom Bradley',
    email: 'tom.bradley@example.com',
    locale: 'en-GB',
    timeZone: 'Europe/London',
    page: shopPages.turia,
  },
  assignee: 'marta',
  lines: [
    ['visitor', 'Hi! We have six Turia chairs in walnut from you, and now we need a table.'],
    ['marta', 'Hello Tom, good to have you back. How much room do you have?'],
    ['visitor', 'About 2.8 by 3.5 metres, so the 1.60 one I think.'],
    ['visitor', 'Would oak match the Turia chairs?'],
  ],
}

export const adrian: Conversation = {
  key: 'adrian',
  visitor: {
    name: 'Adrián Ruiz',
    email: 'adrian.ruiz@example.com',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    page: shopPages.madeToMeasure,
  },
  assignee: 'joan',
  isRead: true,
  lines: [
    ['visitor', 'Hola, ¿hacéis estanterías a medida para un hueco con techo inclinado?'],
    ['joan', 'Sí, es de lo que más nos gusta. ¿Tienes el alto en el lado bajo y en el alto?'],
    ['visitor', '1,10 y 2,35, en 3 metros de largo'],
    ['joan', 'Perfecto. Con un par de fotos del hueco te paso un boceto y un precio orientativo.'],
    ['visitor', 'Vale, os mando fotos esta tarde'],
  ],
}

export const carmen: Conversation = {
  key: 'carmen',
  visitor: {
    name: 'Carmen Soler',
    email: 'carmen.soler@example.com',
    locale: 'es-ES',
    timeZone: 'Europe/Madrid',
    page: shopPages.albufera,
    attributes: { Cliente: 'desde 2021', Pedidos: 3 },
  },
  assignee: 'marta',
  lines: [
    ['visitor', 'Buenos días. Se me ha hecho un cerco en la Albufera, de un vaso. ¿Tiene arreglo?'],
    [
      'marta',
      'Buenos días, Carmen. Lo tiene: el acabado es aceite, no barniz. Lija fina en el sentido de la veta y una mano de aceite.',
    ],
    ['marta', 'Te mando el bote sin coste, entra en la garantía. ¿Sigues en la misma dirección?'],
    ['visitor', 'Sí, la misma. ¡Qué bien, gracias!'],
    ['marta', 'Sale hoy. Si te da apuro lijar, te lo hacemos cuando pasemos por tu zona.'],
  ],
}

export const miriam: Conversation = {
  key: 'miriam',
  visitor: {
    name: 'Miriam Haddad',
    locale: 'ar-MA',
    timeZone: 'Africa/Casablanca',
    page: shopPages.delivery,
  },
  assignee: 'lucia',
  isRead: true,
  lines: [
    ['visitor', 'مرحبا، هل يمكنكم إرسال عيّنة من خشب الجوز إلى الدار البيضاء؟'],
    [
      'lucia',
      'Pregunta si enviamos muestras de nogal a Casablanca. Le contesto con ayuda de Samira, del taller.',
      'note',
    ],
    ['lucia', 'مرحبا مريم، نعم، نرسل ثلاث عيّنات مجانا. أؤكد لك المدة غدا صباحا.'],
    ['visitor', 'شكرا جزيلا 🌿'],
  ],
}
