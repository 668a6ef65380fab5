import { css } from 'lit'
import { columnDialog, dialogFrame } from '../styles/dialog-frame.styles.ts'

export const paletteStyles = [
  dialogFrame,
  columnDialog,
  css`
    dialog {
      inline-size: min(620px, calc(100vw - 24px));
      max-block-size: min(560px, 80vh);
      margin-block-start: min(96px, 8vh);
    }

    .field {
      display: flex;
      flex: none;
      gap: 12px;
      align-items: center;
      padding: 8px 18px;
      border-block-end: 1px solid var(--line);
    }

    .field .icon {
      flex: none;
      font-size: 19px;
    }

    input {
      flex: 1;
      min-inline-size: 0;
      min-block-size: 42px;
      font-size: 16px;
    }

    /* The one field of the palette: the caret shows the focus. */
    input:focus-visible {
      outline: none;
    }

    input::placeholder {
      color: var(--ink-3);
      opacity: 1;
    }

    kbd,
    .leave {
      flex: none;
      min-inline-size: 24px;
      padding: 2px 7px;
      border: 1px solid var(--line);
      border-radius: 6px;
      background: var(--surface-2);
      color: var(--ink-2);
      font: inherit;
      font-size: 12px;
      text-align: center;
    }

    .leave {
      min-block-size: 24px;
    }

    #options {
      flex: 1;
      min-block-size: 0;
      padding: 6px 8px;
      overflow-y: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }

    .heading {
      padding: 10px 10px 6px;
      color: var(--ink-3);
      font-size: 12.5px;
      font-weight: 600;
    }

    .option {
      display: flex;
      gap: 12px;
      align-items: center;
      min-block-size: 38px;
      padding: 4px 10px;
      border-radius: 11px;
      cursor: pointer;
    }

    .option:hover {
      background: var(--surface-2);
    }

    .option[aria-selected='true'] {
      background: var(--accent-soft);
    }

    .option .icon {
      flex: none;
      color: var(--ink-2);
      font-size: 16px;
    }

    .label {
      flex: 1;
      min-inline-size: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .excerpt {
      color: var(--ink-2);
    }

    mark {
      border-radius: 3px;
      background: var(--saffron-soft);
      color: var(--saffron-ink);
      font-weight: 600;
    }

    small {
      flex: 0 1 auto;
      max-inline-size: 45%;
      overflow: hidden;
      color: var(--ink-2);
      font-size: 12.5px;
      text-overflow: ellipsis;
      white-space: nowrap;
    }

    .none {
      padding: 4px 18px 14px;
      color: var(--ink-2);
    }

    .foot {
      flex: none;
      padding: 9px 18px;
      border-block-start: 1px solid var(--line);
      color: var(--ink-3);
      font-size: 12.5px;
    }

    @media (forced-colors: active) {
      .option[aria-selected='true'] {
        outline: 2px solid Highlight;
        outline-offset: -2px;
      }
    }
  `,
]
