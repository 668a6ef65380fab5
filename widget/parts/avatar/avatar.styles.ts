import { css } from 'lit'

export const avatarStyles = css`
  :host {
    --size: var(--avatar-size, 38px);
    display: inline-block;
    flex: none;
    inline-size: var(--size);
    block-size: var(--size);
  }

  .tile {
    display: grid;
    place-items: center;
    inline-size: 100%;
    block-size: 100%;
    overflow: hidden;
    border-radius: calc(var(--size) * 0.34);
    border-end-end-radius: calc(var(--size) * 0.1);
    background: var(--accent-soft);
    background: oklch(var(--avatar-fill, 0.9 0.05) var(--avatar-hue));
    color: var(--accent-ink);
    color: oklch(var(--avatar-ink, 0.36 0.09) var(--avatar-hue));
    font-size: calc(var(--size) * 0.37);
    font-weight: 600;
    line-height: 1;
    letter-spacing: 0.01em;
    user-select: none;
  }

  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
    }
  }
`
