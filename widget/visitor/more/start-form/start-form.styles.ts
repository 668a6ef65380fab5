import { css } from 'lit'

export const startFormStyles = css`
  :host {
    display: flex;
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
  }

  form {
    display: flex;
    flex-direction: column;
    gap: 13px;
    inline-size: 100%;
    min-block-size: max-content;
    padding: 20px 18px calc(20px + env(safe-area-inset-bottom, 0px));
  }

  .lead {
    margin-block-start: 4px;
  }

  .choice {
    position: relative;
    display: block;
  }

  select.input {
    appearance: none;
    padding-inline-end: 40px;
  }

  .choice .icon {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    font-size: 16px;
    pointer-events: none;
  }

  .grows {
    flex: 1;
    grid-template-rows: auto 1fr;
  }

  textarea.input {
    min-block-size: 110px;
    resize: vertical;
  }

  .agreement {
    display: grid;
    justify-items: start;
    gap: 4px;
    font-size: 13px;
    color: var(--ink-2);
  }

  .agreement label {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding-block: calc((var(--target, 24px) - 20px) / 2);
    cursor: pointer;
  }

  .agreement input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    margin: 0;
    accent-color: var(--accent);
  }

  .agreement input[aria-invalid='true'] {
    outline: 2px solid var(--danger);
    outline-offset: 1px;
  }

  .agreement .link {
    margin-inline-start: 27px;
    color: inherit;
  }

  .main {
    margin-block-start: auto;
  }
`
