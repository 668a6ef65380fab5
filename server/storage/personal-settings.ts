import type { PersonalSettings } from '#shared/personal-settings.ts'
import type { Change } from '../domain/desk-storage.ts'
import type { CommercialIdentity } from '../domain/identity.ts'
import { initialPersonalSettings } from '../domain/personal-settings.ts'
import { keepPersonalSettings, personalSettingsOf } from './statements/personal.ts'
import type { Step } from './writer.ts'

export function readPersonalSettings(
  { db }: Step,
  { userId }: Pick<CommercialIdentity, 'userId'>,
): PersonalSettings {
  const row = db.one(personalSettingsOf, userId)
  return { ...initialPersonalSettings, ...(row && (JSON.parse(row.settings) as Partial<PersonalSettings>)) }
}

export function changePersonalSettings(
  step: Step,
  by: CommercialIdentity,
  { notifying, shortcuts }: Change<PersonalSettings>,
): PersonalSettings {
  const before = readPersonalSettings(step, by)
  const changed = { notifying: notifying ?? before.notifying, shortcuts: shortcuts ?? before.shortcuts }
  step.db.run(keepPersonalSettings, by.userId, JSON.stringify(changed))
  return changed
}
