import { css } from 'lit'

/** Always dark, in either scheme: a picture is looked at, not the page. */
export const lightboxStyles = css`
  dialog {
    position: fixed;
    inset: 0;
    inline-size: 100vw;
    block-size: 100dvh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 60px 16px 16px;
    border: 0;
    overflow: hidden;
    background: rgb(10 16 13 / 94%);
    color: #f6fcf7;
    font: inherit;
  }

  dialog[open] {
    display: grid;
    place-items: center;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }

  dialog::backdrop {
    background: none;
  }

  :focus-visible {
    outline-color: currentColor;
  }

  header {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    display: flex;
    align-items: center;
    gap: 4px;
    padding-block: calc(8px + env(safe-area-inset-top, 0px)) 8px;
    padding-inline: 16px 8px;
  }

  .name {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 14px;
    font-weight: 600;
  }

  header :is(a, button),
  .leaf {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 44px;
    block-size: 44px;
    border-radius: 12px;
    color: inherit;
    font-size: 17px;
  }

  :is(a, button):not(:disabled):hover {
    background: rgb(255 255 255 / 14%);
  }

  .count {
    flex: none;
    padding-inline: 8px;
    font-size: 13px;
    font-variant-numeric: tabular-nums;
    opacity: 0.8;
  }

  .stage {
    display: grid;
    place-items: center;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
  }

  .stage.near {
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }

  img {
    max-inline-size: 100%;
    max-block-size: 100%;
    object-fit: contain;
    cursor: zoom-in;
  }

  .near img {
    display: block;
    max-inline-size: none;
    max-block-size: none;
    block-size: auto;
    margin-inline: auto;
    cursor: zoom-out;
  }

  .leaf {
    position: absolute;
    inset-block-start: calc(50% - 22px);
    background: rgb(10 16 13 / 55%);
  }

  .leaf:disabled {
    opacity: 0.35;
  }

  .previous {
    inset-inline-start: 8px;
  }

  .next {
    inset-inline-end: 8px;
  }

  dialog:dir(rtl) .leaf .icon {
    transform: scaleX(-1);
  }
`
