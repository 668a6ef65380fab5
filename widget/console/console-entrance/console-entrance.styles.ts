import { css } from 'lit'

export const consoleEntranceStyles = css`
  :host {
    display: block;
    inline-size: min(100%, 352px);
  }

  .card {
    padding: 26px;
    border: 1px solid var(--line);
    border-radius: 22px;
    border-end-end-radius: var(--corner-large);
    background: var(--surface);
    box-shadow: var(--shadow-1);
    color: var(--ink);
  }
`
