/** The few words of ours that stand in a transcript; every other one is theirs. */
export interface TranscriptWords {
  readonly locale: string
  readonly title: string
  readonly visitor: string
  readonly note: string
  readonly edited: string
  readonly deleted: string
  readonly file: string
}

const en: TranscriptWords = {
  locale: 'en-GB',
  title: 'Chat with',
  visitor: 'Visitor',
  note: 'Note, seen by the team only',
  edited: 'edited',
  deleted: 'Message removed',
  file: 'File',
}

const es: TranscriptWords = {
  locale: 'es-ES',
  title: 'Conversación con',
  visitor: 'Visitante',
  note: 'Nota, solo la ve el equipo',
  edited: 'editado',
  deleted: 'Mensaje eliminado',
  file: 'Archivo',
}

export function transcriptWords(language: string): TranscriptWords {
  return language === 'es' ? es : en
}
