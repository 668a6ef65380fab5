import type { Language } from './language.ts'

interface LandingWords {
  readonly copied: string
  readonly notCopied: string
  readonly deliveredIn: (ms: string) => string
}

/** What the landing says once something has happened. */
export const landingWords: Readonly<Record<Language, LandingWords>> = {
  es: {
    copied: 'Copiada',
    notCopied: 'No se pudo copiar: selecciónala a mano',
    deliveredIn: (ms) => `Recibido en ${ms} ms`,
  },
  en: {
    copied: 'Copied',
    notCopied: 'Could not copy: select it by hand',
    deliveredIn: (ms) => `Received in ${ms} ms`,
  },
}
