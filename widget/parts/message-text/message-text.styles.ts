import { css } from 'lit'

/** Dresses `class="text"`: what a person wrote. */
export const messageTextStyles = css`
  /* Line breaks are the writer's. */
  .text {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }

  .text :is(ul, ol) {
    padding-inline-start: 1.5em;
    list-style: disc;
    white-space: normal;
  }

  .text ol {
    list-style: decimal;
  }

  code {
    padding-inline: 4px;
    border-radius: 6px;
    background: color-mix(in oklab, currentColor 12%, transparent);
  }

  a {
    color: var(--link);
    text-underline-offset: 2px;
  }

  /* Where it leads, when the writing does not say so. */
  a[data-host]::after {
    content: ' (' attr(data-host) ')';
  }
`
