import { css } from 'lit'

export const chatPaneStyles = css`
  :host {
    /* Files may be held above it. */
    position: relative;
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--canvas);
  }

  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  /*
   * Without kerning what people write is laid out ten times as fast where it has no spaces: Chromium shapes Geist anew at every place
   * such a text could break, 120 ms for one of 8,000 letters.
   */
  chat-message-list,
  chat-editor {
    font-kerning: none;
  }

  chat-message-list {
    flex: 1;
    font-size: 14.5px;
  }

  chat-message-list::part(log) {
    padding-inline: 24px;
  }

  /* A short message is as wide as it is, however long its translation below. */
  chat-message-list.translated::part(bubble) {
    inline-size: fit-content;
  }

  .thread {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }

  .message-actions {
    position: absolute;
    z-index: 3;
    inset-block-start: var(--at);
    inset-inline-end: 28px;
    display: flex;
    padding: 2px;
    border: 1px solid var(--line);
    border-radius: 10px;
    background: var(--surface);
    box-shadow: var(--shadow-1);
  }

  .message-actions.end {
    inset-inline: 28px auto;
  }

  .message-actions button {
    display: grid;
    place-items: center;
    inline-size: 30px;
    block-size: 28px;
    border-radius: 8px;
    color: var(--ink-2);
    font-size: 13px;
  }

  .message-actions button:hover {
    background: var(--surface-3);
    color: var(--ink);
  }

  .company:empty {
    display: none;
  }

  .company {
    display: flex;
    gap: 6px;
    align-items: center;
    margin-inline: 20px;
    padding-block: 4px;
    color: var(--ink-2);
    font-size: 12.5px;
  }

  .company.writing {
    margin-block-end: 4px;
    padding-inline: 10px;
    border-radius: 10px;
    background: var(--saffron-soft);
    color: var(--saffron-ink);
    font-weight: 600;
  }

  .notice {
    flex: 1;
  }

  .loading {
    display: flex;
    flex: 1;
    flex-direction: column;
    justify-content: flex-end;
    gap: 14px;
    padding: 24px;
  }

  .loading i {
    inline-size: 34%;
    block-size: 38px;
    border-radius: var(--radius);
    border-end-start-radius: var(--corner);
    background: var(--surface-3);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .loading .long {
    inline-size: 52%;
    block-size: 58px;
  }

  .loading .out {
    align-self: end;
    border-end-start-radius: var(--radius);
    border-end-end-radius: var(--corner);
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
`
