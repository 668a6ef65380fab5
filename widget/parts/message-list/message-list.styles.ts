import { css } from 'lit'

export const messageListStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }

  /* What scrolls away fades into the edge. */
  :host::before {
    content: '';
    position: absolute;
    z-index: 1;
    inset: 0 0 auto;
    block-size: 16px;
    background: linear-gradient(var(--list-background, var(--surface)), transparent);
    pointer-events: none;
  }

  .log {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    padding: 14px 14px 8px;
    overflow-y: auto;
    overscroll-behavior: contain;
    /* Done by hand: see the scroll anchor. */
    overflow-anchor: none;
    scroll-padding-block: 14px;
    scrollbar-width: thin;
    scrollbar-color: var(--line-strong) transparent;
  }

  .log:focus-visible {
    outline-offset: -3px;
    border-radius: 6px;
  }

  /* A short chat stands at the bottom, next to where one writes. */
  .log > :first-child {
    margin-block-start: auto;
  }

  .page {
    flex: none;
    content-visibility: auto;
    contain-intrinsic-size: auto 3200px;
  }

  /* The newest page is where the list opens: an estimate there would be seen. */
  .page:last-of-type {
    content-visibility: visible;
  }

  .divider {
    display: flex;
    align-items: center;
    gap: 10px;
    margin: 6px 0 12px;
    font-size: 12px;
    font-weight: 550;
    color: var(--ink-3);
  }

  .divider::before,
  .divider::after {
    content: '';
    flex: 1;
    block-size: 1px;
    background: var(--line);
  }

  .divider.new {
    margin-block: 12px;
    color: var(--saffron-ink);
  }

  .divider.new::before,
  .divider.new::after {
    background: var(--saffron-line);
  }

  .group {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    margin-block-end: 12px;
    max-inline-size: min(88%, 640px);
  }

  .group.out {
    justify-content: flex-end;
    margin-inline-start: auto;
  }

  .group.system {
    max-inline-size: none;
    justify-content: center;
    text-align: center;
  }

  .group.system .bubble {
    background: none;
    padding-block: 0;
    font-size: 12px;
    color: var(--ink-3);
  }

  .group .avatar {
    /* In line with the last bubble, not with the line of words below it. */
    margin-block-end: 18px;
  }

  .column {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 3px;
    min-inline-size: 0;
  }

  .out .column {
    align-items: flex-end;
  }

  .system .column {
    align-items: center;
  }

  .message {
    max-inline-size: 100%;
  }

  .meta {
    display: flex;
    align-items: center;
    gap: 5px;
    min-block-size: 17px;
    padding: 1px 3px 0;
    font-size: 12px;
    line-height: 16px;
    color: var(--ink-3);
  }

  .meta .icon {
    inline-size: 14px;
    block-size: 14px;
  }

  .meta.failed {
    flex-wrap: wrap;
    justify-content: flex-end;
    color: var(--danger);
    font-weight: 550;
  }

  /* Larger than it looks: what is above and below is no target. */
  .meta .link {
    margin-block: calc((24px - var(--target, 24px)) / 2);
  }

  .note .meta {
    justify-content: flex-start;
  }

  .note {
    margin: 4px 0 14px;
  }

  .older {
    flex: none;
    display: flex;
    justify-content: center;
    align-items: center;
    gap: 5px;
    block-size: 32px;
    font-size: 13px;
    color: var(--ink-2);
  }

  .older i {
    inline-size: 6px;
    block-size: 6px;
    border-radius: 50%;
    background: var(--line-strong);
    animation: pulse calc(1.2s * var(--chat-motion, 1)) infinite ease-in-out;
  }

  .older i:nth-of-type(2) {
    animation-delay: 0.15s;
  }

  .older i:nth-of-type(3) {
    animation-delay: 0.3s;
  }

  @keyframes pulse {
    50% {
      opacity: 0.3;
    }
  }

  .tail {
    flex: none;
  }

  .tail .group {
    margin: 0;
  }

  .end {
    block-size: 1px;
  }

  .pill {
    position: absolute;
    inset-block-end: 10px;
    inset-inline: 0;
    inline-size: fit-content;
    min-block-size: var(--target, 34px);
    margin-inline: auto;
    padding-inline: 12px 14px;
    border: 1px solid var(--line);
    border-radius: 17px;
    border-end-end-radius: var(--corner);
    background: var(--surface);
    color: var(--accent-ink);
    box-shadow: var(--shadow-2);
    font-size: 13px;
    font-weight: 650;
  }

  @media (forced-colors: active) {
    .divider::before,
    .divider::after,
    .older i {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`
