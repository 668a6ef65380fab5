import { css } from 'lit'

export const avatarStyles = css`
  .avatar {
    flex: none;
    display: inline-grid;
    place-items: center;
    position: relative;
    inline-size: var(--size);
    block-size: var(--size);
    overflow: hidden;
    border-radius: calc(var(--size) * 0.34);
    border-end-end-radius: calc(var(--size) * 0.1);
    background: oklch(var(--avatar-fill) var(--hue));
    color: oklch(var(--avatar-ink) var(--hue));
    font-size: calc(var(--size) * 0.37);
    font-weight: 600;
    line-height: 1;
    letter-spacing: 0.01em;
    user-select: none;
  }

  .avatar img {
    position: absolute;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    background: inherit;
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid;
    }
  }
`
