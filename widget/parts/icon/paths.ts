/** Outlines from Lucide (ISC licence, https://lucide.dev), each joined into one path on a grid of 24. */

export const CHEVRON_DOWN = 'm6 9 6 6 6-6'
export const CLOSE = 'M18 6 6 18M6 6l12 12'
export const ARROW_UP = 'm5 12 7-7 7 7M12 19V5'
export const ARROW_DOWN = 'M12 5v14M19 12l-7 7-7-7'
export const CHECK = 'M20 6 9 17l-5-5'
export const DOUBLE_CHECK = 'M18 6 7 17l-5-5M22 10l-7.5 7.5L13 16'
export const CLOCK = 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M12 6v6l4 2'
export const WARNING =
  'm21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01'
export const NO_CONNECTION =
  'M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69M19 12.859a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20'
export const MORE =
  'M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M4 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0'
export const SMILE = 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M8 14s1.5 2 4 2 4-2 4-2M9 9h.01M15 9h.01'
