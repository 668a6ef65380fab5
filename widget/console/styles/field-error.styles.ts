import { css } from 'lit'

/** What is wrong with a field, below it. */
export const fieldErrorStyles = css`
  .error {
    display: flex;
    gap: 5px;
    align-items: start;
    color: var(--danger);
    font-size: 13px;
    font-weight: 550;
  }

  .error .icon {
    inline-size: 15px;
    block-size: 15px;
    margin-block-start: 2px;
  }
`
