import { css } from 'lit'

export const chatHeaderStyles = css`
  :host {
    display: block;
    position: relative;
    /* Its menu unfolds over the messages. */
    z-index: 3;
    container-type: inline-size;
  }

  .bar {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 64px;
    padding-inline: 20px 14px;
    border-block-end: 1px solid var(--line);
    background: var(--surface);
  }

  .who {
    flex: 1 1 0;
    min-inline-size: 0;
  }

  h2 {
    display: flex;
    gap: 8px;
    align-items: center;
    min-inline-size: 0;
    font-size: 15.5px;
    font-weight: 660;
    letter-spacing: -0.01em;
    line-height: 1.4;
  }

  h2:focus-visible {
    outline: none;
  }

  .where {
    display: flex;
    gap: 5px;
    align-items: center;
    overflow: hidden;
    min-inline-size: 0;
    color: var(--ink-3);
    font-size: 12.5px;
    white-space: nowrap;
  }

  .where .chip {
    flex: 0 1 auto;
    block-size: 19px;
    padding-inline: 6px;
  }

  .where a {
    color: inherit;
    text-underline-offset: 2px;
  }

  .where:empty {
    display: none;
  }

  .typing {
    color: var(--accent-ink);
  }

  .status {
    flex: none;
  }

  .actions {
    display: flex;
    flex: none;
    gap: 8px;
    align-items: center;
  }

  chat-menu::part(button) {
    min-block-size: 36px;
    padding-inline: 10px;
    border: 1.5px solid var(--line-strong);
    border-radius: 11px;
    background: var(--surface);
    color: var(--ink);
    font-size: 13.5px;
    font-weight: 600;
  }

  chat-menu::part(button):hover {
    background: var(--surface-2);
  }

  chat-menu.more::part(button) {
    display: grid;
    place-items: center;
    inline-size: 36px;
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--ink-2);
    font-size: 15.5px;
  }

  chat-menu.more::part(button):hover {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
  }

  .assignee {
    display: flex;
    gap: 7px;
    align-items: center;
    max-inline-size: 160px;
  }

  :host([layout='phone']) .bar {
    gap: 8px;
    min-block-size: 58px;
    padding-inline: 6px 8px;
  }

  :host([layout='phone']) .status {
    display: none;
  }

  :host([layout='phone']) .actions {
    gap: 2px;
  }

  :host([layout='phone']) .close {
    border-color: transparent;
    background: none;
    color: var(--ink-2);
  }

  :host([layout='phone']) chat-menu::part(button) {
    border-color: transparent;
  }

  /* Where there is no room the words go; the names for screen readers stay, and the visitor's name keeps its place. */
  @container (max-width: 600px) {
    .unclaimed :is(.close, .assignee) .word {
      display: none;
    }
  }

  @container (max-width: 350px) {
    .bar > .avatar {
      display: none;
    }
  }

  @container (max-width: 460px) {
    .choice,
    .where .chip {
      display: none;
    }

    .actions {
      gap: 4px;
    }

    :is(.close, .assignee) .word {
      display: none;
    }

    .close {
      padding-inline: 8px;
    }

    chat-menu::part(button) {
      padding-inline: 6px;
    }
  }
`
