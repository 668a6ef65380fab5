import { css } from 'lit'

export const internalNoteStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .note {
    padding-block: 9px 11px;
    padding-inline: 13px;
    border: 1.5px dashed var(--saffron-line);
    border-radius: 10px;
    background: var(--saffron-soft);
    color: var(--ink);
    font-size: 14px;
    line-height: 1.45;
  }

  .note.failed {
    border-color: var(--danger);
  }

  .head {
    display: flex;
    align-items: baseline;
    gap: 7px;
    margin-block-end: 3px;
    color: var(--saffron-ink);
    font-size: 12.5px;
    font-weight: 640;
  }

  .head .icon {
    align-self: center;
  }

  .state {
    margin-inline-start: auto;
    font-weight: 450;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .text {
    display: block;
    overflow-wrap: anywhere;
    overflow: clip;
    overflow-clip-margin: 4px;
  }

  @container (max-width: 360px) {
    .audience {
      display: none;
    }
  }

  @media (forced-colors: active) {
    .note {
      border: 2px dashed CanvasText;
    }
  }

  mark {
    padding: 1px 4px;
    border-radius: 5px;
    background: color-mix(in oklab, var(--saffron) 45%, transparent);
    color: inherit;
    font-weight: 640;
  }
`
