import colorString from 'color-string';
import { pixelsOf } from './inline-style.ts';

type Rgb = readonly [number, number, number];

/** What decides whether text can be seen, as it comes down from element to element. Sizes in CSS pixels. */
export interface Visibility {
  readonly hidden: boolean;
  readonly reversed: boolean;
  readonly opacity: number;
  readonly fontSize: number;
  readonly color: Rgb;
  readonly background: Rgb;
}

export const plainlyVisible: Visibility = {
  hidden: false, reversed: false, opacity: 1, fontSize: 16, color: [0, 0, 0], background: [255, 255, 255],
};

const leastFontSize = 4;
const leastOpacity = 0.3;
/** By WCAG's formula black on white has 21, #ccc on white 1.6; below this nobody reads it. */
const leastContrast = 1.3;
const offThePage = 500;

/**
 * Looks at the usual ways of hiding text. It need not know every way: no style reaches the document, so what is not
 * recognised here becomes visible there; this only tells the author in time that the text has more than is seen.
 */
export function visibilityOf(
  inherited: Visibility,
  style: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): Visibility {
  const { color, background } = inherited;
  const fontSize = fontSizeOf(style, inherited.fontSize);
  const ground = colorOf(style.get('background-color') ?? style.get('background') ?? attributes['bgcolor'], background) ?? background;
  return {
    hidden: inherited.hidden || 'hidden' in attributes || hides(style, fontSize),
    reversed: inherited.reversed || reverses(style, attributes),
    opacity: inherited.opacity * (ratioOf(style.get('opacity')) ?? 1),
    fontSize,
    background: ground,
    color: colorOf(style.get('-webkit-text-fill-color') ?? style.get('color') ?? attributes['color'], ground) ?? color,
  };
}

/** Whether somebody who looks at the text sees it. */
export function canBeSeen({ hidden, opacity, fontSize, color, background }: Visibility): boolean {
  return !hidden && opacity >= leastOpacity && fontSize >= leastFontSize && contrast(color, background) >= leastContrast;
}

function hides(style: ReadonlyMap<string, string>, fontSize: number): boolean {
  const is = (property: string, pattern: RegExp) => pattern.test(style.get(property) ?? '');
  const length = (property: string) => pixelsOf(style.get(property), fontSize);
  const far = (property: string) => Math.abs(length(property) ?? 0) >= offThePage;
  const cut = is('overflow', /hidden|clip/) || is('overflow-x', /hidden|clip/) || is('overflow-y', /hidden|clip/);
  return (
    is('display', /^none/) ||
    is('visibility', /hidden|collapse/) ||
    is('content-visibility', /hidden/) ||
    is('position', /absolute|fixed/) ||
    is('transform', /^(?!none|$)/) ||
    is('clip-path', /^(?!none|$)/) ||
    is('clip', /^(?!auto|$)/) ||
    is('mask', /^(?!none|$)/) ||
    is('mask-image', /^(?!none|$)/) ||
    is('filter', /opacity|blur|brightness|contrast/) ||
    is('-webkit-text-security', /^(?!none|$)/) ||
    (cut && ['height', 'max-height', 'width', 'max-width', '-webkit-line-clamp'].some((name) => length(name) !== undefined)) ||
    ['text-indent', 'left', 'right', 'top', 'bottom', 'margin-left', 'margin-right', 'margin-top', 'margin-bottom'].some(far) ||
    ['margin-top', 'margin-bottom'].some((name) => (length(name) ?? 0) < -8) ||
    (length('letter-spacing') ?? 0) < -4 ||
    length('line-height') === 0 ||
    is('zoom', /^0(\.0*)?%?$/)
  );
}

function reverses(style: ReadonlyMap<string, string>, attributes: Readonly<Record<string, string>>): boolean {
  return (
    attributes['dir']?.trim().toLowerCase() === 'rtl' ||
    style.get('direction') === 'rtl' ||
    /override/.test(style.get('unicode-bidi') ?? '')
  );
}

function fontSizeOf(style: ReadonlyMap<string, string>, inherited: number): number {
  const own = pixelsOf(style.get('font-size'), inherited);
  // The size in `font: italic 12pt/1.5 Arial` is the first length.
  const [, inFont] = /(?:^|\s)([\d.]+(?:[a-z]+|%)?)(?:\/|\s)/.exec(style.get('font') ?? '') ?? [];
  const weight = /^[1-9]00$/.test(inFont ?? '');
  return own ?? (weight ? undefined : pixelsOf(inFont, inherited)) ?? inherited;
}

function ratioOf(value: string | undefined): number | undefined {
  const [, digits = '', percent] = /^([\d.]+)(%?)$/.exec(value ?? '') ?? [];
  return digits === '' ? undefined : Math.min(1, Number(digits) / (percent === '%' ? 100 : 1));
}

/** The colour as it is seen on the ground; undefined for what is not a colour we can read. */
function colorOf(value: string | undefined, ground: Rgb): Rgb | undefined {
  if (value === undefined || value.length > 60) return undefined;
  const [red, green, blue, alpha = 1] = colorString.get.rgb(value.trim()) ?? hslToRgb(value) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  const over = (front: number, back: number) => front * alpha + back * (1 - alpha);
  return [over(red, ground[0]), over(green, ground[1]), over(blue, ground[2])];
}

/** As in CSS Color 4, section 7.1. */
function hslToRgb(value: string): number[] | undefined {
  const [hue, saturation, lightness, alpha] = colorString.get.hsl(value.trim()) ?? [];
  if (hue === undefined || saturation === undefined || lightness === undefined) return undefined;
  const channel = (offset: number) => {
    const k = (offset + hue / 30) % 12;
    const chroma = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
    return 255 * (lightness / 100 - chroma * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
  };
  return [channel(0), channel(8), channel(4), alpha ?? 1];
}

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
