import { css } from 'lit'

export const figureCardsStyles = css`
  .figures {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 14px;
    margin-block-end: 14px;
  }

  .figure {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    padding: 12px 16px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
  }

  .figure h2 {
    display: flex;
    gap: 4px;
    align-items: center;
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 540;
  }

  .figure b {
    display: block;
    margin-block: 1px 2px;
    font-size: 28px;
    font-weight: 660;
    letter-spacing: -0.03em;
    line-height: 1.2;
    font-variant-numeric: tabular-nums;
  }

  .figure small {
    color: var(--ink-2);
    font-size: 12.5px;
    font-weight: 540;
  }

  .figure small.good {
    color: var(--accent-ink);
  }

  .figure small.bad {
    color: var(--danger);
  }

  .course {
    display: block;
    inline-size: 100%;
    block-size: 28px;
    margin-block-start: auto;
    padding-block-start: 2px;
    overflow: visible;
  }

  .course polyline {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .scores {
    display: flex;
    gap: 4px;
    margin-block-start: 6px;
  }

  .scores button {
    flex: 1;
    display: grid;
    justify-items: center;
    border-radius: 5px;
    color: var(--ink-2);
    font-size: 11px;
  }

  .scores svg {
    inline-size: 100%;
    block-size: 22px;
    border-block-end: 1px solid var(--line);
  }

  .scores rect {
    fill: var(--chart);
  }

  .scores button:hover:enabled rect {
    fill: var(--accent);
  }
`
