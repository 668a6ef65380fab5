import type { Page } from '#shared/person.ts'

const SHOP = 'https://olmoehijas.example'

/** Pages of the shop that visitors write from. */
export const shopPages = {
  albufera: { url: `${SHOP}/mesas/albufera`, title: 'Mesa Albufera · Olmo & Hijas' },
  turia: { url: `${SHOP}/sillas/turia`, title: 'Silla Turia · Olmo & Hijas' },
  delivery: { url: `${SHOP}/envios`, title: 'Envíos y montaje · Olmo & Hijas' },
  madeToMeasure: { url: `${SHOP}/a-medida`, title: 'A medida · Olmo & Hijas' },
  workshop: { url: `${SHOP}/taller`, title: 'El taller · Olmo & Hijas' },
} as const satisfies Record<string, Page>
