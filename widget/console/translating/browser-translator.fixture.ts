import type { DetectorApi, TranslatorApi } from './browser-api.ts'

/** Told how much has come, from 0 to 1. */
type Hear = (share: number) => void

/**
 * Stands in for the browser's translator and detector, of which a browser without a screen has no models. It translates by a table, and
 * takes a text for one in the language of the sign that it bears: `(fr)`.
 */
export interface StandIn {
  /** What it was asked to translate, as `en es: Hello`. */
  readonly asked: string[]
  availability: Awaited<ReturnType<TranslatorApi['availability']>>
  /** Until then nobody has a translator. */
  download: (hear: Hear) => Promise<void>
  remove(): void
}

export function standInForTranslator(table: Readonly<Record<string, string>>): StandIn {
  const asked: string[] = []
  const standIn: StandIn = {
    asked,
    availability: 'available',
    download: () => Promise.resolve(),
    remove() {
      set('Translator', undefined)
      set('LanguageDetector', undefined)
    },
  }
  const translator: TranslatorApi = {
    availability: () => Promise.resolve(standIn.availability),
    async create({ monitor, sourceLanguage, targetLanguage }) {
      const hearers: Hear[] = []
      monitor({ addEventListener: (_, hear) => hearers.push((loaded) => hear({ loaded })) })
      await standIn.download((share) => hearers.forEach((hear) => hear(share)))
      return {
        translate(text) {
          asked.push(`${sourceLanguage} ${targetLanguage}: ${text}`)
          const found = table[text]
          return found === undefined ? Promise.reject(new Error('Not known')) : Promise.resolve(found)
        },
      }
    },
  }
  const detector: DetectorApi = {
    availability: () => Promise.resolve('available'),
    create: () =>
      Promise.resolve({
        detect(text) {
          const language = /\((\w\w)\)/.exec(text)?.[1]
          return Promise.resolve([
            { detectedLanguage: language ?? 'und', confidence: language === undefined ? 0.1 : 0.9 },
          ])
        },
      }),
  }
  set('Translator', translator)
  set('LanguageDetector', detector)
  return standIn
}

function set(name: 'Translator' | 'LanguageDetector', value: object | undefined): void {
  Object.defineProperty(window, name, { value, configurable: true, writable: true })
}
