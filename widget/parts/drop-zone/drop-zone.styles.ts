import { css } from 'lit'

export const dropZoneStyles = css`
  :host {
    position: absolute;
    inset: 10px;
    z-index: 3;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 8px;
    border: 2px dashed var(--accent-ink);
    border-radius: 16px;
    background: color-mix(in oklab, var(--accent-soft) 94%, transparent);
    text-align: center;
    color: var(--ink);
    /* What is below keeps hearing of the drag. */
    pointer-events: none;
    animation: appear var(--fast) var(--ease);
  }

  :host([note]) {
    border-color: var(--saffron-ink);
    background: color-mix(in oklab, var(--saffron-soft) 94%, transparent);
  }

  .sign {
    display: grid;
    place-items: center;
    inline-size: 58px;
    block-size: 58px;
    margin-block-end: 4px;
    border-radius: 20px;
    border-end-end-radius: 6px;
    background: var(--accent);
    color: var(--on-accent);
    font-size: 24px;
  }

  :host([note]) .sign {
    background: var(--saffron);
    color: var(--on-saffron);
  }

  b {
    font-size: 17px;
    font-weight: 680;
  }

  p {
    font-size: 13px;
    color: var(--ink-2);
  }

  @keyframes appear {
    from {
      opacity: 0;
      scale: 0.985;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      animation: none;
    }
  }
`
