import { css } from 'lit'

export const attachmentStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 3px;
    max-inline-size: 100%;
  }

  .picture {
    display: block;
    align-self: start;
    max-inline-size: 100%;
    overflow: clip;
    border-radius: var(--radius);
    background: var(--surface-2);
    cursor: zoom-in;
  }

  .picture img {
    display: block;
    max-inline-size: 100%;
    block-size: auto;
    border-radius: inherit;
    /* Over the picture: one on white has an edge, too. */
    outline: 1px solid color-mix(in oklab, var(--ink) 14%, transparent);
    outline-offset: -1px;
    object-fit: cover;
  }

  /* A picture on its way: how far, and how to call it off, over its lower edge. */
  .over {
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    max-inline-size: 260px;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--ink-3);
  }

  .over progress {
    flex: 1;
    min-inline-size: 40px;
  }

  .state {
    flex: none;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
    color: var(--ink-3);
  }

  video {
    inline-size: 260px;
    max-inline-size: 100%;
    aspect-ratio: 16 / 9;
    border-radius: var(--radius);
    background: #000;
  }

  audio {
    inline-size: 260px;
    max-inline-size: 100%;
    block-size: 44px;
  }

  .caption {
    align-self: start;
    max-inline-size: 260px;
    padding: 2px 6px;
    border-radius: 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12px;
    color: var(--ink-3);
  }

  .caption:hover {
    text-decoration: underline;
  }

  .card {
    display: flex;
    align-items: center;
    gap: 11px;
    inline-size: 252px;
    max-inline-size: 100%;
    min-block-size: 62px;
    padding: 10px 12px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: var(--surface);
    color: var(--ink);
  }

  .sign {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 38px;
    block-size: 38px;
    border-radius: 11px;
    background: var(--accent-soft);
    color: var(--accent);
  }

  .about {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-inline-size: 0;
  }

  /* At the start of the line, whichever way the name itself is written. */
  .name {
    display: flex;
    align-self: flex-start;
    max-inline-size: 100%;
    font-size: 13.5px;
    font-weight: 650;
    white-space: nowrap;
  }

  .name span {
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .size {
    font-size: 12px;
    color: var(--ink-3);
  }

  .download {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--target, 36px);
    block-size: var(--target, 36px);
    border-radius: 10px;
    color: var(--ink-2);
  }

  .download:hover {
    background: var(--surface-2);
  }

  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }

    .picture {
      border: 1px solid CanvasText;
    }
  }
`
