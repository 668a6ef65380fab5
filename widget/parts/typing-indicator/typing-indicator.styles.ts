import { css } from 'lit'

export const typingIndicatorStyles = css`
  :host {
    display: block;
  }

  .group {
    display: flex;
    align-items: flex-start;
    gap: 8px;
  }

  .avatar {
    margin-block-start: 9px;
  }

  .bubble {
    display: inline-flex;
    gap: 4px;
    align-items: center;
    block-size: 37px;
    padding-inline: 13px;
    border-radius: var(--radius);
    border-end-start-radius: var(--corner);
    background: var(--bubble-in);
  }

  i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--ink-3);
    opacity: 0.9;
    animation: hop calc(1.2s * var(--chat-motion, 1)) infinite ease-in-out;
  }

  i:nth-child(2) {
    animation-delay: 0.15s;
    opacity: 0.6;
  }

  i:nth-child(3) {
    animation-delay: 0.3s;
    opacity: 0.35;
  }

  @keyframes hop {
    0%,
    60%,
    100% {
      translate: 0;
    }

    30% {
      translate: 0 -3px;
    }
  }

  .meta {
    padding-block-start: 1px;
    padding-inline: 3px;
    font-size: 12px;
    color: var(--ink-3);
  }

  @media (forced-colors: active) {
    .bubble {
      border: 1px solid CanvasText;
    }

    i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`
