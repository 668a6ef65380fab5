import type { ChatId, CommercialId, SiteId, VisitorId } from './ids.ts'

/** Socket.IO addresses. The first two are the seed document's own names and part of the wire; clients never see the rest. */
export const rooms = {
  /** Everybody who reads the chat. */
  chat: (chatId: ChatId) => `chat:${chatId}`,
  /** Those of them who also see its notes. */
  chatCommercials: (chatId: ChatId) => `chat:${chatId}:commercial`,
  /** Every commercial of a site: the inbox lives from this one, no join needed. */
  siteCommercials: (siteId: SiteId) => `site:${siteId}:commercials`,
  /** One visitor's own sockets: what concerns them outside of any chat that they have joined. */
  visitor: (visitorId: VisitorId) => `visitor:${visitorId}`,
  siteVisitors: (siteId: SiteId) => `site:${siteId}:visitors`,
  /** One commercial's own sockets, for as long as they answer this site: what carries their own unread count. */
  siteCommercial: (siteId: SiteId, commercialId: CommercialId) => `site:${siteId}:commercial:${commercialId}`,
  /** What only those hear who look after the whole. */
  admins: 'admins',
  /** One session's sockets: what a revocation reaches. */
  session: (sessionId: string) => `session:${sessionId}`,
} as const
