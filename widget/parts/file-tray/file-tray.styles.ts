import { css } from 'lit'

export const fileTrayStyles = css`
  :host {
    display: block;
  }

  /* Only what is there takes room. */
  ul:first-child,
  .notice:first-child {
    margin-block-start: var(--tray-space, 0);
  }

  ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 236px), 1fr));
    gap: 6px;
    max-block-size: 176px;
    margin-block-end: 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  li {
    display: flex;
    align-items: center;
    gap: 10px;
    min-inline-size: 0;
    padding: 7px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    color: var(--ink);
  }

  li.failed {
    border-color: var(--danger);
    background: var(--danger-soft);
  }

  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 38px;
    block-size: 38px;
    border-radius: 10px;
    background: var(--accent-soft);
    color: var(--accent-ink);
    font-size: 16px;
    object-fit: cover;
  }

  .failed .sign {
    background: none;
    color: var(--danger);
  }

  .about {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
  }

  /* At the start of the line, whichever way the name itself is written. */
  .name {
    display: flex;
    align-self: flex-start;
    max-inline-size: 100%;
    font-size: 13px;
    font-weight: 600;
    line-height: 1.35;
    white-space: nowrap;
  }

  .name span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .state {
    font-size: 12px;
    line-height: 1.35;
    font-variant-numeric: tabular-nums;
    color: var(--ink-3);
  }

  .failed .state {
    color: var(--danger);
    font-weight: 550;
  }

  .waiting progress {
    opacity: 0.45;
  }

  button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--target, 30px);
    block-size: var(--target, 30px);
    border-radius: 9px;
    color: var(--ink-2);
    font-size: 14px;
  }

  button:hover {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
    color: var(--ink);
  }

  .notice {
    display: flex;
    gap: 7px;
    padding-inline: 4px;
    margin-block-end: 8px;
    font-size: 13px;
    line-height: 1.4;
    color: var(--ink-2);
  }

  .notice .icon {
    margin-block-start: 1px;
    color: var(--saffron-ink);
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
  }
`
