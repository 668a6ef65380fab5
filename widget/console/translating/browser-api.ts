/**
 * The browser's own translator, as the Translator and Language Detector APIs describe it
 * (https://webmachinelearning.github.io/translation-api/): what is translated stays on the device. TypeScript does not know it yet.
 */
export interface LanguagePair {
  readonly sourceLanguage: string
  readonly targetLanguage: string
}

export interface DownloadMonitor {
  addEventListener(type: 'downloadprogress', listener: (event: { readonly loaded: number }) => void): void
}

export interface BrowserTranslator {
  translate(text: string): Promise<string>
}

export interface TranslatorApi {
  availability(pair: LanguagePair): Promise<'unavailable' | 'downloadable' | 'downloading' | 'available'>
  /** Where something has to be downloaded, only soon after a press. */
  create(
    options: LanguagePair & { readonly signal: AbortSignal; monitor(monitor: DownloadMonitor): void },
  ): Promise<BrowserTranslator>
}

export interface BrowserDetector {
  /** The likeliest first. */
  detect(text: string): Promise<readonly { readonly detectedLanguage: string; readonly confidence: number }[]>
}

export interface DetectorApi {
  availability(): Promise<string>
  create(): Promise<BrowserDetector>
}

declare global {
  interface Window {
    readonly Translator?: TranslatorApi
    readonly LanguageDetector?: DetectorApi
  }
}

/** A language as the browser's translator names it: `pt-BR` is `pt`, but there are two ways to write Chinese. */
export function languageOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return language === 'zh' && script === 'Hant' ? 'zh-Hant' : language
  } catch {
    return tag
  }
}

/** Whether this browser can translate at all, and there may be something to translate for whoever reads `own`. */
export function mayTranslate(theirs: string | undefined, own: string): boolean {
  return window.Translator !== undefined && (theirs === undefined || languageOf(theirs) !== languageOf(own))
}
