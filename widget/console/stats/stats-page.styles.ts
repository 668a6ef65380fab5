import { css } from 'lit'
import { segmentsStyles } from '../styles/segments.styles.ts'

export const statsPageStyles = [
  segmentsStyles,
  css`
    :host {
      --chart: color-mix(in oklab, var(--accent) 62%, var(--surface));
      /* Saffron is too light on white for a bar, which has to be seen by itself (WCAG 1.4.11). */
      --chart-warn: light-dark(#c67709, #f6bd48);
      display: block;
      overflow-y: auto;
      container-type: inline-size;
    }

    .page {
      max-inline-size: 1480px;
      margin-inline: auto;
      padding: 22px 30px 30px;
    }

    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 10px 12px;
      align-items: center;
      margin-block-end: 18px;
    }

    h1 {
      flex: 1;
      font-size: 22px;
      font-weight: 680;
      letter-spacing: -0.025em;
      line-height: 1.2;
    }

    .segments span {
      white-space: nowrap;
    }

    .select,
    .date input {
      display: inline-flex;
      gap: 7px;
      align-items: center;
      min-block-size: 36px;
      padding-inline: 12px;
      border: 1.5px solid var(--line-strong);
      border-radius: 11px;
      background: var(--surface);
      font-size: 13.5px;
      font-weight: 600;
    }

    .select select {
      max-inline-size: 190px;
      min-block-size: 33px;
      border: 0;
      outline: 0;
      background: var(--surface);
      color: inherit;
      text-overflow: ellipsis;
    }

    .select:focus-within {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }

    .date {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      color: var(--ink-2);
      font-size: 13px;
    }

    .date input {
      color: var(--ink);
      font-weight: 500;
    }

    .problem {
      margin-block-end: 14px;
      padding: 10px 14px;
      border-radius: 12px;
      background: var(--danger-soft);
      color: var(--danger);
      font-weight: 550;
    }

    .skeleton {
      block-size: 420px;
      border-radius: 16px;
      background: var(--surface-2);
      animation: breathe 1.4s ease-in-out infinite alternate;
    }

    [aria-busy='true'] > :is(.figures, .two, .advice) {
      opacity: 0.55;
      transition: opacity var(--medium) var(--ease);
    }

    @keyframes breathe {
      from {
        opacity: 0.5;
      }
    }

    .advice {
      margin-block-end: 14px;
    }

    .two {
      display: grid;
      grid-template-columns: minmax(0, 1.55fr) minmax(0, 1fr);
      gap: 14px;
    }

    details {
      margin-block-start: 10px;
      font-size: 13px;
    }

    summary {
      min-block-size: 24px;
      border-radius: 6px;
      color: var(--ink-2);
      cursor: pointer;
    }

    @container (inline-size < 1100px) {
      .figures {
        grid-template-columns: repeat(auto-fit, minmax(176px, 1fr));
      }

      .two {
        grid-template-columns: minmax(0, 1fr);
      }
    }

    @container (inline-size < 600px) {
      .page {
        padding: 16px 12px 24px;
      }

      h1 {
        flex-basis: 100%;
      }

      .segments {
        inline-size: 100%;
      }

      .segments label {
        flex: 1;
      }

      .segments span {
        padding-inline: 4px;
        text-align: center;
      }

      .figures {
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 10px;
      }

      .figure {
        padding: 10px 12px;
      }

      .figure b {
        font-size: 22px;
      }

      .figure:first-child {
        grid-column: 1 / -1;
      }

      .select {
        flex: 1;
        min-inline-size: 0;
      }

      .select select {
        min-inline-size: 0;
        max-inline-size: none;
        inline-size: 100%;
      }

      .legend {
        margin-inline-start: 0;
      }

      .ranges button {
        grid-template-columns: 96px minmax(0, 1fr) 42px;
      }

      .bars li:nth-child(even) .name {
        visibility: hidden;
      }

      .bars .name {
        inset-inline: -14px;
      }
    }
  `,
]
