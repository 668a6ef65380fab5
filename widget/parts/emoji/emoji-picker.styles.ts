import { css } from 'lit'

export const emojiPickerStyles = css`
  :host {
    position: absolute;
    z-index: 2;
    inset-block-end: calc(100% + 8px);
    inset-inline-end: 0;
    display: flex;
    flex-direction: column;
    inline-size: min(100%, 352px);
    /* On a phone the view is what the keyboard leaves. */
    block-size: min(330px, var(--view-height, 100dvh) - 190px);
    min-block-size: 150px;
    border: 1px solid var(--line);
    border-radius: 16px;
    border-end-end-radius: var(--corner);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow-3);
    animation: rise var(--fast) var(--ease);
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 4px;
    }
  }

  input {
    flex: none;
    block-size: 44px;
    margin: 8px 8px 4px;
    padding-inline: 12px;
    border: 1px solid var(--line-strong);
    border-radius: 11px;
    /* Below 16 px iOS zooms the page into the field. */
    font-size: 16px;
  }

  input::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }

  input::-webkit-search-cancel-button {
    display: none;
  }

  .list {
    flex: 1;
    min-block-size: 0;
    padding: 0 8px 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
    scroll-padding-block: 28px 8px;
  }

  h3 {
    position: sticky;
    z-index: 1;
    inset-block-start: 0;
    padding: 6px 6px 4px;
    background: var(--surface);
    font-size: 12px;
    font-weight: 600;
    color: var(--ink-3);
  }

  .group {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(var(--target, 38px), 1fr));
  }

  button {
    display: grid;
    place-items: center;
    block-size: var(--target, 38px);
    border-radius: 10px;
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
    font-size: 22px;
    line-height: 1;
  }

  button:hover {
    background: var(--surface-3);
  }

  button:focus {
    outline: 2px solid var(--focus);
    outline-offset: -2px;
  }

  .none {
    padding: 26px 12px;
    text-align: center;
    font-size: 14px;
    color: var(--ink-2);
  }

  @media (forced-colors: active) {
    :host {
      border: 1px solid CanvasText;
    }
  }
`
