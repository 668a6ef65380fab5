import { html } from 'lit'
import { MAX_IMAGE_EDGE, MIN_IMAGE_EDGE } from '#shared/limits.ts'
import { card, numberField } from '../fields.ts'
import type { SitePage } from '../site-form.ts'

const MIB = 1_048_576

export const dataPage: SitePage = {
  intro: 'dataIntro',
  keys: ['retentionDays', 'limits'],
  render: ({ site, set, words, errorOf }) =>
    card(
      words.pages.data,
      html`${numberField({
        path: 'retentionDays',
        label: words.retention,
        hint: words.retentionHint,
        error: errorOf('retentionDays'),
        value: site.retentionDays,
        unit: words.days,
        min: 1,
        max: 3_650,
        onInput: (retentionDays) => set({ retentionDays }),
      })}
      ${numberField({
        path: 'limits.maxFileBytes',
        label: words.maxFile,
        error: errorOf('limits.maxFileBytes'),
        value: site.limits.maxFileBytes / MIB,
        unit: 'MiB',
        min: 1,
        max: 100,
        onInput: (size) => set({ limits: { ...site.limits, maxFileBytes: Math.round((size ?? 0) * MIB) } }),
      })}
      ${numberField({
        path: 'limits.maxImageEdge',
        label: words.maxImageEdge,
        hint: words.maxImageEdgeHint,
        error: errorOf('limits.maxImageEdge'),
        value: site.limits.maxImageEdge,
        unit: 'px',
        min: MIN_IMAGE_EDGE,
        max: MAX_IMAGE_EDGE,
        onInput: (maxImageEdge) => set({ limits: { ...site.limits, maxImageEdge } }),
      })}`,
    ),
}
