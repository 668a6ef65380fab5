import type { MergingStrings } from './merging.en.ts'

export const mergingDe: MergingStrings = {
  title: 'Wer ist {name} noch?',
  search: 'Name, E-Mail oder Nummer',
  searchHint: 'Unter denen, die dieser Website geschrieben haben.',
  searching: 'Wird gesucht…',
  nobody: 'So hat niemand geschrieben.',
  compare: 'Sind das dieselbe Person?',
  stays: 'Bleibt',
  goes: 'Geht darin auf',
  swap: 'Andersherum',
  another: 'Jemand anderen wählen',
  noEmail: 'Keine E-Mail',
  chats: { one: '{count} Gespräch', other: '{count} Gespräche' },
  seen: 'Zuletzt da: {when}',
  online: 'Gerade online',
  effectAll:
    'Gespräche, Dateien und Seiten beider werden die von einer Person. Wo beide etwas sagen, gilt, was bleibt.',
  effectOpen:
    'Beide haben ein offenes Gespräch: Das auf eine Antwort wartet, bleibt offen, das andere wird geschlossen.',
  effectSession: 'Wer darin aufgeht, wird im Browser aus dem Chat abgemeldet und ist dort jemand Neues.',
  effectOnline: 'Gerade jetzt online.',
  final: 'Das lässt sich nicht rückgängig machen.',
  merge: 'Zusammenführen',
  merging: 'Wird zusammengeführt…',
  bothVerified: 'Ihre Website bürgt für beide als verschiedene Personen: Sie bleiben zwei.',
  blocked: 'Eine der beiden ist blockiert. Heben Sie das zuerst auf.',
}
