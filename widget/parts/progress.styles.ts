import { css } from 'lit'

/** How far a file has come. */
export const progressStyles = css`
  progress {
    appearance: none;
    display: block;
    flex: none;
    inline-size: 100%;
    block-size: 4px;
    margin-block: 4px 3px;
    border: 0;
    border-radius: 2px;
    background: var(--surface-3);
    overflow: hidden;
  }

  progress::-webkit-progress-bar {
    background: var(--surface-3);
  }

  progress::-webkit-progress-value {
    border-radius: 2px;
    background: var(--accent);
  }

  progress::-moz-progress-bar {
    border-radius: 2px;
    background: var(--accent);
  }
`
