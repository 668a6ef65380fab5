import { css } from 'lit'

export const switchStyles = css`
  .switch {
    position: relative;
    flex: none;
    inline-size: 38px;
    block-size: 24px;
    border-radius: 12px;
    background: var(--line-strong);
    transition: background var(--fast);
  }

  .switch::after {
    content: '';
    position: absolute;
    inset-block-start: 4px;
    inset-inline-start: 4px;
    inline-size: 16px;
    block-size: 16px;
    border-radius: 50%;
    background: var(--surface);
    transition: inset-inline-start var(--fast) var(--ease);
  }

  .switch[aria-checked='true'] {
    background: var(--accent);
  }

  .switch[aria-checked='true']::after {
    inset-inline-start: 18px;
    background: var(--on-accent);
  }

  .switch[disabled] {
    opacity: 0.5;
  }

  @media (forced-colors: active) {
    .switch {
      border: 1px solid ButtonText;
      forced-color-adjust: none;
      background: Canvas;
    }

    .switch::after {
      background: ButtonText;
    }

    .switch[aria-checked='true'] {
      background: Highlight;
    }

    .switch[aria-checked='true']::after {
      background: HighlightText;
    }
  }
`
