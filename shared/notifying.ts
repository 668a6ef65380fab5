/** How somebody of the team wants to be called. No imports: the browser and the server both decide by this. */

/** What somebody is called for: a chat that nobody has taken, a message in one of theirs, a note that names them. */
export const NOTIFICATION_KINDS = ['newChat', 'message', 'mention'] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/** From a time of the day to another, maybe over midnight, in the person's own time zone. `HH:MM`. */
export interface QuietHours {
  readonly from: string
  readonly to: string
  readonly timeZone: string
}

export interface Calling {
  readonly isShown: boolean
  readonly isHeard: boolean
}

export interface Notifying {
  readonly kinds: Readonly<Record<NotificationKind, Calling>>
  /** Of every sound, in percent. */
  readonly volume: number
  /** Goes on sounding until somebody has read what it is about. */
  readonly isRepeated: boolean
  readonly quietHours: QuietHours | null
}

const both: Calling = { isShown: true, isHeard: true }

export const INITIAL_NOTIFYING: Notifying = {
  kinds: { newChat: both, message: both, mention: both },
  volume: 60,
  isRepeated: false,
  quietHours: null,
}

/** Whether nobody is to be called now. The same time twice is no time at all. */
export function isQuiet(quietHours: QuietHours | null, now: Date): boolean {
  if (quietHours === null || quietHours.from === quietHours.to) return false
  const { from, to } = quietHours
  const time = timeOfDay(now, quietHours.timeZone)
  return from < to ? from <= time && time < to : time >= from || time < to
}

/** As `HH:MM`. A time zone that this machine does not know is read as UTC. */
function timeOfDay(now: Date, timeZone: string): string {
  try {
    const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const
    return new Intl.DateTimeFormat('en-GB', options).format(now)
  } catch {
    return now.toISOString().slice(11, 16)
  }
}
