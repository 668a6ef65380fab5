import { css } from 'lit'

export const unsentStyles = css`
  .held {
    display: flex;
    align-items: center;
    gap: 8px;
    font-size: 13px;
    color: var(--ink-2);
  }

  .held > span {
    flex: 1;
    min-inline-size: 0;
    padding-inline-start: 6px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .held > .link {
    min-block-size: var(--target, 32px);
    padding-inline: 10px;
  }
`
