import { css } from 'lit'

/** What every shadow root here starts from. Sizes are `em`s of the element's own font size: a page's `rem` never gets in. */
export const reset = css`
  /* A page's '* { … !important }' reaches the element itself, and what is inherited from it would come in. */
  .theme {
    all: initial;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  :where(h1, h2, h3, p, ol, ul) {
    margin: 0;
    padding: 0;
    font: inherit;
    list-style: none;
  }

  :where(button, input, textarea, select) {
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
    text-align: inherit;
  }

  /* Nothing written yet has no direction of its own: dir="auto" would put an Arabic placeholder at the left. */
  :placeholder-shown {
    direction: inherit;
  }

  :where(button) {
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  :where(button:disabled) {
    cursor: default;
  }

  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .icon {
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    vertical-align: -0.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  /* A button among words. */
  .link {
    min-inline-size: var(--target, 24px);
    min-block-size: var(--target, 24px);
    padding-inline: 3px;
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  /* For screen readers alone. */
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    *,
    ::before,
    ::after {
      animation: none !important;
      transition: none !important;
    }
  }
`
