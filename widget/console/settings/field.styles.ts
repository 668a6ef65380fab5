import { css } from 'lit'
import { fieldErrorStyles } from '../styles/field-error.styles.ts'
import { segmentsStyles } from '../styles/segments.styles.ts'

/** Fields of the settings; `fields.ts` makes them. */
export const fieldStyles = [
  fieldErrorStyles,
  segmentsStyles,
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

    .switch {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      align-items: center;
      min-block-size: 32px;
    }

    .switch + .switch {
      margin-block-start: -7px;
    }

    .switch .hint {
      grid-column: 1 / -1;
    }

    .switch input {
      position: relative;
      inline-size: 38px;
      block-size: 22px;
      border-radius: 11px;
      appearance: none;
      background: var(--line-strong);
      cursor: pointer;
      transition: background var(--fast) var(--ease);
    }

    .switch input::after {
      position: absolute;
      inset-block-start: 3px;
      inset-inline-start: 3px;
      inline-size: 16px;
      block-size: 16px;
      border-radius: 50%;
      background: var(--surface);
      content: '';
      transition: inset-inline-start var(--fast) var(--ease);
    }

    .switch input:checked {
      background: var(--accent);
    }

    .switch input:checked::after {
      inset-inline-start: 19px;
    }

    @media (forced-colors: active) {
      .segments :checked + span {
        outline: 2px solid Highlight;
      }

      .switch input {
        appearance: auto;
      }
    }
  `,
]
