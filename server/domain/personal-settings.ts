import { INITIAL_NOTIFYING } from '#shared/notifying.ts'
import type { PersonalSettings } from '#shared/personal-settings.ts'

/** Of somebody who has chosen nothing yet. */
export const initialPersonalSettings: PersonalSettings = {
  notifying: structuredClone(INITIAL_NOTIFYING) as PersonalSettings['notifying'],
  shortcuts: {},
}
