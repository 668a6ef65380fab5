import { css } from 'lit'

/** What the launcher does when it is used. Apart from how it looks, so that pages where nobody does need not carry it. */
export const launcherMotion = css`
  .launcher {
    --time: calc(120ms * var(--chat-motion, 1));
    transition: scale var(--time);
  }

  .launcher svg {
    transition:
      opacity var(--time),
      rotate var(--time);
  }

  .launcher:hover {
    scale: 1.04;
  }

  .launcher:active {
    scale: 0.96;
  }

  .launcher[aria-expanded='true'] .chat {
    opacity: 0;
  }

  .launcher[aria-expanded='false'] .chevron,
  .launcher[aria-expanded='true'] .chat {
    rotate: -40deg;
  }
`
