import { css } from 'lit'

/** What the forms of the panel share: headings, fields, the two kinds of buttons. */
export const formStyles = css`
  h3 {
    font-size: 20px;
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }

  .lead {
    font-size: 14px;
    color: var(--ink-2);
    text-wrap: pretty;
  }

  .field {
    display: grid;
    gap: 5px;
    font-size: 13px;
    font-weight: 600;
  }

  .input {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 9px 12px;
    border: 1.5px solid var(--line-strong);
    border-radius: 12px;
    background: var(--surface);
    color: var(--ink);
    /* Below 16 px an iPhone zooms the page. */
    font-size: 16px;
    font-weight: 400;
    line-height: 1.35;
  }

  .input:focus-visible {
    border-color: var(--accent-ink);
    outline: 3px solid color-mix(in oklab, var(--accent) 22%, transparent);
    outline-offset: 0;
  }

  .input[aria-invalid='true'] {
    border-color: var(--danger);
  }

  .error {
    display: flex;
    gap: 5px;
    align-items: center;
    font-size: 13px;
    font-weight: 550;
    color: var(--danger);
  }

  .main,
  .second {
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 8px;
    min-block-size: 46px;
    padding: 10px 16px;
    border-radius: 14px;
    border-end-end-radius: var(--corner);
    font-size: 15px;
    font-weight: 650;
  }

  .main {
    background: var(--accent);
    color: var(--on-accent);
  }

  .main:hover {
    background: var(--accent-hover);
  }

  .main[aria-disabled='true'] {
    background: var(--surface-3);
    color: var(--ink-3);
  }

  .second {
    border: 1.5px solid var(--line-strong);
  }

  .second:hover {
    background: var(--surface-2);
  }

  @media (forced-colors: active) {
    .main {
      border: 1px solid ButtonText;
    }
  }
`
