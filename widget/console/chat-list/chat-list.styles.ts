import { css } from 'lit'

export const chatListStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--surface);
    container-type: inline-size;
  }

  .title {
    display: flex;
    flex: none;
    align-items: center;
    padding-inline-end: 12px;
  }

  h1 {
    flex: 1;
    padding-block: 18px 12px;
    padding-inline: 16px;
    font-size: 18px;
    font-weight: 680;
    letter-spacing: -0.02em;
    line-height: 1.4;
  }

  .mentions {
    position: relative;
  }

  .mentions .badge {
    position: absolute;
    inset-block-start: 0;
    inset-inline-end: -1px;
    min-inline-size: 17px;
    block-size: 17px;
    padding-inline: 4px;
    font-size: 11px;
    font-style: normal;
  }

  .search {
    display: flex;
    gap: 10px;
    align-items: center;
    min-block-size: 38px;
    margin-block-end: 10px;
    margin-inline: 14px;
    padding-inline: 11px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface-2);
    color: var(--ink-2);
    font-size: 13.5px;
    text-align: start;
  }

  .search:hover {
    border-color: var(--line-strong);
  }

  .search .clipped {
    flex: 1;
  }

  .search kbd {
    flex: none;
    padding: 1px 6px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--surface);
    font: inherit;
    font-size: 12px;
  }

  /* Where there is no keyboard to press them on. */
  @media (pointer: coarse) {
    .search kbd {
      display: none;
    }
  }

  .tabs {
    display: flex;
    flex: none;
    gap: 1px;
    padding-inline: 9px;
    padding-block-end: 10px;
    overflow-x: auto;
    scrollbar-width: none;
    border-block-end: 1px solid var(--line);
  }

  .tabs button {
    display: flex;
    gap: 4px;
    align-items: center;
    min-block-size: 32px;
    padding-inline: 7px;
    border-radius: 9px;
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 560;
    white-space: nowrap;
  }

  @container (max-width: 330px) {
    .tabs button {
      padding-inline: 5px;
    }
  }

  .tabs button:hover {
    background: var(--surface-2);
  }

  .tabs button:focus-visible {
    outline-offset: -2px;
  }

  .tabs [aria-selected='true'],
  .tabs [aria-selected='true']:hover {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }

  .count {
    color: var(--ink-3);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  [aria-selected='true'] .count {
    color: inherit;
  }

  .chips {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    padding-block: 8px;
    padding-inline: 14px;
    border-block-end: 1px solid var(--line);
  }

  .chips .chip {
    block-size: 26px;
    padding-inline-end: 1px;
    background: var(--accent-soft);
    color: var(--accent-ink);
  }

  .chips .chip button {
    display: inline-grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 6px;
  }

  .chips .chip button:hover {
    background: color-mix(in oklab, var(--accent-ink) 14%, transparent);
  }

  .chips .link-button {
    margin-inline-start: auto;
    color: var(--accent-ink);
    font-size: 12.5px;
  }

  .panel {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  .panel:focus-visible {
    outline-offset: -2px;
  }

  .skeleton {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr);
    gap: 22px 11px;
    align-items: center;
    padding: 18px 15px;
  }

  .skeleton .tile,
  .skeleton .bars::before,
  .skeleton .bars::after {
    background: var(--surface-3);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  .skeleton .tile {
    block-size: 40px;
    border-radius: 14px;
    border-end-end-radius: var(--corner);
  }

  .skeleton .bars {
    display: grid;
    gap: 8px;
  }

  .skeleton .bars::before,
  .skeleton .bars::after {
    content: '';
    block-size: 11px;
    inline-size: 58%;
    border-radius: 5px;
  }

  .skeleton .bars::after {
    block-size: 10px;
    inline-size: 86%;
  }

  .skeleton .bars:nth-of-type(4n)::before {
    inline-size: 44%;
  }

  .skeleton .bars:nth-of-type(4n)::after {
    inline-size: 66%;
  }

  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }

  @media (forced-colors: active) {
    [aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
