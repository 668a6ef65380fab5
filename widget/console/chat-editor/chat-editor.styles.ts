import { css } from 'lit'

export const chatEditorStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    padding-inline: 20px;
    padding-block-end: max(16px, env(safe-area-inset-bottom));
  }

  .editor {
    position: relative;
    border: 1.5px solid var(--line-strong);
    border-radius: 16px;
    background: var(--surface);
    transition:
      border-color var(--fast),
      background var(--fast);
  }

  .editor:focus-within {
    border-color: var(--accent-ink);
    box-shadow: 0 0 0 3px color-mix(in oklab, var(--accent) 20%, transparent);
  }

  .editor.note {
    border-color: var(--saffron-line);
    background: var(--saffron-soft);
  }

  .editor.note:focus-within {
    border-color: var(--saffron-ink);
    box-shadow: 0 0 0 3px color-mix(in oklab, var(--saffron) 30%, transparent);
  }

  .modes {
    display: flex;
    gap: 2px;
    padding-block-start: 6px;
    padding-inline: 6px;
  }

  .modes button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 30px;
    padding-inline: 10px;
    border-radius: 9px;
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 560;
    white-space: nowrap;
  }

  .modes button:hover {
    background: color-mix(in oklab, var(--ink) 6%, transparent);
  }

  .modes [aria-pressed='true'] {
    background: var(--surface-2);
    color: var(--ink);
  }

  .note .modes [aria-pressed='true'] {
    background: var(--saffron);
    color: var(--on-saffron);
  }

  .tray {
    --tray-space: 8px;
    padding-inline: 8px;
  }

  /* The composer's own frame gives way to the editor's: one field, from the modes down to the button. */
  chat-composer::part(box) {
    flex-wrap: wrap;
    align-items: center;
    padding-block: 0 7px;
    padding-inline: 7px;
    border: 0;
    border-radius: 0;
    background: none;
    box-shadow: none;
  }

  chat-composer::part(input) {
    flex-basis: 100%;
    min-block-size: 44px;
    padding-block: 9px 8px;
    padding-inline: 8px;
  }

  chat-composer > .icon-button {
    inline-size: var(--target, 36px);
    block-size: var(--target, 36px);
  }

  chat-composer::part(emoji-picker) {
    inset-inline: 0 auto;
  }

  chat-composer::part(send) {
    margin-inline-start: auto;
    block-size: var(--target, 36px);
    padding-inline: 16px;
    font-size: 14px;
    font-weight: 650;
    border-radius: 11px;
    border-end-end-radius: var(--corner);
  }

  @media (pointer: coarse) {
    .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }

    chat-composer::part(send) {
      block-size: 44px;
    }
  }

  /* All of it is saffron, so that a note is never sent to a visitor by mistake. */
  .note chat-composer::part(input)::placeholder {
    color: var(--saffron-ink);
  }

  .note chat-composer::part(send):not(:disabled) {
    background: var(--saffron);
    color: var(--on-saffron);
  }

  .closed {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 16px;
    align-items: center;
    padding: 12px 15px 14px;
    color: var(--ink-2);
  }

  .closed p {
    flex: 1 1 220px;
  }

  .hint {
    flex: 1;
    margin-inline-end: 8px;
    text-align: end;
    color: var(--ink-3);
    font-size: 12px;
    white-space: nowrap;
  }

  .hint kbd {
    margin-inline-end: 4px;
    padding: 1px 5px;
    border: 1px solid var(--line);
    border-radius: 6px;
    background: var(--surface-2);
    font: inherit;
  }

  @container (max-width: 460px) {
    .hint {
      display: none;
    }
  }

  .held {
    display: flex;
    gap: 10px;
    align-items: center;
    margin-block-end: 8px;
    padding: 6px 6px 6px 14px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    color: var(--ink-2);
    font-size: 13px;
  }

  .held p {
    flex: 1;
    color: var(--ink);
  }

  .held .button {
    min-block-size: 32px;
  }

  .held.translated {
    flex-wrap: wrap;
  }

  .held.translated p {
    display: grid;
    flex: 1 1 240px;
    gap: 2px;
    max-block-size: 30vh;
    overflow-y: auto;
  }

  .held.translated small {
    color: var(--ink-2);
    font-size: 12px;
  }

  .held.translated span {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .stale {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
    margin-block-end: 8px;
    padding: 10px 12px;
    border: 1px solid var(--saffron-line);
    border-radius: 14px;
    background: var(--saffron-soft);
    color: var(--saffron-ink);
    font-size: 13px;
  }

  .stale p {
    flex: 1 1 100%;
  }

  @media (forced-colors: active) {
    .editor.note {
      border: 2px dashed CanvasText;
    }

    .modes [aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`
