import { css } from 'lit'

/** The log: days, each with its lines. */
export const auditPageStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(120px, 1fr));
    gap: 12px;
  }

  @container (inline-size < 560px) {
    .filters .in {
      padding-inline: 8px 6px;
    }
  }

  .day-name {
    margin-block: 10px 6px;
    color: var(--ink-3);
    font-size: 12.5px;
    font-weight: 640;
  }

  .entries {
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
  }

  .entries li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: baseline;
    padding: 10px 16px;
  }

  .entries li + li {
    border-block-start: 1px solid var(--line);
  }

  .entries b {
    font-weight: 620;
  }

  .entries .details {
    grid-column: 1 / -1;
    color: var(--ink-2);
    font-size: 13px;
    overflow-wrap: anywhere;
  }

  .entries time {
    color: var(--ink-3);
    font-size: 12.5px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .entries .link {
    color: var(--accent-ink);
    text-decoration: underline;
  }

  .nothing {
    display: grid;
    gap: 10px;
    justify-items: start;
    padding-block: 12px;
  }
`
