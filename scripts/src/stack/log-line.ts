const LEVEL_WIDTH = 5;
const SHOWN_ELSEWHERE = new Set(['time', 'level', 'service', 'msg', 'err']);

/** One JSON log line as people read it; a line that is not JSON, such as a crash, is shown as it is. */
export function readableLogLine(line: string, source: string): string {
  const entry = parseEntry(line);
  if (entry === undefined) return `${source.padEnd(12)} ${line}`;
  const { time, level, msg } = entry;
  const rest = Object.entries(entry).filter(([key]) => !SHOWN_ELSEWHERE.has(key));
  const details = rest.map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
  const head = [text(time).slice(11, 23), text(level).toUpperCase().padEnd(LEVEL_WIDTH), source.padEnd(12), text(msg)];
  return [...head, ...details].join(' ') + stackOf(entry['err']);
}

/** When the line was written, to sort the lines of several services; what has no time stays where it is. */
export function timeOfLogLine(line: string): string | undefined {
  const time = parseEntry(line)?.['time'];
  return typeof time === 'string' ? time : undefined;
}

function parseEntry(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

function stackOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { stack, message } = error as { stack?: unknown; message?: unknown };
  const shown = text(stack ?? message);
  return shown === '' ? '' : `\n    ${shown.split('\n').join('\n    ')}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}
