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

  /* As high as a finger needs, and the banner no higher. */
  .banner .link {
    margin-block: -7px;
  }

  .banner span {
    flex: 1;
  }
`
