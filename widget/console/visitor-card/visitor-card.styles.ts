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

  .trail {
    display: grid;
  }

  .trail li {
    position: relative;
    display: grid;
    grid-template-columns: 14px minmax(0, 1fr) auto;
    gap: 8px;
    padding-block: 4px;
  }

  .trail li::before {
    content: '';
    inline-size: 11px;
    block-size: 11px;
    margin-block-start: 4px;
    border: 2px solid var(--ink-3);
    border-radius: 50%;
    background: var(--surface);
  }

  .trail li::after {
    content: '';
    position: absolute;
    inset-block: 20px -4px;
    inset-inline-start: 5px;
    inline-size: 1.5px;
    background: var(--line);
  }

  .trail li:last-child::after {
    display: none;
  }

  .trail li.here::before {
    border-color: var(--online);
    background: var(--online);
  }

  .trail li.here .step {
    font-weight: 640;
  }

  .trail li.event::before {
    inline-size: 7px;
    block-size: 7px;
    margin: 6px 2px;
    border-width: 1.5px;
    border-radius: 2px;
  }

  .step {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .step a {
    text-decoration: none;
  }

  .step a:hover {
    text-decoration: underline;
  }

  .step small {
    color: var(--ink-3);
    font-size: 12px;
  }

  .trail time,
  .when {
    color: var(--ink-3);
    font-size: 12.5px;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .more {
    margin-block-start: 4px;
    color: var(--ink-2);
    font-size: 12.5px;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  button.chip {
    block-size: 24px;
  }

  button.chip:hover {
    background: var(--surface-3);
  }

  .past button,
  .actions button {
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: calc(100% + 16px);
    min-block-size: 32px;
    margin-inline: -8px;
    padding-inline: 8px;
    border-radius: 9px;
    text-align: start;
  }

  .past button:hover,
  .actions button:hover {
    background: var(--surface-2);
  }

  .past .clipped {
    flex: 1;
  }

  .actions .icon {
    color: var(--ink-3);
    font-size: 13px;
  }

  .actions .danger,
  .actions .danger .icon,
  .problem {
    color: var(--danger);
  }

  @media (forced-colors: active) {
    .trail li.here::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
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
