import { css } from 'lit'

/** What every dialog of the console is: a sheet over the work, which stays to be seen. */
export const dialogFrame = css`
  dialog {
    margin-inline: auto;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: 18px;
    background: var(--surface);
    box-shadow: var(--shadow-3);
    color: var(--ink);
    font-size: 14px;
  }

  dialog::backdrop {
    background: rgb(8 16 13 / 45%);
  }
`

/** Head and foot stay, what is between them scrolls. */
export const columnDialog = css`
  dialog {
    padding: 0;
  }

  dialog[open] {
    display: flex;
    flex-direction: column;
  }
`
