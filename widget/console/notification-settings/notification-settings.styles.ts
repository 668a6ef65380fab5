import { css } from 'lit'

export const notificationSettingsStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }

  th,
  td {
    block-size: 42px;
    padding: 4px 0;
    text-align: start;
  }

  th {
    font-weight: 400;
  }

  thead th {
    block-size: 26px;
    color: var(--ink-3);
    font-size: 12.5px;
    font-weight: 560;
  }

  :is(thead th, td):not(:first-child) {
    inline-size: 78px;
    text-align: center;
  }

  :is(thead th, td):last-child {
    inline-size: 40px;
  }

  td .switch {
    vertical-align: middle;
  }

  .times {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 14px;
    align-items: center;
  }

  .times label {
    display: flex;
    gap: 8px;
    align-items: center;
  }
`
