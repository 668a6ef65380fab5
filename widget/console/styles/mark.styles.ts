import { css } from 'lit'

/** The product's sign, where one comes in: large, and of no use to fingers. */
export const markStyles = css`
  .mark {
    display: grid;
    place-items: center;
    inline-size: 46px;
    block-size: 46px;
    border-radius: 17px;
    border-end-end-radius: 5px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 24px;
    font-weight: 800;
  }
`
