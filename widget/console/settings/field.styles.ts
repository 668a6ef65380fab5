import { css } from 'lit'
import { fieldErrorStyles } from '../styles/field-error.styles.ts'
import { segmentsStyles } from '../styles/segments.styles.ts'
import { switchStyles } from '../switch/switch.styles.ts'

/** Fields of the settings; `fields.ts` makes them. */
export const fieldStyles = [
  fieldErrorStyles,
  segmentsStyles,
  switchStyles,
  css`
    .fld {
      display: grid;
      gap: 5px;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }

    .fld > label,
    .fld > legend {
      padding: 0;
      font-size: 13px;
      font-weight: 600;
    }

    .fld > legend {
      margin-block-end: 5px;
    }

    .in {
      inline-size: 100%;
      min-inline-size: 0;
      min-block-size: 38px;
      padding: 7px 11px;
      border: 1.5px solid var(--line-strong);
      border-radius: 11px;
      background: var(--surface);
      color: var(--ink);
      font-size: 14px;
    }

    textarea.in {
      resize: vertical;
      line-height: 1.45;
    }

    select.in {
      text-overflow: ellipsis;
    }

    .in.code {
      font-family: ui-monospace, 'Cascadia Mono', Menlo, monospace;
      font-size: 13px;
      direction: ltr;
      text-align: left;
    }

    .in:focus-visible {
      outline: 2px solid var(--focus);
      outline-offset: 1px;
    }

    .in[aria-invalid] {
      border-color: var(--danger);
    }

    .number {
      display: flex;
      gap: 8px;
      align-items: center;
    }

    .number .in {
      inline-size: 110px;
      font-variant-numeric: tabular-nums;
    }

    .hint {
      color: var(--ink-3);
      font-size: 12.5px;
    }

    /* A form is narrower than what some of them say. */
    .segments {
      flex-wrap: wrap;
      justify-self: start;
      max-inline-size: 100%;
    }

    .switch-field {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      align-items: center;
      min-block-size: 32px;
    }

    .switch-field + .switch-field {
      margin-block-start: -7px;
    }

    .switch-field .hint {
      grid-column: 1 / -1;
    }
  `,
]
