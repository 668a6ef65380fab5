import { css } from 'lit'

/** Cards with rows of choices: what the panels of one's own settings are made of. */
export const panelStyles = css`
  :host {
    display: grid;
    gap: 12px;
    align-content: start;
  }

  .intro {
    color: var(--ink-2);
    text-wrap: pretty;
  }

  .card {
    display: grid;
    gap: 4px;
    padding: 14px 18px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
  }

  .card h3 {
    margin-block-end: 6px;
    font-size: 14.5px;
    font-weight: 650;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
    align-items: center;
    min-block-size: 40px;
  }

  .row > .what {
    flex: 1 1 180px;
    min-inline-size: 0;
  }

  .hint {
    color: var(--ink-3);
    font-size: 12.5px;
    text-wrap: pretty;
  }

  .problem {
    padding: 9px 12px;
    border-radius: 12px;
    background: var(--danger-soft);
    color: var(--danger);
    font-weight: 550;
  }

  input[type='time'] {
    min-block-size: 38px;
    padding: 4px 10px;
    border: 1.5px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    font-size: 16px;
    font-variant-numeric: tabular-nums;
  }

  input[type='range'] {
    inline-size: min(220px, 100%);
    min-block-size: 28px;
    accent-color: var(--accent);
  }
`
