const months = [
  'janeiro', 'fevereiro', 'março', 'abril', 'maio', 'junho',
  'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro',
] as const;

/** `07 de abril de 2022` from the local day `2022-04-07`. */
export function longDate(day: string): string {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${dayOfMonth} de ${months[Number(month) - 1] ?? ''} de ${year}`;
}
