import { css } from 'lit'

export const statsChatsStyles = css`
  dialog {
    inline-size: min(420px, 100%);
    max-inline-size: 100%;
    block-size: 100%;
    max-block-size: 100%;
    margin: 0;
    margin-inline-start: auto;
    padding: 0;
    border: 0;
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow-3);
  }

  dialog::backdrop {
    background: rgb(12 25 19 / 0.4);
  }

  .drawer {
    display: flex;
    flex-direction: column;
    min-block-size: 100%;
  }

  header {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 8px;
    padding: 14px 12px 12px 18px;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  h2 {
    min-inline-size: 0;
    font-size: 16px;
    font-weight: 660;
    letter-spacing: -0.015em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  ul {
    padding: 8px;
  }

  li button {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: center;
    inline-size: 100%;
    padding: 10px;
    border-radius: 12px;
  }

  li button:hover {
    background: var(--surface-2);
  }

  li button > :first-child {
    grid-row: span 2;
  }

  .name {
    font-weight: 620;
  }

  time {
    color: var(--ink-3);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  .line {
    grid-column: 2 / -1;
    color: var(--ink-2);
    font-size: 13px;
  }

  .chips {
    display: flex;
    gap: 6px;
    grid-column: 2 / -1;
    margin-block-start: 4px;
  }

  .quiet {
    padding: 24px 18px;
    color: var(--ink-2);
  }
`
