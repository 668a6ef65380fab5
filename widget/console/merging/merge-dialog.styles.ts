import { css } from 'lit'

export const mergeDialogStyles = css`
  dialog {
    inline-size: min(560px, calc(100vw - 24px));
  }

  .found {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .found button {
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 6px 8px;
    border: 0;
    border-radius: 12px;
    background: none;
    text-align: start;
  }

  .found button:hover {
    background: var(--surface-3);
  }

  .found span {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .found small {
    display: block;
    color: var(--ink-2);
    font-size: 12.5px;
  }

  .hint {
    color: var(--ink-2);
    font-size: 13px;
  }

  .sides {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 10px;
    margin: 0;
  }

  .side {
    display: grid;
    gap: 8px;
    align-content: start;
    min-inline-size: 0;
    padding: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 14px;
  }

  .side.stays {
    border-color: var(--accent);
    background: var(--accent-soft);
  }

  .side > b {
    color: var(--ink-2);
    font-size: 12.5px;
    font-weight: 620;
  }

  .side.stays > b {
    color: var(--accent-ink);
  }

  .side .who {
    display: flex;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
    font-weight: 640;
    overflow-wrap: anywhere;
  }

  .side ul,
  .effects {
    display: grid;
    gap: 3px;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 13px;
  }

  .side li {
    overflow-wrap: anywhere;
  }

  .side .chip {
    inline-size: fit-content;
  }

  .effects {
    gap: 6px;
    color: var(--ink-2);
  }

  .effects li {
    padding-inline-start: 14px;
    border-inline-start: 3px solid var(--line-strong);
  }

  .effects .grave {
    border-color: var(--saffron);
    color: var(--ink);
    font-weight: 560;
  }

  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
`
