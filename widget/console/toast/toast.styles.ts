import { css } from 'lit'

export const toastStyles = css`
  .toasts {
    position: absolute;
    z-index: 12;
    inset-block-end: 20px;
    inset-inline: 16px;
    display: grid;
    justify-items: center;
    pointer-events: none;
  }

  .toast {
    display: flex;
    gap: 14px;
    align-items: center;
    max-inline-size: min(520px, 100%);
    padding: 10px 16px;
    border: 1px solid transparent;
    border-radius: 14px;
    border-end-end-radius: var(--corner);
    background: var(--ink);
    box-shadow: var(--shadow-3);
    color: var(--surface);
    font-size: 13.5px;
    font-weight: 560;
    pointer-events: auto;
    animation: rise var(--medium) var(--ease);
  }

  .toast button {
    min-block-size: 28px;
    padding-inline: 8px;
    border-radius: 8px;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .toast button:focus-visible {
    outline-color: currentcolor;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`
