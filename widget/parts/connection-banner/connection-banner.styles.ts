import { css } from 'lit'

export const connectionBannerStyles = css`
  :host {
    display: block;
  }

  .banner {
    display: flex;
    gap: 9px;
    align-items: center;
    padding-block: 7px;
    padding-inline: 14px;
    border-block-end: 1px solid var(--saffron-line);
    background: var(--saffron-soft);
    color: var(--saffron-ink);
    font-size: 13px;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }

  span {
    flex: 1;
    min-inline-size: 0;
  }

  button {
    min-block-size: 24px;
    padding-inline: 3px;
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
`
