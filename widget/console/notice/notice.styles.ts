import { css } from 'lit'

export const noticeStyles = css`
  .notice {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 9px;
    padding: 32px 24px;
    text-align: center;
  }

  .notice .picture {
    display: grid;
    place-items: center;
    inline-size: 56px;
    block-size: 56px;
    border-radius: 20px;
    border-end-end-radius: var(--corner-large);
    background: var(--accent-soft);
    color: var(--accent-ink);
    font-size: 24px;
  }

  .notice .picture.bad {
    background: var(--danger-soft);
    color: var(--danger);
  }

  .notice h2 {
    margin-block-start: 4px;
    font-size: 18px;
    font-weight: 680;
    letter-spacing: -0.02em;
    line-height: 1.25;
    text-wrap: balance;
  }

  .notice p {
    max-inline-size: 300px;
    margin-block-end: 5px;
    color: var(--ink-2);
    text-wrap: balance;
  }

  .notice small {
    color: var(--ink-3);
    font-size: 12.5px;
    font-variant-numeric: tabular-nums;
  }
`
