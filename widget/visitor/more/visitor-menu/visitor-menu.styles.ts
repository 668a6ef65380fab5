import { css } from 'lit'

export const visitorMenuStyles = css`
  :host {
    display: block;
    font-weight: 400;
  }

  chat-menu::part(button) {
    display: grid;
    place-items: center;
    inline-size: var(--target, 36px);
    block-size: var(--target, 36px);
    border-radius: 11px;
    font-size: 16px;
    color: var(--ink-2);
  }

  chat-menu::part(button):hover {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
    color: var(--ink);
  }

  .trouble:empty {
    display: none;
  }

  .trouble {
    position: absolute;
    inset-inline: 16px;
    z-index: 10;
    margin-block-start: 8px;
    padding: 9px 12px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    box-shadow: var(--shadow-2);
    font-size: 13px;
  }

  dialog {
    inline-size: min(320px, 100vw - 32px);
    padding: 20px;
    border: 1px solid var(--line);
    border-radius: 18px;
    border-end-end-radius: calc(var(--corner) * 1.5);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow-3);
  }

  dialog[open] {
    display: grid;
    gap: 12px;
  }

  dialog::backdrop {
    background: rgb(8 16 13 / 0.4);
  }

  .danger,
  .danger:hover {
    background: var(--danger);
    color: var(--surface);
  }
`
