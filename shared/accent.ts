/** A brand's colour made safe: each is a `#rrggbb` that is legible where it is used. */
export interface AccentTokens {
  /** The brand's colour itself, or the nearest to it on which text can be read. */
  readonly accent: string
  readonly onAccent: string
  /** The brand's colour as text: on a light surface, and on a dark one. */
  readonly accentInk: string
  readonly accentInkDark: string
}

/** WCAG 2.2, 1.4.3: text of ordinary size. */
const MIN_CONTRAST = 4.5
const LIGHT_TEXT = '#f6fcf7'
const DARK_TEXT = '#16241e'
const LIGHT_SURFACE = '#ffffff'
const DARK_SURFACE = '#151d1a'
/** Of OKLCH lightness: too small a step to see. */
const STEP = 0.01

/** What an owner's colour becomes. A hue is never changed, only its lightness, and as little as will do. */
export function accentTokens(brand: string): AccentTokens {
  const accent = isLegibleEitherWay(brand) ? brand : shift(brand, -STEP, isLegibleEitherWay)
  return {
    accent,
    onAccent: contrast(accent, LIGHT_TEXT) >= MIN_CONTRAST ? LIGHT_TEXT : DARK_TEXT,
    accentInk: shift(brand, -STEP, (colour) => contrast(colour, LIGHT_SURFACE) >= MIN_CONTRAST),
    accentInkDark: shift(brand, STEP, (colour) => contrast(colour, DARK_SURFACE) >= MIN_CONTRAST),
  }
}

/** WCAG 2's ratio of two colours, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y)
  return (lighter + 0.05) / (darker + 0.05)
}

function isLegibleEitherWay(colour: string): boolean {
  return contrast(colour, LIGHT_TEXT) >= MIN_CONTRAST || contrast(colour, DARK_TEXT) >= MIN_CONTRAST
}

/** Darkens or lightens a colour until it will do; black and white always do. */
function shift(colour: string, step: number, willDo: (colour: string) => boolean): string {
  let shifted = colour
  const oklab = toOklab(colour)
  for (let lightness = oklab.L; !willDo(shifted) && lightness >= 0 && lightness <= 1;) {
    lightness += step
    shifted = fromOklab({ ...oklab, L: Math.min(1, Math.max(0, lightness)) })
  }
  return shifted
}

type Triple = readonly [number, number, number]

function luminance(colour: string): number {
  const [r, g, b] = toLinear(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function toLinear(colour: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

interface Oklab {
  readonly L: number
  readonly a: number
  readonly b: number
}

// The matrices are those of Björn Ottosson's OKLab (2020), as CSS Color 4 has them for sRGB.
function toOklab(colour: string): Oklab {
  const [r, g, b] = toLinear(colour)
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return {
    L: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  }
}

/** What lies outside sRGB is cut off, channel by channel. */
function fromOklab({ L, a, b }: Oklab): string {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels: Triple = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  return `#${channels.map(toHex).join('')}`
}

function toHex(linear: number): string {
  const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055
  return Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, '0')
}
