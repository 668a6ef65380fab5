import { css } from 'lit'

export const messageBubbleStyles = css`
  .bubble {
    max-inline-size: 100%;
    padding: 8px 13px 9px;
    border-radius: var(--radius);
    background: var(--bubble-in);
    color: var(--ink);
    overflow-wrap: anywhere;
    text-wrap: pretty;
    /* Marks stacked on a letter stay inside their own bubble. */
    overflow: clip;
    overflow-clip-margin: 4px;
  }

  .bubble.tail {
    border-end-start-radius: var(--corner);
  }

  .bubble.out {
    background: var(--bubble-out);
    color: var(--bubble-out-ink);
  }

  .bubble.out.tail {
    border-end-start-radius: var(--radius);
    border-end-end-radius: var(--corner);
  }

  .bubble.failed {
    background: var(--danger-soft);
    color: var(--ink);
    box-shadow: inset 0 0 0 1.5px var(--danger);
  }

  .bubble.deleted {
    background: none;
    color: var(--ink-3);
    font-style: italic;
    box-shadow: inset 0 0 0 1px var(--line);
  }

  .bubble:has(.emoji):not(.failed) {
    padding: 0;
    background: none;
    color: var(--ink);
    font-size: 38px;
    line-height: 1.2;
  }

  .bubble.out:not(.failed) a {
    color: inherit;
  }

  .bubble.out a:focus-visible {
    outline-color: currentColor;
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    .bubble.out {
      border-width: 2px;
    }
  }
`
