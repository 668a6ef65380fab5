import { pickLanguage, type Languages } from './load.ts'
import { webhooksEn, type WebhookStrings } from './webhooks.en.ts'

const languages: Languages<WebhookStrings> = {
  en: () => Promise.resolve(webhooksEn),
  es: () => import('./webhooks.es.ts').then((module) => module.webhooksEs),
  fr: () => import('./webhooks.fr.ts').then((module) => module.webhooksFr),
  de: () => import('./webhooks.de.ts').then((module) => module.webhooksDe),
  pt: () => import('./webhooks.pt.ts').then((module) => module.webhooksPt),
  it: () => import('./webhooks.it.ts').then((module) => module.webhooksIt),
  ca: () => import('./webhooks.ca.ts').then((module) => module.webhooksCa),
  ar: () => import('./webhooks.ar.ts').then((module) => module.webhooksAr),
  zh: () => import('./webhooks.zh.ts').then((module) => module.webhooksZh),
  ja: () => import('./webhooks.ja.ts').then((module) => module.webhooksJa),
}

/** The words of the page about webhooks in the language of a tag that `Intl` takes; in English where that language has none. */
export async function loadWebhookWords(locale: string): Promise<WebhookStrings> {
  return (await pickLanguage(languages, locale)).strings
}
