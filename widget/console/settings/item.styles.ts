import { css } from 'lit'

/** Things in a list of the settings: a row each, which opens into a form. */
export const itemStyles = css`
  .items {
    display: grid;
    gap: 8px;
  }

  .thing {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 4px 12px;
    align-items: center;
    padding: 11px 14px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
  }

  /* What is wrong with a thing stands below it. */
  .thing + .refusal {
    margin-block-start: 6px;
  }

  .thing.form {
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    padding: 16px 18px;
  }

  .thing .what {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    align-items: center;
    min-inline-size: 0;
    font-weight: 620;
    overflow-wrap: anywhere;
  }

  .thing code {
    color: var(--accent-ink);
    font: inherit;
  }

  .thing .more {
    grid-column: 1;
    min-inline-size: 0;
    overflow: hidden;
    color: var(--ink-2);
    font-size: 13px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .thing .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    grid-row: 1 / span 2;
    grid-column: 2;
    justify-content: end;
  }

  .person {
    display: flex;
    gap: 10px;
    align-items: center;
    min-inline-size: 0;
  }

  .person small {
    display: block;
    color: var(--ink-2);
    font-size: 12.5px;
    font-weight: 450;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    justify-content: end;
  }

  .sure {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    align-items: center;
    justify-content: end;
    font-size: 13px;
  }

  .button.danger {
    border-color: var(--danger);
    color: var(--danger);
  }

  .checks {
    display: grid;
    gap: 4px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .checks legend {
    padding: 0;
    margin-block-end: 4px;
    font-size: 13px;
    font-weight: 600;
  }

  .checks label {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 26px;
  }

  .checks input {
    inline-size: 17px;
    block-size: 17px;
    accent-color: var(--accent);
  }

  .preview {
    padding: 9px 13px;
    border-radius: 14px;
    border-end-start-radius: var(--corner);
    background: var(--surface-3);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }

  @container (inline-size < 560px) {
    .thing {
      grid-template-columns: minmax(0, 1fr);
    }

    .thing .tools {
      grid-row: auto;
      grid-column: 1;
      justify-content: start;
    }
  }
`
