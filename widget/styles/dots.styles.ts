import { css } from 'lit'

/** Presence as a shape as well as a colour: full, half, hollow. */
export const dots = css`
  .dot {
    inline-size: 9px;
    block-size: 9px;
    flex: none;
    border-radius: 50%;
    background: var(--surface);
    border: 2px solid var(--ink-3);
  }

  .dot.online {
    border-color: var(--online);
    background: var(--online);
  }

  .dot.away {
    border-color: var(--saffron);
    background: linear-gradient(to top, var(--saffron) 50%, var(--surface) 50%);
  }

  @media (forced-colors: active) {
    .dot {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: Canvas;
    }

    .dot.online {
      background: CanvasText;
    }
  }
`
