/** Text, not Lit's `css`: the script tag needs it without Lit. It repeats the few colours of `tokens.styles.ts` that it uses. */
export const launcherStyles = `
:host {
  all: initial;
  display: contents;
}
:host([hidden]) {
  display: none;
}
.launcher {
  --accent: var(--chat-accent, var(--site-accent, #145e43));
  --on-accent: var(--chat-on-accent, var(--site-on-accent, #f6fcf7));
  all: unset;
  box-sizing: border-box;
  position: fixed;
  inset-block-end: calc(var(--chat-offset-y, 20px) + env(safe-area-inset-bottom, 0px));
  inset-inline-end: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-right, 0px));
  z-index: var(--chat-z, 2147483000);
  display: grid;
  place-items: center;
  inline-size: 60px;
  block-size: 60px;
  border-radius: 22px;
  border-end-end-radius: calc(var(--chat-corner, 4px) * 1.5);
  background: var(--accent);
  color: var(--on-accent);
  box-shadow: 0 4px 14px rgb(12 40 28 / 0.18), 0 1px 3px rgb(12 40 28 / 0.12);
  cursor: pointer;
  touch-action: manipulation;
  -webkit-tap-highlight-color: transparent;
  transition: scale calc(120ms * var(--chat-motion, 1)) cubic-bezier(0.2, 0.8, 0.2, 1);
}
@supports (color: oklch(from red l c h)) {
  .launcher {
    --on-accent: var(--chat-on-accent, var(--site-on-accent, oklch(from var(--accent) clamp(0.245, (0.63 - l) * 1000, 0.985) 0.01 h)));
  }
}
.launcher[data-scheme='dark'] {
  --accent: var(--chat-accent, var(--site-accent, #78dca9));
}
.launcher[data-position='start'] {
  inset-inline: calc(var(--chat-offset-x, 20px) + env(safe-area-inset-left, 0px)) auto;
  border-end-end-radius: 22px;
  border-end-start-radius: calc(var(--chat-corner, 4px) * 1.5);
}
.launcher:hover {
  scale: 1.04;
}
.launcher:active {
  scale: 0.96;
}
.launcher:focus-visible {
  outline: 2px solid #085f96;
  outline-offset: 3px;
  box-shadow: 0 0 0 3px #fff;
}
.launcher[data-scheme='dark']:focus-visible {
  outline-color: #87c6f2;
  box-shadow: 0 0 0 3px #0e1412;
}
.launcher svg {
  grid-area: 1 / 1;
  inline-size: 29px;
  block-size: 29px;
  fill: none;
  stroke: currentColor;
  stroke-width: 1.9;
  stroke-linecap: round;
  stroke-linejoin: round;
  transition: opacity calc(120ms * var(--chat-motion, 1)), rotate calc(200ms * var(--chat-motion, 1)) cubic-bezier(0.2, 0.8, 0.2, 1);
}
.launcher slot {
  display: contents;
}
.launcher[aria-expanded='false'] .chevron,
.launcher[aria-expanded='true'] .chat {
  opacity: 0;
  rotate: -40deg;
}
.launcher[aria-busy='true'] svg {
  animation: wait calc(0.9s * var(--chat-motion, 1)) infinite alternate;
}
.badge {
  position: absolute;
  inset-block-start: -7px;
  inset-inline-end: -7px;
  min-inline-size: 22px;
  box-sizing: border-box;
  padding-inline: 6px;
  border-radius: 11px;
  background: #fcbb39;
  color: #16241e;
  font: 700 12.5px/22px ui-sans-serif, system-ui, sans-serif;
  text-align: center;
  box-shadow: 0 0 0 3px var(--chat-badge-ring, #fff);
}
.launcher[data-scheme='dark'] .badge {
  box-shadow: 0 0 0 3px var(--chat-badge-ring, #0e1412);
}
.launcher[hidden],
.badge[hidden] {
  display: none;
}
@keyframes wait {
  to {
    opacity: 0.4;
  }
}
@media (forced-colors: active) {
  .launcher,
  .badge {
    border: 1px solid ButtonText;
  }
}
@media (prefers-reduced-motion: reduce) {
  .launcher,
  .launcher svg {
    animation: none;
    transition: none;
  }
}
@media print {
  .launcher {
    display: none;
  }
}
`
