import { css } from 'lit'

/** What the page about webhooks has beside the things of the other pages. */
export const webhookStyles = css`
  .thing .url {
    font-size: 13.5px;
    font-weight: 560;
    direction: ltr;
    unicode-bidi: isolate;
  }

  .thing > .wide {
    grid-column: 1 / -1;
    min-inline-size: 0;
  }

  .events {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(180px, 100%), 1fr));
    gap: 12px;
  }

  .events fieldset {
    align-content: start;
  }

  .events input {
    flex: none;
  }

  /* Addresses are long: what can be done with one stands below it. */
  .thing:not(.form) {
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }

  .thing .tools {
    grid-row: auto;
    grid-column: 1;
    justify-content: start;
  }

  /* Waits for what it will say without taking room. */
  [role='status']:empty {
    position: absolute;
  }
`

/** What was sent, one line each. */
export const deliveriesStyles = css`
  :host {
    display: block;
    margin-block-start: 6px;
    padding-block-start: 10px;
    border-block-start: 1px solid var(--line);
  }

  ul {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li + li {
    border-block-start: 1px solid var(--line);
  }

  .delivery {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    padding-block: 8px;
    font-size: 13px;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    min-inline-size: 0;
  }

  .how {
    grid-column: 1;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }

  .delivery > .button {
    grid-row: 1 / span 2;
    grid-column: 2;
  }

  details {
    grid-column: 1 / -1;
  }

  summary {
    inline-size: fit-content;
    color: var(--accent-ink);
    cursor: pointer;
  }

  pre {
    max-block-size: 180px;
    margin: 6px 0 0;
    padding: 9px 12px;
    overflow: auto;
    border-radius: 10px;
    background: var(--surface-3);
    font:
      500 12px/1.5 ui-monospace,
      'Cascadia Mono',
      Menlo,
      monospace;
    direction: ltr;
    text-align: left;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  .quiet {
    color: var(--ink-3);
    font-size: 13px;
  }

  .older {
    margin-block-start: 8px;
  }
`
