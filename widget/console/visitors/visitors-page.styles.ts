import { css } from 'lit'

export const visitorsPageStyles = css`
  :host {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr) auto;
    position: relative;
    min-block-size: 0;
    container-type: size;
  }

  .page {
    min-inline-size: 0;
    padding: 22px 30px 30px;
    overflow-y: auto;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 10px 14px;
    align-items: center;
    margin-block-end: 18px;
  }

  h1 {
    flex: 1 1 auto;
    font-size: 22px;
    font-weight: 680;
    letter-spacing: -0.025em;
    line-height: 1.2;
  }

  h1 .count {
    margin-inline-start: 6px;
    color: var(--ink-3);
    font-size: 15px;
    font-weight: 560;
    letter-spacing: 0;
    font-variant-numeric: tabular-nums;
  }

  .segments {
    display: inline-flex;
    padding: 3px;
    border: 1px solid var(--line);
    border-radius: 11px;
    background: var(--surface-2);
  }

  .segments button {
    min-block-size: 30px;
    padding-inline: 12px;
    border-radius: 8px;
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 560;
  }

  .segments [aria-pressed='true'] {
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow-1);
  }

  select {
    min-block-size: 36px;
    padding-inline: 12px;
    border: 1.5px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    font-size: 13.5px;
    font-weight: 600;
  }

  .hint {
    margin-block-end: 14px;
    color: var(--ink-2);
    font-size: 13px;
  }

  ul {
    overflow: clip;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
  }

  li {
    display: grid;
    grid-template-columns: minmax(160px, 1.1fr) minmax(0, 1.5fr) minmax(96px, auto) minmax(120px, 0.9fr) auto;
    gap: 4px 18px;
    align-items: center;
    padding: 9px 14px;
  }

  li + li {
    border-block-start: 1px solid var(--line);
  }

  li:hover {
    background: var(--surface-2);
  }

  li.current {
    background: var(--accent-soft);
  }

  .who {
    display: flex;
    gap: 11px;
    align-items: center;
    min-inline-size: 0;
    min-block-size: 40px;
    border-radius: 12px;
    text-align: start;
  }

  .face {
    position: relative;
    flex: none;
    line-height: 0;
  }

  .face .dot {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: -2px;
    box-shadow: 0 0 0 2px var(--surface);
  }

  .name {
    display: flex;
    gap: 6px;
    align-items: center;
    min-inline-size: 0;
    font-weight: 620;
  }

  .verified {
    flex: none;
    color: var(--accent-ink);
    font-size: 13px;
    line-height: 0;
  }

  .called,
  .looking {
    display: grid;
    min-inline-size: 0;
  }

  .looking a {
    color: inherit;
    text-decoration-color: var(--line-strong);
    text-underline-offset: 2px;
  }

  small {
    color: var(--ink-3);
    font-size: 12px;
  }

  .since,
  .place {
    color: var(--ink-2);
    font-size: 13px;
    font-variant-numeric: tabular-nums;
  }

  li .button {
    justify-content: center;
    min-block-size: 34px;
    /* Rows are grids of their own: what ends them alike keeps their columns one. */
    min-inline-size: 118px;
  }

  .more {
    display: grid;
    justify-items: center;
    padding-block: 16px;
  }

  chat-visitor-card {
    inline-size: 304px;
    border-inline-start: 1px solid var(--line);
  }

  @container (max-width: 1080px) {
    li {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .looking,
    .since,
    .place {
      grid-column: 1 / 2;
      padding-inline-start: 47px;
    }

    li .button {
      grid-area: 1 / 2;
    }

    chat-visitor-card {
      position: absolute;
      z-index: 6;
      inset-block: 0;
      inset-inline-end: 0;
      inline-size: min(320px, 100%);
      box-shadow: var(--shadow-3);
    }
  }

  @container (max-width: 560px) {
    li .button {
      min-inline-size: 0;
    }

    .page {
      padding: 18px 14px;
    }

    /* Out of sight, and still the button's name. */
    li .button .word {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    chat-visitor-card {
      inline-size: 100%;
    }
  }
`
