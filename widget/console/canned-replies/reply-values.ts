import type { Chat } from '#shared/chat.ts'
import type { Site } from '#shared/site.ts'
import { firstName, type VariableValues } from '#shared/variables.ts'

/** What a reply's variables stand for in a chat; the same as when the server fills them in for a macro. */
export function replyValues(
  { visitor, siteId }: Chat,
  commercialName: string,
  sites: readonly Site[],
): VariableValues {
  const name = visitor.name ?? ''
  return {
    'visitor.name': name,
    'visitor.firstName': firstName(name),
    'visitor.email': visitor.email,
    'commercial.name': commercialName,
    'commercial.firstName': firstName(commercialName),
    'site.name': sites.find((site) => site.siteId === siteId)?.name,
  }
}
