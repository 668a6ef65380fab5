import type { Language } from './language.ts'

interface LandingWords {
  /** The name of whoever writes on this page, as the console shows it. */
  readonly you: string
  readonly copied: string
  readonly notCopied: string
  readonly deliveredIn: (ms: string) => string
}

/** What the landing says once something has happened. */
export const landingWords: Readonly<Record<Language, LandingWords>> = {
  es: {
    you: 'Tú, desde la demo',
    copied: 'Copiada',
    notCopied: 'No se pudo copiar: selecciónala a mano',
    deliveredIn: (ms) => `Recibido en ${ms} ms`,
  },
  en: {
    you: 'You, from the demo',
    copied: 'Copied',
    notCopied: 'Could not copy: select it by hand',
    deliveredIn: (ms) => `Received in ${ms} ms`,
  },
}
