import { css } from 'lit'

/** Lies over the thread, above the editor that holds it. */
export const replyPickerStyles = css`
  .replies {
    position: absolute;
    z-index: 15;
    inset-block-end: calc(100% + 8px);
    inset-inline: 12px;
    max-inline-size: 560px;
    padding: 8px;
    border: 1px solid var(--line);
    border-radius: 15px;
    background: var(--surface);
    box-shadow: var(--shadow-3);
    color: var(--ink);
    font-size: 13.5px;
  }

  .replies .head {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 4px 10px 8px;
    color: var(--ink-3);
    font-size: 12.5px;
  }

  .replies .none {
    padding: 2px 10px 8px;
    color: var(--ink-2);
  }

  .replies [role='listbox'] {
    max-block-size: min(216px, 30vh);
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .option {
    display: grid;
    grid-template-columns: minmax(96px, max-content) minmax(0, 1fr);
    gap: 14px;
    align-items: center;
    min-block-size: 36px;
    padding: 4px 10px;
    border-radius: 10px;
    color: var(--ink-2);
    cursor: pointer;
  }

  .option:hover {
    background: var(--surface-2);
  }

  .option[aria-selected='true'] {
    background: var(--accent-soft);
    color: var(--ink);
  }

  .option.person {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  .who {
    display: flex;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
    color: var(--ink);
  }

  .shortcut {
    max-inline-size: 200px;
    overflow-wrap: anywhere;
    color: var(--accent-ink);
    font-weight: 650;
  }

  .preview {
    max-block-size: min(132px, 18vh);
    margin-block-start: 8px;
    padding: 10px;
    overflow: hidden;
    border-block-start: 1px solid var(--line);
    color: var(--ink-2);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }

  @media (forced-colors: active) {
    .option[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
