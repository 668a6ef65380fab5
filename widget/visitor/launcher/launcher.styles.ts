/** Text, not Lit's `css`: the script tag needs it without Lit. It repeats the few colours of `tokens.styles.ts` that it uses. */
export const launcherStyles = `
:host {
  all: initial;
  display: contents;
}
:host([hidden]),
[hidden] {
  display: none !important;
}
.launcher {
  all: initial;
  /* Seen where colours are forced, and nowhere else. */
  outline: 1px solid transparent;
  --accent: var(--chat-accent, var(--site-accent, #145e43));
  --on-accent: #f6fcf7;
  --ring: #fff;
  --focus: #085f96;
  position: fixed;
  inset-block-end: calc(var(--chat-offset-y, 20px) + env(safe-area-inset-bottom));
  inset-inline-end: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-right));
  z-index: var(--chat-z, 2147483000);
  display: grid;
  place-items: center;
  inline-size: 60px;
  block-size: 60px;
  border-radius: 22px;
  border-end-end-radius: calc(var(--chat-corner, 4px) * 1.5);
  background: var(--accent);
  color: var(--chat-on-accent, var(--site-on-accent, var(--on-accent)));
  box-shadow: 0 4px 14px #0c281c2e;
  cursor: pointer;
  -webkit-tap-highlight-color: transparent;
}
@supports (color: oklch(from red l c h)) {
  .launcher {
    --on-accent: oklch(from var(--accent) clamp(0.245, (0.63 - l) * 1000, 0.985) 0.01 h);
  }
}
.launcher[data-scheme='dark'] {
  --accent: var(--chat-accent, var(--site-accent, #78dca9));
  --ring: #0e1412;
  --focus: #87c6f2;
}
.launcher[data-position='start'] {
  inset-inline: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-left)) auto;
  border-end-end-radius: 22px;
  border-end-start-radius: calc(var(--chat-corner, 4px) * 1.5);
}
.launcher:focus-visible {
  outline: 2px solid var(--focus);
  outline-offset: 3px;
  box-shadow: 0 0 0 3px var(--ring);
}
.launcher svg {
  grid-area: 1 / 1;
  inline-size: 29px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.9;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.launcher[aria-expanded='false'] .chevron {
  opacity: 0;
}
.launcher[aria-busy] svg {
  opacity: 0.5;
}
.badge {
  outline: 1px solid transparent;
  position: absolute;
  inset-block-start: -7px;
  inset-inline-end: -7px;
  padding-inline: 6px;
  min-inline-size: 10px;
  border-radius: 11px;
  background: #fcbb39;
  color: #16241e;
  font: 700 12.5px/22px system-ui, sans-serif;
  text-align: center;
  box-shadow: 0 0 0 3px var(--ring);
}
@media print {
  .launcher {
    display: none;
  }
}
`
