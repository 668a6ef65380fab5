/** The launcher's name before any dictionary is there, in every language that there is one for. */
export const OPEN_CHAT = {
  en: 'Open the chat',
  es: 'Abrir el chat',
  fr: 'Ouvrir le chat',
  de: 'Chat öffnen',
  pt: 'Abrir o chat',
  it: 'Apri la chat',
  ca: 'Obre el xat',
  ar: 'افتح المحادثة',
  zh: '打开聊天',
  ja: 'チャットを開く',
}

/** Ours for a BCP-47 tag, or English. */
export function languageOf(tag: string): keyof typeof OPEN_CHAT {
  const language = tag.slice(0, 2).toLowerCase()
  return language in OPEN_CHAT ? (language as keyof typeof OPEN_CHAT) : 'en'
}
