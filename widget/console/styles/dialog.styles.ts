import { css } from 'lit'
import { dialogFrame } from './dialog-frame.styles.ts'

/** A dialog over the work: a title, fields, buttons at the end. */
export const dialogStyles = [
  dialogFrame,
  css`
    dialog {
      inline-size: min(460px, calc(100vw - 24px));
      max-block-size: min(640px, 86vh);
      margin-block-start: min(96px, 8vh);
      padding: 20px;
      overflow-y: auto;
      overscroll-behavior: contain;
      border-end-end-radius: var(--corner-large);
    }

    dialog form,
    dialog .stack {
      display: grid;
      gap: 14px;
    }

    dialog h2 {
      font-size: 17px;
      font-weight: 670;
      letter-spacing: -0.015em;
    }

    dialog h3 {
      margin-block-start: 20px;
      margin-block-end: 8px;
      color: var(--ink-3);
      font-size: 12.5px;
      font-weight: 640;
    }

    .explained {
      color: var(--ink-2);
    }

    .field {
      display: grid;
      gap: 5px;
      min-inline-size: 0;
    }

    .field > label {
      font-size: 13px;
      font-weight: 600;
    }

    .field :is(input, textarea, select) {
      inline-size: 100%;
      min-block-size: 42px;
      padding: 8px 12px;
      border: 1.5px solid var(--line-strong);
      border-radius: 12px;
      background: var(--surface);
      font-size: 15px;
    }

    .field textarea {
      min-block-size: 74px;
      resize: vertical;
    }

    .field :is(input, textarea, select):focus-visible {
      border-color: var(--accent);
      outline: 0;
      box-shadow: 0 0 0 3px color-mix(in oklab, var(--accent) 20%, transparent);
    }

    .check {
      display: flex;
      gap: 9px;
      align-items: center;
      min-block-size: 28px;
    }

    .check input {
      inline-size: 18px;
      block-size: 18px;
      accent-color: var(--accent);
    }

    .answers {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      justify-content: flex-end;
    }

    .button.danger {
      border-color: var(--danger);
      border-end-end-radius: var(--corner);
      background: var(--danger);
      color: var(--surface);
    }

    .button.danger:hover {
      background: color-mix(in oklab, var(--danger) 88%, var(--ink));
    }

    .problem {
      color: var(--danger);
      font-weight: 560;
    }

    .problem:empty {
      display: none;
    }
  `,
]
