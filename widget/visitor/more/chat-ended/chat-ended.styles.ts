import { css } from 'lit'

export const chatEndedStyles = css`
  :host {
    display: grid;
    gap: 10px;
    flex: none;
    max-block-size: 75%;
    padding: 4px 16px calc(16px + env(safe-area-inset-bottom, 0px));
    overflow-y: auto;
  }

  .ended {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: 12.5px;
    font-weight: 600;
    color: var(--ink-2);
  }

  .ended::before,
  .ended::after {
    content: '';
    flex: 1;
    border-block-start: 1px solid var(--line);
  }

  form {
    display: grid;
    gap: 10px;
    padding-block-start: 6px;
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    padding: 0 0 10px;
  }

  .faces {
    display: grid;
    grid-template-columns: repeat(5, 1fr);
    gap: 8px;
  }

  .faces label {
    display: grid;
    place-items: center;
    min-block-size: 44px;
    border: 1.5px solid var(--line);
    border-radius: 12px;
    font-size: 22px;
    line-height: 1;
    cursor: pointer;
  }

  .faces label:hover {
    background: var(--surface-2);
  }

  .faces label:has(:checked) {
    border-color: var(--accent-ink);
    border-end-end-radius: var(--corner);
    background: var(--accent-soft);
  }

  .faces label:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }

  .thanks {
    padding-block: 6px;
    font-weight: 600;
    text-align: center;
  }

  @media (forced-colors: active) {
    .faces label:has(:checked) {
      border: 3px solid Highlight;
    }
  }
`
