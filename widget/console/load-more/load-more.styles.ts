import { css } from 'lit'

export const loadMoreStyles = css`
  :host {
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 16px;
  }

  p {
    color: var(--danger);
    font-size: 13px;
  }
`
