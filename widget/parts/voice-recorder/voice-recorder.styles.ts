import { css } from 'lit'

export const voiceRecorderStyles = css`
  .recorder {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-block: var(--tray-space, 0) 8px;
    padding: 5px;
    padding-inline-start: 12px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    color: var(--ink);
  }

  .light {
    flex: none;
    inline-size: 9px;
    block-size: 9px;
    border-radius: 50%;
    background: var(--danger);
    animation: blink 1.4s infinite ease-in-out;
  }

  time {
    flex: none;
    min-inline-size: 2.6em;
    font-size: 13.5px;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  canvas {
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    block-size: 28px;
    color: var(--accent-ink);
  }

  button {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--target, 38px);
    block-size: var(--target, 38px);
    border-radius: 12px;
    color: var(--ink-2);
    font-size: 16px;
  }

  button:hover {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
    color: var(--ink);
  }

  .stop {
    border-end-end-radius: var(--corner);
    background: var(--danger);
    color: var(--surface);
  }

  .stop:hover {
    background: color-mix(in oklab, var(--danger) 85%, var(--ink));
    color: var(--surface);
  }

  .stop .icon {
    fill: currentColor;
  }

  @keyframes blink {
    50% {
      opacity: 0.25;
    }
  }

  @media (forced-colors: active) {
    .light {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`
