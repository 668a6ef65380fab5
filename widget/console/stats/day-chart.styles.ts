import { css } from 'lit'

export const dayChartStyles = css`
  .plot {
    position: relative;
    padding: 34px 0 26px 34px;
  }

  .plot:dir(rtl) {
    direction: ltr;
  }

  .scale {
    position: absolute;
    inset: 34px 0 26px;
    inline-size: 100%;
    block-size: calc(100% - 60px);
    overflow: visible;
  }

  .scale line {
    stroke: var(--line);
  }

  .scale text {
    fill: var(--ink-3);
    font-size: 12px;
    text-anchor: end;
  }

  .bars {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    block-size: 210px;
  }

  .bars li {
    position: relative;
    min-inline-size: 0;
  }

  .bars button {
    position: relative;
    display: block;
    inline-size: 100%;
    block-size: 100%;
    border-radius: 6px;
  }

  .bars svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
  }

  .bars .answered {
    fill: var(--chart);
  }

  .bars .missed {
    fill: var(--chart-warn);
  }

  .bars button:is(:hover, :focus-visible):enabled .answered {
    fill: var(--accent);
  }

  .tip {
    position: absolute;
    z-index: 2;
    inset-block-end: calc(100% + 4px);
    inset-inline-start: 50%;
    translate: -50%;
    padding: 4px 10px;
    border-radius: 8px;
    background: var(--ink);
    color: var(--surface);
    font-size: 12.5px;
    font-weight: 600;
    white-space: nowrap;
    visibility: hidden;
    pointer-events: none;
  }

  .bars button:is(:hover, :focus-visible) .tip {
    visibility: visible;
  }

  /* So that it stays inside its card. */
  .bars li:nth-child(-n + 2) .tip {
    inset-inline-start: 0;
    translate: none;
  }

  .bars li:nth-last-child(-n + 2) .tip {
    inset-inline: auto 0;
    translate: none;
  }

  .bars .name {
    position: absolute;
    inset-block-start: calc(100% + 7px);
    inset-inline: -6px;
    color: var(--ink-3);
    font-size: 12px;
    text-align: center;
    white-space: nowrap;
  }

  .bars.many li:not(:nth-child(4n + 1)) .name {
    visibility: hidden;
  }

  .bars.many .name {
    inset-inline: -20px;
  }
`
