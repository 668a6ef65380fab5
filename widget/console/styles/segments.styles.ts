import { css } from 'lit'

/** One of a few, side by side: radio buttons that look like one bar. */
export const segmentsStyles = css`
  .segments {
    display: inline-flex;
    min-inline-size: 0;
    margin: 0;
    padding: 3px;
    border: 1px solid var(--line);
    border-radius: 11px;
    background: var(--surface-2);
  }

  .segments label {
    position: relative;
  }

  .segments input {
    position: absolute;
    inset: 0;
    appearance: none;
    opacity: 0;
    cursor: pointer;
  }

  .segments span {
    display: flex;
    gap: 6px;
    align-items: center;
    justify-content: center;
    padding: 5px 12px;
    border-radius: 8px;
    color: var(--ink-2);
    font-size: 13px;
    font-weight: 560;
  }

  .segments :checked + span {
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--shadow-1);
  }

  .segments :focus-visible + span {
    outline: 2px solid var(--focus);
    outline-offset: 1px;
  }

  @media (forced-colors: active) {
    .segments :checked + span {
      outline: 2px solid Highlight;
    }
  }
`
