import type { ChatId, CommercialId, SiteId } from '#shared/ids.ts'
import type { TeammateRecord } from './records.ts'

/** Which commercials are looking at which chats. In memory and never stored, like presence. */
export interface Viewers {
  /** One more window of this person shows the chat. Says whether that is news. */
  enter(chat: ViewedChat, person: TeammateRecord): boolean
  leave(chatId: ChatId, commercialId: CommercialId): boolean
  of(chatId: ChatId): TeammateRecord[]
  /** The chats of these sites that anybody is looking at. */
  chatsOf(siteIds: readonly SiteId[]): { chatId: ChatId; viewers: TeammateRecord[] }[]
}

export interface ViewedChat {
  readonly chatId: ChatId
  readonly siteId: SiteId
}

interface Viewing {
  readonly siteId: SiteId
  readonly people: Map<CommercialId, { readonly person: TeammateRecord; windows: number }>
}

export function createViewers(): Viewers {
  const chats = new Map<ChatId, Viewing>()
  const peopleAt = (viewing: Viewing | undefined) =>
    [...(viewing?.people.values() ?? [])].map(({ person }) => person)

  return {
    enter({ chatId, siteId }, person) {
      const viewing = chats.get(chatId) ?? { siteId, people: new Map() }
      chats.set(chatId, viewing)
      const entry = viewing.people.get(person.commercialId)
      if (entry === undefined) viewing.people.set(person.commercialId, { person, windows: 1 })
      else entry.windows += 1
      return entry === undefined
    },
    leave(chatId, commercialId) {
      const viewing = chats.get(chatId)
      const entry = viewing?.people.get(commercialId)
      if (viewing === undefined || entry === undefined) return false
      entry.windows -= 1
      if (entry.windows > 0) return false
      viewing.people.delete(commercialId)
      if (viewing.people.size === 0) chats.delete(chatId)
      return true
    },
    of: (chatId) => peopleAt(chats.get(chatId)),
    chatsOf(siteIds) {
      const sites = new Set(siteIds)
      return [...chats]
        .filter(([, { siteId }]) => sites.has(siteId))
        .map(([chatId, viewing]) => ({ chatId, viewers: peopleAt(viewing) }))
    },
  }
}
