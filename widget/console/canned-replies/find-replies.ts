import type { CannedReply } from '#shared/canned-reply.ts'
import { plainWord } from '../plain-word.ts'

/** The replies that a query may mean: those called so first, then those whose title, then those whose text has it. */
export function findReplies(replies: readonly CannedReply[], query: string): readonly CannedReply[] {
  const wanted = plainWord(query)
  const ranked = replies.map((reply) => ({ reply, rank: rankOf(reply, wanted) }))
  return ranked
    .filter(({ rank }) => rank < NOT_FOUND)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ reply }) => reply)
}

const NOT_FOUND = 3

function rankOf({ shortcut, title, content }: CannedReply, wanted: string): number {
  if (plainWord(shortcut).startsWith(wanted)) return 0
  if (beginsAWord(title, wanted)) return 1
  return beginsAWord(content, wanted) ? 2 : NOT_FOUND
}

function beginsAWord(text: string, wanted: string): boolean {
  return plainWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => word.startsWith(wanted))
}
