import { css } from 'lit'

/** A page of the settings: its head, its cards, the bar that saves. */
export const pageStyles = css`
  .page {
    display: grid;
    gap: 12px;
    align-content: start;
    max-inline-size: 660px;
  }

  h1 {
    font-size: 22px;
    font-weight: 680;
    letter-spacing: -0.025em;
    line-height: 1.2;
    outline-offset: 4px;
  }

  .intro {
    margin-block: -6px 4px;
    color: var(--ink-2);
  }

  .card {
    display: grid;
    gap: 12px;
    min-inline-size: 0;
    padding: 14px 18px 16px;
    border: 1px solid var(--line);
    border-radius: 16px;
    background: var(--surface);
  }

  .card > header {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 12px;
    align-items: center;
    justify-content: space-between;
  }

  .card h2 {
    font-size: 14.5px;
    font-weight: 650;
  }

  .card > .hint {
    margin-block-start: -8px;
  }

  .row {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 12px;
    align-items: start;
  }

  .row > .button {
    align-self: end;
    justify-self: start;
    max-inline-size: 100%;
  }

  .row.end {
    align-items: center;
  }

  .row.end > .button {
    justify-self: end;
  }

  .item + .item,
  .holiday + .holiday {
    padding-block-start: 14px;
    border-block-start: 1px solid var(--line);
  }

  .item {
    display: grid;
    gap: 10px;
  }

  .quiet {
    color: var(--ink-3);
  }

  .page > .button {
    justify-self: start;
  }

  .bar {
    position: sticky;
    inset-block-end: 12px;
    z-index: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    justify-content: end;
    padding: 10px 12px 10px 16px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    box-shadow: var(--shadow-2);
  }

  .bar > span {
    flex: 1;
    color: var(--saffron-ink);
    font-weight: 600;
  }

  .saved {
    display: flex;
    gap: 6px;
    align-items: center;
    color: var(--accent-ink);
    font-weight: 600;
  }

  .refusal {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    padding: 10px 14px;
    border-radius: 12px;
    background: var(--danger-soft);
    color: var(--danger);
    font-weight: 550;
  }

  .refusal.warm {
    background: var(--saffron-soft);
    color: var(--saffron-ink);
  }

  .refusal p {
    flex: 1 1 200px;
  }

  .days {
    display: grid;
  }

  .day {
    display: grid;
    grid-template-columns: 108px minmax(0, 1fr) auto;
    gap: 4px 10px;
    align-items: center;
    padding-block: 5px;
  }

  .day b {
    font-weight: 560;
  }

  .day .error {
    grid-column: 2 / -1;
  }

  .intervals {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
  }

  .interval {
    display: inline-flex;
    gap: 5px;
    align-items: center;
  }

  .interval .in {
    /* Room for the longest way to write one: 12:00 AM, and the browser's clock. */
    inline-size: 128px;
  }

  .holiday {
    display: grid;
    grid-template-columns: 160px minmax(0, 1fr) auto;
    gap: 8px 12px;
    align-items: end;
  }

  .holiday .day {
    grid-column: 1 / -1;
  }

  .holiday .day b {
    position: absolute;
    clip-path: inset(50%);
  }

  .holiday .day {
    grid-template-columns: minmax(0, 1fr) auto;
  }

  details summary {
    min-block-size: 24px;
    border-radius: 6px;
    color: var(--ink-2);
    cursor: pointer;
  }

  .lines {
    display: grid;
    gap: 8px;
  }

  .lines li {
    display: grid;
    grid-template-columns: 18px minmax(0, 1fr);
    gap: 8px;
    align-items: start;
    overflow-wrap: anywhere;
  }

  .lines .icon {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
    color: var(--accent-ink);
  }

  .lines .warn .icon {
    color: var(--saffron-ink);
  }

  .lines .bad .icon {
    color: var(--danger);
  }

  .lines small {
    display: block;
    color: var(--ink-3);
    font-size: 12.5px;
  }

  .beside {
    display: grid;
    gap: 12px;
  }

  .beside .cards {
    display: grid;
    gap: 12px;
    align-content: start;
  }

  .page:has(.beside) {
    max-inline-size: 1120px;
  }

  .swatches {
    display: flex;
    flex-wrap: wrap;
    gap: 9px;
  }

  .label {
    font-size: 13px;
    font-weight: 600;
  }

  .card .chip {
    justify-self: start;
  }

  @container (inline-size >= 820px) {
    .beside {
      grid-template-columns: minmax(0, 1fr) 420px;
      align-items: start;
    }

    .beside > :last-child {
      position: sticky;
      inset-block-start: 0;
    }
  }

  @container (inline-size < 560px) {
    .card {
      padding-inline: 14px;
    }

    .day {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .day .intervals {
      grid-row: 2;
      grid-column: 1 / -1;
    }

    .interval {
      inline-size: 100%;
    }

    .interval .in {
      flex: 1 1 0;
      inline-size: auto;
      min-inline-size: 0;
    }

    .interval .in::-webkit-calendar-picker-indicator {
      display: none;
    }

    .holiday {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
