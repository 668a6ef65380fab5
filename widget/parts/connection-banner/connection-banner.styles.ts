import { css } from 'lit'

export const connectionBannerStyles = css`
  .banner {
    display: flex;
    gap: 9px;
    align-items: center;
    padding: 7px 14px;
    border-block-end: 1px solid var(--saffron-line);
    background: var(--saffron-soft);
    color: var(--saffron-ink);
    font-size: 13px;
    font-weight: 550;
    font-variant-numeric: tabular-nums;
  }

  .banner span {
    flex: 1;
  }
`
