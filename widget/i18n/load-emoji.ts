import type { EmojiStrings } from './emoji.en.ts'
import { pickLanguage } from './load.ts'
import type { Languages } from './load.ts'

const languages: Languages<EmojiStrings> = {
  en: () => import('./emoji.en.ts').then((module) => module.emojiEn),
  es: () => import('./emoji.es.ts').then((module) => module.emojiEs),
  fr: () => import('./emoji.fr.ts').then((module) => module.emojiFr),
  de: () => import('./emoji.de.ts').then((module) => module.emojiDe),
  pt: () => import('./emoji.pt.ts').then((module) => module.emojiPt),
  it: () => import('./emoji.it.ts').then((module) => module.emojiIt),
  ca: () => import('./emoji.ca.ts').then((module) => module.emojiCa),
  ar: () => import('./emoji.ar.ts').then((module) => module.emojiAr),
  zh: () => import('./emoji.zh.ts').then((module) => module.emojiZh),
  ja: () => import('./emoji.ja.ts').then((module) => module.emojiJa),
}

/** The words of the emoji picker in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadEmojiWords(locale: string): Promise<EmojiStrings> {
  return (await pickLanguage(languages, locale)).strings
}
