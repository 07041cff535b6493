import type { RunningState } from './running-state.ts';

export interface ReadySummary {
  readonly graphUrl: string;
  readonly mailboxUrl: string;
  readonly logins: readonly { readonly role: string; readonly login: string; readonly password: string }[];
  readonly seconds: number;
}

const FIRST_QUERY = '{ municipalities(first: 10) { edges { node { id name } } } }';

/** What a newcomer sees when everything runs. */
export function readyText({ graphUrl, mailboxUrl, logins, seconds }: ReadySummary): string {
  return [
    '',
    `Guichê is ready after ${seconds.toFixed(1)} s.`,
    '',
    ...table([
      ['Graph', graphUrl],
      ['Mailbox', mailboxUrl],
    ]),
    '',
    ...table([['Role', 'Login', 'Password'], ...logins.map(({ role, login, password }) => [role, login, password])]),
    '',
    'A first query:',
    '',
    `  curl -s ${graphUrl} -H 'content-type: application/json' -d '${JSON.stringify({ query: FIRST_QUERY })}'`,
    '',
    'The whole story:  npm run journey -- accreditation',
    'Logs:             npm run logs -- identity',
    'Ctrl-C stops everything and keeps the data.',
    '',
  ].join('\n');
}

export function alreadyRunningText({ launcher, urls }: RunningState): string {
  const where = urls['graph'] === undefined ? 'it is just starting' : `graph ${urls['graph']}, mailbox ${urls['mailbox'] ?? ''}`;
  return `Guichê is running already (process ${launcher.pid}): ${where}. Ctrl-C there stops it.`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}
