import { css } from 'lit'

/** A menu whose button is an icon, in the title of a list. */
export const titleMenu = css`
  chat-menu::part(button) {
    position: relative;
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: 10px;
    color: var(--ink-2);
    font-size: 15.5px;
  }

  chat-menu::part(button):hover {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
  }
`
