import type { ChatId } from '#shared/ids.ts'
import type { TranscriptQuery } from '#shared/transcript.ts'
import { everyMessage } from './every-message.ts'
import type { FileLinks } from './file-links.ts'
import type { Identity } from './identity.ts'
import type { Storage } from './storage.ts'
import type { Language } from './refusal-sentence.ts'
import { transcriptWords } from './transcript-words.ts'
import { transcriptName, transcriptTypes, writeTranscript } from './transcript.ts'

interface Deps {
  readonly storage: Pick<Storage, 'chat' | 'siteById' | 'history'>
  readonly links: FileLinks
}

/** A chat as a file for whoever may read it, with what they see of it. `language`: that of our own few words. */
export async function readTranscript(
  deps: Deps,
  reader: Identity,
  { chatId, query, language }: { chatId: ChatId; query: TranscriptQuery; language: Language },
): Promise<{ fileName: string; mediaType: string; pieces: AsyncIterable<string> }> {
  const chat = await deps.storage.chat(reader, chatId)
  const site = await deps.storage.siteById(chat.siteId)
  const subject = {
    chat,
    siteName: site?.name ?? '',
    timeZone: query.timeZone ?? knownZone(chat.visitor.timeZone),
    words: transcriptWords(language),
  }
  return {
    fileName: transcriptName(query.format, subject),
    mediaType: transcriptTypes[query.format],
    pieces: writeTranscript(query.format, subject, everyMessage(deps, reader, chatId)),
  }
}

/** Browsers know zones that this machine does not, and anybody may say anything. */
function knownZone(timeZone: string | null): string {
  if (timeZone === null) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}
