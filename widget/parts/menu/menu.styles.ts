import { css } from 'lit'
import { dots } from '../../styles/dots.styles.ts'

export const menuStyles = [
  dots,
  css`
    :host {
      position: relative;
      display: inline-block;
    }

    [role='menu'] {
      position: absolute;
      z-index: 20;
      min-inline-size: 232px;
      max-inline-size: min(320px, 90vw);
      max-block-size: min(420px, 70vh);
      padding: 6px;
      overflow-y: auto;
      overscroll-behavior: contain;
      border: 1px solid var(--line);
      border-radius: 15px;
      background: var(--surface);
      box-shadow: var(--shadow-3);
      color: var(--ink);
      font-size: 13.5px;
      animation: unfold var(--fast) var(--ease);
    }

    :host([placement='below']) [role='menu'] {
      inset-block-start: calc(100% + 6px);
      inset-inline-end: 0;
    }

    :host([placement='beside']) [role='menu'] {
      inset-block-end: 0;
      inset-inline-start: calc(100% + 8px);
    }

    :host([placement='above']) [role='menu'] {
      inset-block-end: calc(100% + 8px);
      inset-inline-end: 0;
    }

    .group + .group {
      margin-block-start: 6px;
      padding-block-start: 6px;
      border-block-start: 1px solid var(--line);
    }

    .heading {
      padding: 5px 10px;
      color: var(--ink-3);
      font-size: 12px;
      font-weight: 600;
    }

    .item {
      display: flex;
      align-items: center;
      gap: 10px;
      min-block-size: var(--target, 36px);
      padding: 5px 10px;
      border-radius: 10px;
      cursor: pointer;
    }

    .item:hover,
    .item:focus {
      background: var(--accent-soft);
    }

    .item:focus-visible {
      outline-offset: -2px;
    }

    .item[aria-disabled='true'] {
      color: var(--ink-3);
      cursor: default;
    }

    .item > .icon {
      font-size: 14px;
      color: var(--ink-3);
    }

    .label {
      display: grid;
      flex: 1;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }

    small {
      color: var(--ink-3);
      font-size: 12px;
    }

    .person {
      position: relative;
      display: inline-grid;
    }

    .person .dot {
      position: absolute;
      inset-block-end: -2px;
      inset-inline-end: -3px;
      box-shadow: 0 0 0 2px var(--surface);
    }

    @keyframes unfold {
      from {
        opacity: 0;
        translate: 0 4px;
      }
    }

    @media (forced-colors: active) {
      .item:focus {
        outline: 2px solid Highlight;
      }
    }
  `,
]
