/** Colours that blend the way eyes expect (OKLab), at full precision, so that a slow change of light never moves in steps. Pure. */

export interface Colour {
  readonly l: number;
  readonly a: number;
  readonly b: number;
}

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const toSrgb = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

/** From `#rrggbb`. */
export function colour(hex: string): Colour {
  const [r, g, b] = [1, 3, 5].map((at) => toLinear(parseInt(hex.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

export function mix(from: Colour, to: Colour, share: number): Colour {
  const at = (a: number, b: number) => a + (b - a) * Math.max(0, Math.min(1, share));
  return { l: at(from.l, to.l), a: at(from.a, to.a), b: at(from.b, to.b) };
}

/** As CSS writes it; not `rgb()`, which rounds to whole numbers. */
export function css(one: Colour, alpha = 1): string {
  const l = (one.l + 0.3963377774 * one.a + 0.2158037573 * one.b) ** 3;
  const m = (one.l - 0.1055613458 * one.a - 0.0638541728 * one.b) ** 3;
  const s = (one.l - 0.0894841775 * one.a - 1.291485548 * one.b) ** 3;
  const parts = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((value) => toSrgb(Math.max(0, Math.min(1, value))).toFixed(5));
  return `color(srgb ${parts.join(' ')}${alpha < 1 ? ` / ${Math.max(0, alpha).toFixed(4)}` : ''})`;
}
