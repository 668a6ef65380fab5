import { css } from 'lit'

/**
 * The palette, under short names, for everything inside an element `.theme`; `data-scheme="dark"` there is the dark one. What a site may
 * change are the `--chat-…` properties, from outside. `--site-accent` and `--site-on-accent` are the site's setting, weaker than CSS.
 *
 * Fixed colours are hex, of OKLCH design values inside sRGB. What depends on the accent is computed where the browser can, so that any
 * brand colour has a soft tint, a text-safe ink and a readable colour on it.
 */
export const tokens = css`
  .theme {
    color-scheme: light;
    --surface: var(--chat-surface, #fff);
    --surface-2: #f1f6f2;
    --surface-3: #e8efea;
    --line: var(--chat-line, #dbe1dd);
    --line-strong: #7d8a83;
    --ink: var(--chat-ink, #16241e);
    --ink-2: #42514b;
    --ink-3: #606e68;
    --accent: var(--chat-accent, var(--site-accent, #145e43));
    --on-accent: var(--chat-on-accent, var(--site-on-accent, #f6fcf7));
    --accent-hover: #0c4c35;
    --accent-soft: #ddf3e7;
    --accent-ink: #145e43;
    --bubble-in: var(--chat-bubble-in, var(--surface-3));
    --bubble-out: var(--chat-bubble-out, var(--accent));
    --bubble-out-ink: var(--on-accent);
    --saffron: #fcbb39;
    --saffron-ink: #794805;
    --saffron-soft: #fef3d7;
    --saffron-line: #ebcd90;
    --on-saffron: #16241e;
    --danger: #b72c31;
    --danger-soft: #ffeeed;
    --online: #29a259;
    --link: #085f96;
    --focus: var(--link);
    --avatar-fill: 0.9 0.05;
    --avatar-ink: 0.36 0.09;
    --shadow-2: 0 4px 14px rgb(12 40 28 / 0.09), 0 1px 3px rgb(12 40 28 / 0.06);
    --shadow-3: 0 18px 50px rgb(12 40 28 / 0.17), 0 4px 14px rgb(12 40 28 / 0.09);

    /* One tight corner on every shape that speaks. */
    --radius: var(--chat-radius, 17px);
    --corner: var(--chat-corner, 4px);
    --ease: cubic-bezier(0.2, 0.8, 0.2, 1);
    --fast: calc(120ms * var(--chat-motion, 1));
    --medium: calc(200ms * var(--chat-motion, 1));
  }

  @supports (color: oklch(from red l c h)) {
    .theme {
      /* Below this lightness light text has 4.5:1, above it dark text has. */
      --on-accent: var(
        --chat-on-accent,
        var(--site-on-accent, oklch(from var(--accent) clamp(0.245, (0.63 - l) * 1000, 0.985) 0.01 h))
      );
      --accent-hover: oklch(from var(--accent) calc(l - 0.06) c h);
      --accent-soft: oklch(from var(--accent) 0.945 min(c, 0.028) h);
      --accent-ink: oklch(from var(--accent) min(l, 0.5) c h);
    }
  }

  /* What a finger has to hit; what a pointer has to, each part knows. */
  @media (pointer: coarse) {
    .theme {
      --target: 44px;
    }
  }

  .theme[data-scheme='dark'] {
    color-scheme: dark;
    --surface: var(--chat-surface, #151d1a);
    --surface-2: #1c2622;
    --surface-3: #24302b;
    --line: var(--chat-line, #2c3732);
    --line-strong: #6d7d76;
    --ink: var(--chat-ink, #ecf2ee);
    --ink-2: #bbc5bf;
    --ink-3: #95a29b;
    --accent: var(--chat-accent, var(--site-accent, #78dca9));
    --on-accent: var(--chat-on-accent, var(--site-on-accent, #002116));
    --accent-hover: #91ebbb;
    --accent-soft: #1a372b;
    --accent-ink: #78dca9;
    --bubble-out: var(--chat-bubble-out, #215c45);
    --bubble-out-ink: #ecf2ee;
    --saffron: #f6bd48;
    --saffron-ink: #f3cb7a;
    --saffron-soft: #342813;
    --saffron-line: #644b1e;
    --danger: #f98e8b;
    --danger-soft: #3e1e1e;
    --online: #50cd82;
    --link: #87c6f2;
    /* Lightness and chroma; the hue is the name's. */
    --avatar-fill: 0.36 0.055;
    --avatar-ink: 0.92 0.05;
    --shadow-2: 0 4px 14px rgb(0 0 0 / 0.4);
    --shadow-3: 0 18px 50px rgb(0 0 0 / 0.55), 0 2px 8px rgb(0 0 0 / 0.4);
  }

  @supports (color: oklch(from red l c h)) {
    .theme[data-scheme='dark'] {
      --on-accent: var(
        --chat-on-accent,
        var(--site-on-accent, oklch(from var(--accent) clamp(0.22, (0.63 - l) * 1000, 0.985) 0.04 h))
      );
      --accent-hover: oklch(from var(--accent) calc(l + 0.05) c h);
      --accent-soft: oklch(from var(--accent) 0.315 min(c, 0.04) h);
      --accent-ink: oklch(from var(--accent) max(l, 0.78) c h);
      --bubble-out: var(--chat-bubble-out, oklch(from var(--accent) 0.43 min(c, 0.073) h));
    }
  }
`
