import { css, unsafeCSS } from 'lit'

const shades = [0, 14, 26, 38, 50, 62, 74, 86, 96].map(
  (share, level) =>
    `.level-${level} { background: color-mix(in oklab, var(--accent) ${share}%, var(--surface-2)); }`,
)

export const weekGridStyles = css`
  :host {
    display: block;
  }

  table {
    inline-size: 100%;
    border-spacing: 4px;
    margin: -4px;
    table-layout: fixed;
    color: var(--ink-3);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }

  th {
    inline-size: 34px;
    padding: 0;
    font-weight: 400;
    text-align: start;
  }

  td {
    padding: 0;
    text-align: center;
  }

  button {
    display: block;
    inline-size: 100%;
    block-size: 25px;
    border-radius: 6px;
  }

  button:hover:not([aria-disabled]) {
    outline: 2px solid var(--accent);
  }

  button[aria-disabled] {
    cursor: default;
  }

  ${unsafeCSS(shades.join('\n'))}

  @container (inline-size < 520px) {
    table {
      border-spacing: 2px;
      margin: -2px;
      font-size: 11px;
    }

    th {
      inline-size: 28px;
    }

    .hours td:nth-child(odd) {
      visibility: hidden;
    }
  }

  @media (forced-colors: active) {
    button {
      forced-color-adjust: none;
      border: 1px solid CanvasText;
    }
  }
`
