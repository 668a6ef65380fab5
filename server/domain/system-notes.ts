/** What the server itself notes in a chat, for the team. It is stored, so it is in the language of the site and not of a reader. */
const words = {
  en: {
    queue: 'the queue',
    returned: (name: string, minutes: number) =>
      `${name} did not answer within ${minutes} min. Back to the queue.`,
  },
  es: {
    queue: 'la cola',
    returned: (name: string, minutes: number) =>
      `${name} no ha contestado en ${minutes} min. Vuelve a la cola.`,
  },
} as const

/** Somebody gave the chat to somebody (null: to the queue), and said why. */
export function handOverNote(
  { by, to, reason }: { by: string; to: string | null; reason: string },
  locale: string,
): string {
  return `${by} → ${to ?? wordsOf(locale).queue}: ${reason}`
}

export function returnNote({ name, minutes }: { name: string; minutes: number }, locale: string): string {
  return wordsOf(locale).returned(name, minutes)
}

function wordsOf(locale: string): (typeof words)[keyof typeof words] {
  return locale.toLowerCase().startsWith('es') ? words.es : words.en
}
