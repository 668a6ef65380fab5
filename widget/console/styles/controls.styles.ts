import { css } from 'lit'

/** Buttons, chips, badges and icons: what every part of the console is made of. Sizes in px: no host page's rem leaks in. */
export const controls = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 7px;
    min-block-size: 36px;
    padding: 0 13px;
    border: 1.5px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    color: var(--ink);
    font-size: 13.5px;
    font-weight: 600;
    white-space: nowrap;
  }

  .button:hover {
    background: var(--surface-2);
  }

  .button.primary {
    border-color: var(--accent);
    border-end-end-radius: var(--corner);
    background: var(--accent);
    color: var(--on-accent);
  }

  .button.primary:hover {
    border-color: var(--accent-hover);
    background: var(--accent-hover);
  }

  .button.large {
    min-block-size: 44px;
    font-size: 15px;
  }

  .button[disabled] {
    opacity: 0.6;
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    flex: none;
    border-radius: 10px;
    color: var(--ink-2);
    font-size: 15.5px;
  }

  .icon-button[aria-expanded='true'] {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
    color: var(--ink);
  }

  /* A finger leaves no trace of where it has been. */
  @media (hover: hover) {
    .icon-button:hover {
      background: color-mix(in oklab, var(--ink) 8%, transparent);
      color: var(--ink);
    }
  }

  .link-button {
    min-block-size: 24px;
    padding: 0 3px;
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 2px;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    min-inline-size: 0;
    max-inline-size: 100%;
    block-size: 22px;
    padding: 0 8px;
    border-radius: 7px;
    background: var(--surface-2);
    color: var(--ink-2);
    font-size: 12px;
    font-weight: 560;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .chip .icon {
    inline-size: 13px;
    block-size: 13px;
  }

  .chip.good {
    background: var(--accent-soft);
    color: var(--accent-ink);
  }

  .chip.warm {
    background: var(--saffron-soft);
    color: var(--saffron-ink);
  }

  .chip.bad {
    background: var(--danger-soft);
    color: var(--danger);
  }

  .badge {
    display: inline-grid;
    place-items: center;
    min-inline-size: 20px;
    block-size: 20px;
    padding: 0 5px;
    border-radius: 10px;
    background: var(--saffron);
    color: var(--on-saffron);
    font-size: 12px;
    font-weight: 700;
    line-height: 1;
    font-variant-numeric: tabular-nums;
  }

  .clipped {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    .button,
    .icon-button,
    .chip,
    .badge {
      border: 1px solid ButtonText;
    }
  }
`
