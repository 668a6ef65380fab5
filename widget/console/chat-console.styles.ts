import { css } from 'lit'

export const chatConsoleStyles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 320px;
  }

  .theme {
    block-size: 100%;
    background: var(--canvas);
    color: var(--ink);
    font-family: var(
      --chat-font,
      Geist,
      ui-sans-serif,
      system-ui,
      'Noto Sans',
      'Noto Color Emoji',
      sans-serif
    );
    font-size: 14px;
    font-weight: 400;
    line-height: 1.45;
    text-align: start;
    -webkit-font-smoothing: antialiased;
  }

  .door {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    place-items: safe center;
    block-size: 100%;
    padding: 24px 16px;
    overflow-y: auto;
    background: var(--surface-2);
  }

  .opening {
    display: grid;
    justify-items: center;
    gap: 14px;
    color: var(--ink-2);
  }

  dialog {
    inline-size: min(352px, calc(100% - 32px));
    max-block-size: calc(100% - 32px);
    margin: auto;
    padding: 0;
    border: 0;
    overflow-y: auto;
    background: none;
    color: inherit;
  }

  dialog::backdrop {
    background: rgb(12 25 19 / 0.55);
  }
`
