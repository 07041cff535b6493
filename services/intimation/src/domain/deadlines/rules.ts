/** The rule a date follows: its id in domain.md and its words for the people it binds. */
export interface DeadlineRule {
  readonly id: 'IN-11' | 'IN-13' | 'IN-17';
  /** In Portuguese. */
  readonly text: string;
}

export const tacitRule: DeadlineRule = {
  id: 'IN-11',
  text:
    'O prazo tácito é contado em dias corridos e nunca começa nem termina em dia sem expediente: o primeiro dia é o ' +
    'primeiro dia útil depois da expedição; o último, se não for dia útil, passa para o próximo dia útil.',
};

export const fulfilmentRule: DeadlineRule = {
  id: 'IN-13',
  text: 'A intimação consultada em dia útil é cumprida nesse dia; consultada em dia sem expediente, no próximo dia útil.',
};

/** IN-17, by unit. */
export const responseRules: Readonly<Record<'CALENDAR_DAYS' | 'BUSINESS_DAYS' | 'MONTHS' | 'YEARS', DeadlineRule>> = {
  CALENDAR_DAYS: {
    id: 'IN-17',
    text:
      'O prazo em dias corridos começa no primeiro dia útil depois do cumprimento; o último dia, se não for útil, ' +
      'passa para o próximo dia útil.',
  },
  BUSINESS_DAYS: { id: 'IN-17', text: 'O prazo em dias úteis conta só os dias úteis depois do cumprimento.' },
  MONTHS: {
    id: 'IN-17',
    text:
      'O prazo em meses é contado de data a data, a partir do primeiro dia útil depois do cumprimento; se o dia não ' +
      'existir no mês do vencimento, vale o último dia do mês; se não for útil, passa para o próximo dia útil.',
  },
  YEARS: {
    id: 'IN-17',
    text:
      'O prazo em anos é contado de data a data, a partir do primeiro dia útil depois do cumprimento; se o dia não ' +
      'existir no ano do vencimento, vale o último dia do mês; se não for útil, passa para o próximo dia útil.',
  },
};
