import { css } from 'lit'

/** Cards of the statistics: their frame and what stands in them. */
export const cardStyles = css`
  .card {
    min-inline-size: 0;
    padding: 16px 18px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
  }

  .card > header {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    align-items: center;
    margin-block-end: 12px;
  }

  .card h2 {
    font-size: 14.5px;
    font-weight: 650;
  }

  .aside {
    margin-inline-start: auto;
    color: var(--accent-ink);
    font-size: 12.5px;
    font-weight: 580;
  }

  .quiet {
    margin-block-start: 12px;
    color: var(--ink-2);
    font-size: 13px;
  }

  .why {
    display: inline-grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border-radius: 8px;
    color: var(--ink-3);
    font-size: 12.5px;
  }

  .why:hover {
    background: var(--surface-2);
    color: var(--ink);
  }

  .explanation {
    position-area: block-end span-inline-end;
    position-try-fallbacks: flip-inline, flip-block;
    max-inline-size: min(320px, calc(100vw - 32px));
    margin: 4px;
    padding: 10px 13px;
    border: 0;
    border-radius: 11px;
    background: var(--ink);
    color: var(--surface);
    font-size: 13px;
    line-height: 1.45;
    box-shadow: var(--shadow-2);
  }

  @supports not (position-area: block-end) {
    .explanation {
      margin: auto;
    }
  }

  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    margin-inline-start: auto;
  }

  .legend button {
    display: flex;
    gap: 6px;
    align-items: center;
    min-block-size: 24px;
    padding: 0 4px;
    border-radius: 6px;
    color: var(--ink-2);
    font-size: 12.5px;
  }

  .legend button:hover {
    background: var(--surface-2);
    color: var(--ink);
  }

  .legend b {
    font-weight: 620;
    font-variant-numeric: tabular-nums;
  }

  .legend i {
    inline-size: 10px;
    block-size: 10px;
    border-radius: 3px;
    background: var(--line-strong);
  }

  .legend i.answered {
    background: var(--chart);
  }

  .legend i.missed {
    background: var(--chart-warn);
  }

  .legend i.waiting {
    border: 2.5px solid var(--chart-warn);
    background: none;
  }

  .scroll {
    overflow-x: auto;
    border-radius: 8px;
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 9px 6px;
    border-block-end: 1px solid var(--line);
    text-align: end;
    white-space: nowrap;
  }

  thead th {
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 500;
  }

  tbody tr:last-child > * {
    border-block-end: 0;
  }

  th:first-child {
    padding-inline-start: 0;
    text-align: start;
  }

  tbody th {
    font-weight: 500;
  }

  td:last-child,
  th:last-child {
    padding-inline-end: 0;
  }

  .team th button {
    display: flex;
    gap: 9px;
    align-items: center;
    min-block-size: 32px;
    border-radius: 8px;
    font-weight: 620;
  }

  .team th button:hover bdi {
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  @container (inline-size < 600px) {
    .card {
      padding: 14px;
    }

    .team thead th {
      white-space: normal;
      vertical-align: bottom;
    }

    .team :is(th, td) {
      padding-inline: 4px;
      font-size: 13px;
    }

    .team .avatar {
      display: none;
    }
  }

  .ranges {
    display: grid;
    gap: 2px;
  }

  .ranges button {
    display: grid;
    grid-template-columns: 110px minmax(0, 1fr) 46px;
    gap: 8px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 27px;
    border-radius: 8px;
    color: var(--ink-2);
    font-size: 13px;
  }

  .ranges button:hover:enabled {
    background: var(--surface-2);
  }

  .ranges svg {
    display: block;
    inline-size: 100%;
    block-size: 14px;
  }

  .ranges .track {
    fill: var(--surface-2);
  }

  .ranges .soon {
    fill: var(--accent);
  }

  .ranges .late {
    fill: var(--chart-warn);
  }

  .ranges .share {
    color: var(--ink);
    font-variant-numeric: tabular-nums;
    text-align: end;
  }

  .advice ul {
    display: grid;
    gap: 6px;
    margin-block-start: 8px;
    padding-inline-start: 1.1em;
  }

  .advice li {
    list-style: disc;
  }

  .advice li::marker {
    color: var(--chart-warn);
  }
`
