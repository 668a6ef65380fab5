import { css } from 'lit'

export const visitorCardStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--surface);
    font-size: 13.5px;
  }

  aside {
    block-size: 100%;
    padding: 18px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  /* It scrolls, so the keyboard must be able to come here. */
  aside:focus-visible {
    outline-offset: -2px;
  }

  .who {
    display: flex;
    gap: 12px;
    align-items: center;
  }

  .name {
    display: grid;
    flex: 1;
    justify-items: start;
    gap: 4px;
    min-inline-size: 0;
  }

  h2 {
    max-inline-size: 100%;
    font-size: 16px;
    font-weight: 660;
    letter-spacing: -0.01em;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }

  .icon-button {
    align-self: start;
  }

  h3 {
    margin-block: 20px 8px;
    color: var(--ink-3);
    font-size: 12.5px;
    font-weight: 640;
  }

  .none {
    color: var(--ink-3);
  }

  .facts {
    display: grid;
    gap: 8px;
  }

  .facts li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 9px;
    align-items: center;
  }

  .facts .icon {
    color: var(--ink-3);
    font-size: 13px;
  }

  .value,
  dd {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  a {
    color: inherit;
    text-decoration-color: var(--line-strong);
    text-underline-offset: 2px;
  }

  dl {
    display: grid;
    grid-template-columns: minmax(64px, auto) minmax(0, 1fr);
    gap: 8px 14px;
    margin: 0;
    color: var(--ink-2);
  }

  dt {
    max-inline-size: 110px;
    color: var(--ink-3);
    overflow-wrap: anywhere;
  }

  dd {
    margin: 0;
  }
`
