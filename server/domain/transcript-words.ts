import type { Language } from './refusal-sentence.ts'

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

const fr: TranscriptWords = {
  locale: 'fr-FR',
  title: 'Conversation avec',
  visitor: 'Visiteur',
  note: 'Note, visible par l’équipe seulement',
  edited: 'modifié',
  deleted: 'Message supprimé',
  file: 'Fichier',
}

const de: TranscriptWords = {
  locale: 'de-DE',
  title: 'Chat mit',
  visitor: 'Besucher',
  note: 'Notiz, nur für das Team',
  edited: 'bearbeitet',
  deleted: 'Nachricht gelöscht',
  file: 'Datei',
}

const pt: TranscriptWords = {
  locale: 'pt-PT',
  title: 'Conversa com',
  visitor: 'Visitante',
  note: 'Nota, só a equipa a vê',
  edited: 'editado',
  deleted: 'Mensagem eliminada',
  file: 'Ficheiro',
}

const it: TranscriptWords = {
  locale: 'it-IT',
  title: 'Conversazione con',
  visitor: 'Visitatore',
  note: 'Nota, la vede solo il team',
  edited: 'modificato',
  deleted: 'Messaggio eliminato',
  file: 'File',
}

const ca: TranscriptWords = {
  locale: 'ca-ES',
  title: 'Conversa amb',
  visitor: 'Visitant',
  note: 'Nota, només la veu l’equip',
  edited: 'editat',
  deleted: 'Missatge eliminat',
  file: 'Fitxer',
}

const ar: TranscriptWords = {
  locale: 'ar',
  title: 'محادثة مع',
  visitor: 'زائر',
  note: 'ملاحظة يراها الفريق وحده',
  edited: 'معدّلة',
  deleted: 'حُذفت الرسالة',
  file: 'ملف',
}

const zh: TranscriptWords = {
  locale: 'zh-CN',
  title: '对话：',
  visitor: '访客',
  note: '备注，仅团队可见',
  edited: '已编辑',
  deleted: '消息已删除',
  file: '文件',
}

const ja: TranscriptWords = {
  locale: 'ja-JP',
  title: 'チャット：',
  visitor: '訪問者',
  note: 'メモ（チームだけに表示）',
  edited: '編集済み',
  deleted: 'メッセージは削除されました',
  file: 'ファイル',
}

const words: Record<Language, TranscriptWords> = { en, es, fr, de, pt, it, ca, ar, zh, ja }

export function transcriptWords(language: Language): TranscriptWords {
  return words[language]
}
