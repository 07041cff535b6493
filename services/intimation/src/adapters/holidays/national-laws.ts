/** What makes the national holidays, by the rule that the library knows them by. */
export const nationalLaws: ReadonlyMap<string, string> = new Map([
  ['01-01', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['04-21', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['05-01', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['09-07', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['11-02', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['11-15', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['12-25', 'Lei nº 662/1949, com a redação da Lei nº 10.607/2002'],
  ['10-12', 'Lei nº 6.802/1980'],
  ['11-20', 'Lei nº 14.759/2023'],
  ['easter -2', 'Lei nº 9.093/1995, art. 2º'],
]);
