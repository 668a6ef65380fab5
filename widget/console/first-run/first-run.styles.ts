import { css } from 'lit'

export const firstRunStyles = css`
  :host {
    display: block;
    padding: 24px;
  }

  .card {
    display: grid;
    justify-items: start;
    gap: 12px;
    max-inline-size: 460px;
    margin-inline: auto;
  }

  h2 {
    font-size: 18px;
    font-weight: 680;
    letter-spacing: -0.02em;
    line-height: 1.25;
    text-wrap: balance;
  }

  p {
    color: var(--ink-2);
  }

  .chip {
    block-size: auto;
    min-block-size: 22px;
    color: var(--saffron-ink);
    white-space: normal;
  }

  code {
    font-family: ui-monospace, 'DejaVu Sans Mono', monospace;
    font-size: 0.93em;
  }

  pre {
    inline-size: 100%;
    margin: 0;
    padding: 13px 15px;
    border-radius: 12px;
    background: var(--rail);
    color: var(--rail-ink);
    font:
      500 12.5px/1.65 ui-monospace,
      'DejaVu Sans Mono',
      monospace;
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }

  /* A line breaks between attributes, not at their hyphens. */
  .whole {
    white-space: nowrap;
  }

  .tag {
    color: #8fdcb4;
  }

  .key {
    color: #f6cf7d;
  }

  .text {
    color: #fff;
  }

  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  a.button {
    text-decoration: none;
  }

  .refused:empty {
    display: none;
  }
`
