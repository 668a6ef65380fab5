import { css } from 'lit'

export const chatWidgetStyles = css`
  :host {
    all: initial;
    display: contents;
  }

  .theme {
    /* Nothing in the page's flow, so that it is no item of a body that is a grid. */
    display: contents;
    --offset-x: var(--chat-offset-x, 20px);
    --offset-y: var(--chat-offset-y, 20px);
    font-family: var(--chat-font, system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif);
    font-size: var(--chat-font-size, 15px);
    line-height: 1.45;
    color: var(--ink);
    text-align: start;
  }

  /* On a desktop it is only there to be named: the panel in it is what shows. */
  dialog {
    display: contents;
    color: inherit;
  }

  :host(:not([open])) dialog {
    display: none;
  }

  dialog::backdrop {
    background: none;
  }

  .panel {
    position: fixed;
    inset: auto;
    inset-block-end: calc(var(--offset-y) + 60px + 16px + env(safe-area-inset-bottom, 0px));
    inset-inline-end: calc(var(--offset-x) + env(safe-area-inset-right, 0px));
    z-index: calc(var(--chat-z, 2147483000) + 1);
    display: flex;
    inline-size: min(var(--chat-width, 392px), 100vw - 2 * var(--offset-x));
    block-size: min(
      var(--chat-height, 690px),
      100dvh - 60px - 16px - 2 * var(--offset-y) - env(safe-area-inset-bottom, 0px)
    );
    margin: 0;
    padding: 0;
    overflow: clip;
    border: 1px solid var(--line);
    border-radius: 22px;
    border-end-end-radius: calc(var(--corner) * 2);
    background: var(--surface);
    color: inherit;
    box-shadow: var(--shadow-3);
    animation: rise var(--medium) var(--ease);
  }

  .panel:focus {
    outline: none;
  }

  [data-position='start'] .panel {
    inset-inline: calc(var(--offset-x) + env(safe-area-inset-left, 0px)) auto;
    border-end-end-radius: 22px;
    border-end-start-radius: calc(var(--corner) * 2);
  }

  :host([inline]),
  :host([inline]) .theme {
    display: block;
    block-size: 100%;
  }

  :host([inline]) .panel {
    position: static;
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    border-radius: inherit;
    box-shadow: none;
    animation: none;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }

  @media (max-width: 480px) {
    dialog[open] {
      position: fixed;
      inset: 0;
      display: block;
      inline-size: 100%;
      block-size: 100%;
      max-inline-size: none;
      max-block-size: none;
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
    }

    .panel,
    [data-position='start'] .panel {
      /* The keyboard takes its share of the visual viewport, and nothing else tells. */
      inset: var(--view-top, 0) 0 auto;
      inline-size: 100%;
      block-size: var(--view-height, 100dvh);
      /* What is dragged where nothing scrolls must not scroll the page behind. */
      overflow: hidden;
      overscroll-behavior: contain;
      border: 0;
      border-radius: 0;
      box-shadow: none;
    }
  }

  @media print {
    .theme {
      display: none;
    }
  }
`
