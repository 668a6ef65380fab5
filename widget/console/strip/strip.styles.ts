import { css } from 'lit'

export const stripStyles = css`
  .strip {
    display: flex;
    gap: 9px;
    align-items: center;
    padding-block: 5px;
    padding-inline: 20px 8px;
    border-block-end: 1px solid var(--saffron-line);
    background: var(--saffron-soft);
    color: var(--saffron-ink);
    font-size: 13px;
    font-weight: 550;
  }

  .strip span {
    flex: 1;
  }
`
