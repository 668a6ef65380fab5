import { css } from 'lit'

export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-block-size: 0;
    min-inline-size: 0;
  }

  header {
    flex: none;
    display: flex;
    align-items: center;
    padding: 14px;
    padding-inline: 16px 10px;
    border-block-end: 1px solid var(--line);
    background: linear-gradient(
      var(--accent-soft),
      color-mix(in oklab, var(--accent-soft) 35%, var(--surface))
    );
  }

  :host([fullscreen]) header {
    padding-block-start: calc(14px + env(safe-area-inset-top, 0px));
  }

  .faces {
    display: flex;
    margin-inline-end: 12px;
  }

  .faces .avatar {
    box-shadow: 0 0 0 2px color-mix(in oklab, var(--accent-soft) 80%, var(--surface));
  }

  .faces .avatar + .avatar {
    margin-inline-start: -4px;
  }

  .who {
    flex: 1;
    min-inline-size: 0;
    margin-inline-end: 4px;
  }

  h2 {
    overflow: hidden;
    font-size: 15.5px;
    font-weight: 650;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .who p {
    display: flex;
    align-items: center;
    gap: 6px;
    min-block-size: 19px;
    margin-block-start: 2px;
    font-size: 13px;
    color: var(--ink-2);
  }

  .dot {
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border-radius: 50%;
    background: var(--online);
  }

  .dot.off {
    background: none;
    border: 2px solid var(--ink-3);
  }

  .bone {
    inline-size: 110px;
    block-size: 9px;
    border-radius: 5px;
    background: color-mix(in oklab, var(--ink) 10%, transparent);
  }

  .tool {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: var(--target, 36px);
    block-size: var(--target, 36px);
    border-radius: 11px;
    font-size: 16px;
    color: var(--ink-2);
  }

  .tool:hover {
    background: color-mix(in oklab, var(--ink) 8%, transparent);
    color: var(--ink);
  }

  chat-message-list,
  .body {
    flex: 1;
    min-block-size: 0;
  }

  .body {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    gap: 6px;
    padding: 20px;
    overflow-y: auto;
  }

  .greeting h3 {
    font-size: 20px;
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.02em;
    text-wrap: balance;
  }

  .greeting p {
    font-size: 14px;
    color: var(--ink-2);
  }

  .skeleton {
    gap: 10px;
    padding: 14px;
  }

  .skeleton i {
    inline-size: 62%;
    block-size: 38px;
    margin-inline-start: 36px;
    border-radius: var(--radius);
    border-end-start-radius: var(--corner);
    background: var(--surface-2);
    animation: breathe calc(1.4s * var(--chat-motion, 1)) infinite alternate ease-in-out;
  }

  .skeleton i.out {
    align-self: flex-end;
    inline-size: 52%;
    border-radius: var(--radius);
    border-end-end-radius: var(--corner);
  }

  @keyframes breathe {
    to {
      background: var(--surface-3);
    }
  }

  .failed {
    justify-content: center;
    align-items: center;
    gap: 14px;
    font-size: 14px;
    color: var(--ink-2);
  }

  .failed .icon {
    color: var(--danger);
  }

  .button {
    min-block-size: 44px;
    padding-inline: 18px;
    border-radius: 14px;
    border-end-end-radius: var(--corner);
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 650;
  }

  .button:hover {
    background: var(--accent-hover);
  }

  .compose {
    flex: none;
    padding: 8px 12px 10px;
    background: var(--surface);
  }

  :host([fullscreen]) .compose {
    padding-block-end: calc(10px + env(safe-area-inset-bottom, 0px));
  }

  .closed {
    padding: 2px 0 10px;
    font-size: 13px;
    text-align: center;
    color: var(--ink-2);
    text-wrap: balance;
  }

  .footer {
    padding-block-start: 7px;
    font-size: 12px;
    text-align: center;
    color: var(--ink-3);
  }

  .footer b {
    font-weight: 600;
    color: var(--ink-2);
  }

  @media (forced-colors: active) {
    .dot {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
`
