/** Longer ones are not made by people; their length alone is a reason to refuse. */
export const styleLimit = 5_000;

/** The declarations of a `style` attribute, lower case, the last one of a property winning, as browsers read them. */
export function declarationsOf(style: string): ReadonlyMap<string, string> {
  const plain = style
    .slice(0, styleLimit)
    .replace(/\/\*.*?(?:\*\/|$)/gs, '')
    .replace(/\\(?:([0-9a-f]{1,6})\s?|(.))/gis, (_escape, code: string | undefined, letter: string | undefined) =>
      code === undefined ? (letter ?? '') : characterOf(Number.parseInt(code, 16)),
    );
  const declarations = new Map<string, string>();
  for (const declaration of plain.match(/(?:[^;"'()]|"[^"]*"|'[^']*'|\([^()]*\)|[()"'])+/g) ?? []) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important/i, '').trim().toLowerCase();
    declarations.set(declaration.slice(0, colon).trim().toLowerCase(), value);
  }
  return declarations;
}

function characterOf(code: number): string {
  return code === 0 || code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

/**
 * A length in CSS pixels; `em` and `%` are of `relativeTo`. Undefined where it says no length (`auto`, `calc(...)`).
 */
export function pixelsOf(value: string | undefined, relativeTo: number): number | undefined {
  const [, digits = '', unit = ''] = /^([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)([a-z%]*)$/.exec(value ?? '') ?? [];
  if (digits === '') return undefined;
  return Number(digits) * (unit === '%' ? relativeTo / 100 : unit === 'em' ? relativeTo : (pixelsPer[unit] ?? 1));
}

const pixelsPer: Readonly<Record<string, number>> = {
  px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, q: 0.945, rem: 16, ex: 8, ch: 8, vw: 10, vh: 10, vmin: 10, vmax: 10,
};
