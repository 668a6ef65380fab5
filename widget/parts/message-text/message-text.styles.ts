import { css } from 'lit'

/** Dresses `class="text"`: what a person wrote. */
export const messageTextStyles = css`
  /* Line breaks are the writer's. */
  .text {
    white-space: pre-wrap;
    unicode-bidi: plaintext;
  }

  .text :is(ul, ol) {
    margin: 2px 0;
    padding-inline-start: 1.5em;
    list-style: disc;
  }

  .text ol {
    list-style: decimal;
  }

  .text b {
    font-weight: 650;
  }

  code {
    padding: 1px 4px;
    border-radius: 5px;
    background: color-mix(in srgb, currentColor 12%, transparent);
    font-size: 0.92em;
  }

  a {
    color: var(--link);
    text-underline-offset: 2px;
  }

  /* Where it leads, when the writing does not say so. */
  a[data-host]::after {
    content: ' (' attr(data-host) ')';
    unicode-bidi: isolate;
    direction: ltr;
  }
`
