import { css } from 'lit'
import { columnDialog, dialogFrame } from '../styles/dialog-frame.styles.ts'

export const personalSheetStyles = [
  dialogFrame,
  columnDialog,
  css`
    dialog {
      inline-size: min(560px, calc(100vw - 24px));
      max-block-size: min(760px, calc(100dvh - 24px));
      background: var(--canvas);
      margin-block: auto;
    }

    header {
      display: flex;
      flex: none;
      gap: 12px;
      align-items: center;
      padding: 12px 12px 10px 20px;
      padding-inline: 20px 12px;
      border-block-end: 1px solid var(--line);
      background: var(--surface);
    }

    h2 {
      flex: 1;
      font-size: 18px;
      font-weight: 680;
      letter-spacing: -0.02em;
    }

    .body {
      flex: 1;
      min-block-size: 0;
      padding: 16px;
      overflow-y: auto;
      overscroll-behavior: contain;
      scrollbar-width: thin;
    }

    @media (max-width: 480px) {
      dialog {
        inline-size: 100vw;
        max-inline-size: none;
        block-size: 100dvh;
        max-block-size: none;
        border: 0;
        border-radius: 0;
      }
    }
  `,
]
