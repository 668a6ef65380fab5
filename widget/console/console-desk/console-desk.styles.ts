import { css } from 'lit'

export const consoleDeskStyles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
  }

  .desk {
    display: grid;
    grid-template-columns: 64px minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    block-size: 100%;
    overflow: clip;
  }

  .work {
    position: relative;
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    min-block-size: 0;
  }

  .columns {
    position: relative;
    display: grid;
    grid-template-columns: 336px minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr);
    flex: 1;
    min-block-size: 0;
  }

  .wide .columns.three {
    grid-template-columns: 336px minmax(0, 1fr) 304px;
  }

  .drawer .columns {
    grid-template-columns: minmax(296px, 32%) minmax(0, 1fr);
  }

  chat-list {
    border-inline-end: 1px solid var(--line);
  }

  .main {
    display: grid;
    min-inline-size: 0;
    min-block-size: 0;
    background: var(--canvas);
  }

  .main > chat-first-run {
    align-self: center;
  }

  chat-visitor-card {
    border-inline-start: 1px solid var(--line);
  }

  .drawer chat-visitor-card {
    position: absolute;
    z-index: 6;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: min(320px, 90%);
    box-shadow: var(--shadow-3);
    animation: arrive var(--medium) var(--ease);
  }

  .phone {
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
  }

  .phone chat-console-rail {
    grid-row: 2;
  }

  .phone .columns {
    grid-template-columns: minmax(0, 1fr);
  }

  .phone :is(chat-list, chat-visitor-card) {
    border: 0;
  }

  /* One at a time, all in one place: hidden, not gone, so that the list stays where it was scrolled to. */
  .phone .columns > * {
    grid-area: 1 / 1;
  }

  .phone.list .main,
  .phone.chat chat-list,
  .phone.details .main {
    visibility: hidden;
  }

  .phone.chat chat-console-rail {
    display: none;
  }

  chat-console-section {
    position: absolute;
    z-index: 5;
    inset: 0;
  }

  /* Behind a section the inbox waits as it was: hidden, not gone. */
  .desk.section .columns,
  .desk.section .columns :is(chat-list, .main, chat-visitor-card) {
    visibility: hidden;
  }

  .phone.chat.section chat-console-rail {
    display: block;
  }

  @keyframes arrive {
    from {
      opacity: 0;
      translate: 12px 0;
    }
  }
`
