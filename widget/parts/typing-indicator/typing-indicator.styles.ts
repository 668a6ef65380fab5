import { css } from 'lit'

export const typingIndicatorStyles = css`
  .typing {
    display: flex;
    gap: 4px;
    align-items: center;
    block-size: 37px;
  }

  .typing i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--ink-3);
    opacity: 0.9;
    animation: hop calc(1.2s * var(--chat-motion, 1)) infinite;
  }

  .typing i:nth-child(2) {
    animation-delay: 0.15s;
    opacity: 0.6;
  }

  .typing i:nth-child(3) {
    animation-delay: 0.3s;
    opacity: 0.35;
  }

  @keyframes hop {
    30% {
      translate: 0 -3px;
    }

    60% {
      translate: 0;
    }
  }
`
