import { css } from 'lit'
import { fieldErrorStyles } from '../styles/field-error.styles.ts'
import { markStyles } from '../styles/mark.styles.ts'

/** The card in which one signs in or makes the first account. */
export const accountFormStyles = [
  fieldErrorStyles,
  markStyles,
  css`
    :host {
      display: block;
    }

    form {
      display: grid;
      gap: 14px;
    }

    h1 {
      margin-block-start: 16px;
      font-size: 24px;
      font-weight: 680;
      letter-spacing: -0.03em;
      line-height: 1.2;
    }

    .head {
      display: grid;
      gap: 6px;
    }

    .intro {
      margin-block-end: 4px;
      color: var(--ink-2);
    }

    .field {
      display: grid;
      gap: 5px;
    }

    label {
      font-size: 13px;
      font-weight: 600;
    }

    .control {
      display: flex;
      align-items: center;
      border: 1.5px solid var(--line-strong);
      border-radius: 12px;
      background: var(--surface);
    }

    .control:focus-within {
      border-color: var(--accent);
      box-shadow: 0 0 0 3px color-mix(in oklab, var(--accent) 20%, transparent);
    }

    .control.invalid {
      border-color: var(--danger);
    }

    input {
      flex: 1;
      min-inline-size: 0;
      min-block-size: 42px;
      padding: 8px 12px;
      border: 0;
      border-radius: inherit;
      outline: 0;
      background: none;
      color: inherit;
      /* Below 16px a phone zooms the page in when the field is touched. */
      font-size: 16px;
    }

    /* The frame shows where one is. */
    input:focus-visible {
      outline: none;
    }

    .control .icon-button {
      margin-inline-end: 3px;
    }

    .error {
      margin: 0;
    }

    .hint,
    .small {
      margin: 0;
      font-size: 12.5px;
    }

    .refusal {
      padding: 9px 12px;
      border-radius: 12px;
      background: var(--danger-soft);
    }

    .hint,
    .small {
      color: var(--ink-3);
    }

    @media (forced-colors: active) {
      .control:focus-within {
        outline: 2px solid Highlight;
      }
    }
  `,
]
