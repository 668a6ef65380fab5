import { css } from 'lit'

export const consoleSettingsStyles = css`
  :host {
    display: grid;
    min-block-size: 0;
  }

  .settings {
    display: grid;
    grid-template: minmax(0, 1fr) / 232px minmax(0, 1fr);
    min-block-size: 0;
  }

  nav {
    overflow-y: auto;
    padding: 18px 12px;
    border-inline-end: 1px solid var(--line);
    background: var(--surface);
  }

  nav h1 {
    padding-inline: 8px;
    font-size: 18px;
    font-weight: 680;
    letter-spacing: -0.02em;
  }

  nav h2 {
    margin-block: 14px 4px;
    padding-inline: 10px;
    color: var(--ink-2);
    font-size: 12.5px;
    font-weight: 600;
    overflow-wrap: anywhere;
  }

  nav li button {
    display: flex;
    gap: 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 36px;
    padding: 4px 10px;
    border-radius: 10px;
    font-size: 14px;
    font-weight: 540;
  }

  nav li button:hover {
    background: var(--surface-2);
  }

  nav li button[aria-current] {
    background: var(--accent-soft);
    color: var(--accent-ink);
    font-weight: 640;
  }

  nav .icon {
    inline-size: 16px;
    block-size: 16px;
    color: var(--ink-2);
  }

  [aria-current] .icon {
    color: inherit;
  }

  .unsaved {
    inline-size: 8px;
    block-size: 8px;
    margin-inline-start: auto;
    border-radius: 50%;
    background: var(--saffron);
  }

  .site {
    margin: 4px 8px 6px;
  }

  .add {
    margin: 0 10px 6px;
    font-size: 13px;
  }

  .add summary {
    min-block-size: 24px;
    border-radius: 6px;
    color: var(--ink-2);
    cursor: pointer;
  }

  .add form {
    display: grid;
    gap: 6px;
    margin-block: 6px;
  }

  .main {
    container-type: inline-size;
    overflow-y: auto;
    padding: 22px 30px 40px;
  }

  .back {
    margin-block-end: 12px;
  }

  .quiet {
    color: var(--ink-3);
  }

  .drawer {
    grid-template-columns: 200px minmax(0, 1fr);
  }

  .drawer .main {
    padding-inline: 20px;
  }

  .phone {
    grid-template-columns: minmax(0, 1fr);
  }

  .phone nav {
    border: 0;
  }

  .phone nav li button {
    min-block-size: 44px;
  }

  .phone.open nav,
  .phone.list .main {
    display: none;
  }

  .phone .main {
    padding: 14px 12px 32px;
  }
`
