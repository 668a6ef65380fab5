import { css } from 'lit'

/** On or off: a button (`switch.ts`), or a checkbox in a form. */
export const switchStyles = css`
  .switch {
    position: relative;
    flex: none;
    inline-size: 38px;
    block-size: 24px;
    border-radius: 12px;
    background: var(--line-strong);
    appearance: none;
    cursor: pointer;
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

  .switch:is([aria-checked='true'], :checked) {
    background: var(--accent);
  }

  .switch:is([aria-checked='true'], :checked)::after {
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

    .switch:is([aria-checked='true'], :checked) {
      background: Highlight;
    }

    .switch:is([aria-checked='true'], :checked)::after {
      background: HighlightText;
    }
  }
`
