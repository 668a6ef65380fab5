import * as v from 'valibot'
import { CleanText, recordOf, TimeZone } from './text.ts'

const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'A time such as 08:30'))
const Calling = v.object({ isShown: v.boolean(), isHeard: v.boolean() })

/** How somebody wants to be called, on all of their devices; `notifying.ts` says what it means. */
export const NotifyingSettings = v.object({
  kinds: v.object({ newChat: Calling, message: Calling, mention: Calling }),
  volume: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)),
  isRepeated: v.boolean(),
  quietHours: v.nullable(v.object({ from: TimeOfDay, to: TimeOfDay, timeZone: TimeZone })),
})

/** By the name of what it does, the key that does it instead of the usual one; empty: none. */
const Shortcuts = v.pipe(
  recordOf(v.pipe(CleanText, v.regex(/^[a-z][A-Za-z0-9]{0,39}$/)), v.pipe(CleanText, v.maxLength(40))),
  v.check((shortcuts) => Object.keys(shortcuts).length <= 100, 'At most 100 shortcuts'),
)

/** What somebody of the team has chosen for themself, on whatever device. */
export const PersonalSettings = v.object({ notifying: NotifyingSettings, shortcuts: Shortcuts })
export type PersonalSettings = v.InferOutput<typeof PersonalSettings>

/** What is named is replaced whole. */
export const ChangePersonalSettings = v.partial(PersonalSettings)
