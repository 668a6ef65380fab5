import { css } from 'lit'

export const consoleRailStyles = css`
  :host {
    display: block;
    position: relative;
    /* Its menus unfold over the list. */
    z-index: 4;
    background: var(--rail);
    color: var(--rail-ink);
  }

  nav {
    display: flex;
    flex-direction: column;
    gap: 4px;
    align-items: center;
    block-size: 100%;
    padding-block: 14px;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 38px;
    block-size: 38px;
    margin-block-end: 16px;
    border-radius: 14px;
    border-end-end-radius: var(--corner);
    background: var(--saffron);
    color: var(--on-saffron);
    font-size: 19px;
    font-weight: 800;
  }

  .place,
  chat-menu::part(button) {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: 46px;
    block-size: 46px;
    border-radius: 14px;
    font-size: 18px;
  }

  .place:hover,
  chat-menu::part(button):hover,
  .place[aria-current] {
    background: var(--rail-active);
    color: #fff;
  }

  .place:focus-visible,
  chat-menu::part(button):focus-visible {
    outline-color: var(--saffron);
  }

  .badge {
    position: absolute;
    inset-block-start: 3px;
    inset-inline-end: 1px;
    min-inline-size: 18px;
    block-size: 18px;
    padding-inline: 4px;
    font-size: 11px;
  }

  .space {
    flex: 1;
  }

  .dot {
    inline-size: 13px;
    block-size: 13px;
    border-color: var(--rail-ink);
    background: transparent;
  }

  .dot.online {
    border-color: #50cd82;
    background: #50cd82;
  }

  .dot.away {
    border-color: #fcbb39;
    background: linear-gradient(to top, #fcbb39 50%, transparent 50%);
  }

  :host([layout='phone']) nav {
    flex-direction: row;
    justify-content: space-around;
    padding-block: 5px max(5px, env(safe-area-inset-bottom));
  }

  :host([layout='phone']) :is(.mark, .space) {
    display: none;
  }
`
