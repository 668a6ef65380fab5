import { css } from 'lit'

/** What the console's palette has besides the one that it shares with the widget (`tokens.styles.ts`). */
export const consoleTokens = css`
  .theme {
    --canvas: #f7faf7;
    --rail: #103125;
    --rail-ink: #caddd2;
    --rail-active: #1b4a38;
    --shadow-1: 0 1px 2px rgb(12 40 28 / 0.07);
    /* The tight corner of shapes of 56 px and more. */
    --corner-large: calc(var(--corner) * 1.5);
  }

  .theme[data-scheme='dark'] {
    --canvas: #0e1412;
    --rail: #08100d;
    --rail-ink: #b3c2b9;
    --rail-active: #1c2f27;
    --shadow-1: 0 1px 2px rgb(0 0 0 / 0.4);
  }
`
