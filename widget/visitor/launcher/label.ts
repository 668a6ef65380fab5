const OPEN_CHAT: Readonly<Record<string, string>> = { en: 'Open the chat', es: 'Abrir el chat' }

/** The launcher's name before any dictionary is there. */
export function launcherLabel(locale: string): string {
  return OPEN_CHAT[locale.slice(0, 2).toLowerCase()] ?? 'Open the chat'
}
