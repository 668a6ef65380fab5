import { css } from 'lit'

export const chatRowStyles = css`
  .row {
    display: grid;
    grid-template-columns: 40px minmax(0, 1fr) auto;
    gap: 2px 11px;
    align-items: center;
    inline-size: 100%;
    padding-block: 11px;
    padding-inline: 12px 14px;
    border-inline-start: 3px solid transparent;
    border-block-end: 1px solid color-mix(in oklab, var(--line) 60%, transparent);
    text-align: start;
    content-visibility: auto;
    contain-intrinsic-block-size: auto 92px;
  }

  .panel li {
    position: relative;
  }

  /* Over the face, where the pointer is, or once something is picked. */
  .pick {
    position: absolute;
    z-index: 1;
    inset-block-start: 11px;
    inset-inline-start: 15px;
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 14px;
    background: var(--surface);
    opacity: 0;
    cursor: pointer;
  }

  .pick input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--accent);
    cursor: pointer;
  }

  /* A long press picks: it selects no text, and brings no menu. */
  @media (pointer: coarse) {
    .row {
      -webkit-touch-callout: none;
      user-select: none;
    }

    .pick {
      inset-block-start: 9px;
      inset-inline-start: 13px;
      inline-size: 44px;
      block-size: 44px;
    }
  }

  .picking .pick,
  .pick:hover,
  .pick:focus-within {
    opacity: 1;
  }

  .picking .row .face {
    visibility: hidden;
  }

  .row.picked {
    background: color-mix(in oklab, var(--accent-soft) 70%, var(--surface));
  }

  .picking .pick {
    background: none;
  }

  @media (hover: hover) {
    .row:hover:where(:not(.picked)) {
      background: var(--surface-2);
    }
  }

  .row:focus-visible {
    outline-offset: -3px;
  }

  .row[aria-current='true'] {
    border-inline-start-color: var(--accent);
    background: var(--accent-soft);
  }

  .face {
    position: relative;
    grid-row: 1 / 3;
    align-self: start;
    line-height: 0;
  }

  .face .dot {
    position: absolute;
    inset-block-start: -2px;
    inset-inline-end: -2px;
    inline-size: 10px;
    block-size: 10px;
    box-shadow: 0 0 0 2px var(--surface);
  }

  .row[aria-current='true'] .face .dot {
    box-shadow: 0 0 0 2px var(--accent-soft);
  }

  .viewers {
    display: inline-flex;
    flex: none;
    gap: 2px;
    align-items: center;
    margin-inline-start: auto;
    color: var(--ink-3);
    font-size: 12px;
  }

  .viewers .icon {
    inline-size: 14px;
    block-size: 14px;
    margin-inline-end: 2px;
  }

  .name {
    font-weight: 620;
  }

  time {
    color: var(--ink-3);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .line {
    grid-column: 2 / 4;
    display: flex;
    align-items: center;
    gap: 5px;
    min-inline-size: 0;
    color: var(--ink-2);
    font-size: 13px;
  }

  .line .icon {
    inline-size: 13px;
    block-size: 13px;
    color: var(--saffron-ink);
  }

  .line .who {
    flex: none;
    max-inline-size: 50%;
  }

  .typing {
    color: var(--accent-ink);
  }

  .flags {
    grid-column: 2 / 4;
    display: flex;
    align-items: center;
    gap: 6px;
    min-inline-size: 0;
    margin-block-start: 5px;
  }

  .flags .chip {
    flex: none;
    max-inline-size: 100%;
  }

  /* Who has it and how long it waits are read first: tags give way. */
  .flags .chip.tag {
    flex: 0 1 auto;
  }

  .flags .chip:has(.avatar) {
    flex: 0 1 auto;
    max-inline-size: 40%;
    min-inline-size: 48px;
  }

  .flags .chip .avatar {
    margin-inline-start: -3px;
  }

  .flags .badge {
    margin-inline-start: auto;
  }

  /* Marked by whoever looks: something waits, but no number of messages. */
  .badge.mark {
    min-inline-size: 0;
    inline-size: 10px;
    block-size: 10px;
    padding: 0;
    border-radius: 50%;
  }

  .flags .viewers + .badge {
    margin-inline-start: 0;
  }

  .row.unread .name {
    font-weight: 720;
  }

  .row.unread .line {
    color: var(--ink);
    font-weight: 540;
  }

  .row[aria-current='true'] .chip:not(.warm, .bad) {
    background: var(--surface);
  }

  @media (forced-colors: active) {
    .row[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
