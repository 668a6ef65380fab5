import { css } from 'lit'

export const composerStyles = css`
  :host {
    display: block;
    position: relative;
  }

  .box {
    display: flex;
    align-items: flex-end;
    gap: 1px;
    padding: 5px;
    border: 1.5px solid var(--line-strong);
    border-radius: 16px;
    background: var(--surface);
    cursor: text;
    transition:
      border-color var(--fast),
      box-shadow var(--fast);
  }

  .box:focus-within {
    border-color: var(--accent-ink);
    box-shadow: 0 0 0 3px color-mix(in oklab, var(--accent) 20%, transparent);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    max-block-size: 9.2em;
    /* One line in the middle of the buttons beside it. */
    padding: calc((var(--target, 38px) - 1.4em) / 2) 9px;
    /* Below 16 px iOS zooms the page into the field. */
    font-size: 16px;
    line-height: 1.4;
    resize: none;
    field-sizing: content;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  /* The frame round it shows the focus. */
  textarea:focus-visible {
    outline: none;
  }

  /* One line, however many buttons stand beside it. */
  textarea:placeholder-shown {
    overflow: hidden;
    white-space: nowrap;
    text-overflow: ellipsis;
  }

  textarea::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }

  .emoji,
  .send {
    display: grid;
    place-items: center;
    flex: none;
    min-inline-size: var(--target, 38px);
    block-size: var(--target, 38px);
    border-radius: 13px;
    font-size: 16px;
    color: var(--ink-2);
  }

  .emoji:hover {
    background: var(--surface-3);
    color: var(--ink);
  }

  .send {
    border-end-end-radius: var(--corner);
    background: var(--accent);
    color: var(--on-accent);
    transition:
      background var(--fast),
      scale var(--fast);
  }

  .send:hover {
    background: var(--accent-hover);
  }

  .send:active {
    scale: 0.94;
  }

  .send:disabled {
    background: var(--surface-3);
    color: var(--ink-3);
    scale: none;
  }

  /* On a phone what is written needs the room, and the button is there as soon as something is. */
  @media (max-width: 480px) {
    .send[aria-label]:disabled {
      display: none;
    }
  }

  .limit {
    padding: 5px 8px 0;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--ink-3);
  }

  .limit.over {
    color: var(--danger);
    font-weight: 550;
  }

  @media (forced-colors: active) {
    .send {
      border: 1px solid ButtonText;
    }

    .box:focus-within {
      outline: 2px solid Highlight;
    }
  }
`
