import type { BrowserDetector, BrowserTranslator, TranslatorApi } from './browser-api.ts'

export type WhyNot = 'no-translator' | 'not-downloaded' | 'failed'

export class TranslationFailure extends Error {
  readonly why: WhyNot

  constructor(why: WhyNot, cause?: unknown) {
    super(why, { cause })
    this.why = why
  }
}

/** From nothing, 0, to everything, 1. */
type OnProgress = (share: number) => void

interface Kept {
  readonly translator: Promise<BrowserTranslator>
  readonly listeners: Set<OnProgress>
}

/** Some browsers answer nothing where they cannot download: after as long without a sign it has failed. */
const STALLED_MS = 60_000

/** Less sure than this, a text says nothing of its language: `ok`. */
const SURE = 0.5

const kept = new Map<string, Kept>()
let detector: Promise<BrowserDetector> | undefined

/** The language that a text is written in, where the browser can tell; else `expected`. */
export async function detectLanguage(text: string, expected: string): Promise<string> {
  const api = window.LanguageDetector
  if (api === undefined) return expected
  try {
    if ((await api.availability()) === 'unavailable') return expected
    detector ??= api.create()
    const [best] = await (await detector).detect(text)
    const isSure = best !== undefined && best.detectedLanguage !== 'und' && best.confidence >= SURE
    return isSure ? best.detectedLanguage : expected
  } catch {
    // Downloading it may need a press, or a network: the next text tries again.
    detector = undefined
    return expected
  }
}

/** Translates on this device; what the browser has to download for it is told as it comes. Rejects with a TranslationFailure. */
export async function translate(
  text: string,
  pair: { readonly from: string; readonly to: string },
  onProgress: OnProgress,
): Promise<string> {
  const { translator, listeners } = bring(pair)
  listeners.add(onProgress)
  try {
    return await (await translator).translate(text)
  } catch (cause) {
    throw cause instanceof TranslationFailure ? cause : new TranslationFailure('failed', cause)
  } finally {
    listeners.delete(onProgress)
  }
}

/** One translator a pair of languages: each has a model to load. One that did not come is asked for again the next time. */
function bring({ from, to }: { readonly from: string; readonly to: string }): Kept {
  const key = `${from} ${to}`
  const found = kept.get(key)
  if (found !== undefined) return found
  const listeners = new Set<OnProgress>()
  const translator = create(from, to, (share) => listeners.forEach((listener) => listener(share)))
  translator.catch(() => kept.delete(key))
  const made = { translator, listeners }
  kept.set(key, made)
  return made
}

async function create(from: string, to: string, onProgress: OnProgress): Promise<BrowserTranslator> {
  const api: TranslatorApi | undefined = window.Translator
  const pair = { sourceLanguage: from, targetLanguage: to }
  const availability = await api?.availability(pair).catch(() => 'unavailable' as const)
  if (api === undefined || availability === undefined || availability === 'unavailable') {
    throw new TranslationFailure('no-translator')
  }
  const stalled = new AbortController()
  const wait = () => setTimeout(() => stalled.abort(), STALLED_MS)
  let timer = wait()
  try {
    return await api.create({
      ...pair,
      signal: stalled.signal,
      monitor: (monitor) =>
        monitor.addEventListener('downloadprogress', ({ loaded }) => {
          clearTimeout(timer)
          timer = wait()
          onProgress(loaded)
        }),
    })
  } catch (cause) {
    throw new TranslationFailure(availability === 'available' ? 'failed' : 'not-downloaded', cause)
  } finally {
    clearTimeout(timer)
  }
}
