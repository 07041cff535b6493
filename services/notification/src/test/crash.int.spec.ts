import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guiche/kit/testing';
import { startRig } from './rig.ts';
import type { NotificationRig } from './rig.ts';

// Point at which the process is killed, and how many copies of the mail leave: two only where the mail server had
// taken it and we had not yet recorded it. The points of a whole approval are in the gateway's tests.
const points = [
  ['job.deliver-mail.claimed', 1],
  ['mail.afterSend', 2],
] as const;

describe('a process killed in the middle of telling somebody something', () => {
  let rig: NotificationRig;
  const children = new Set<ChildProcess>();
  const personAt = (point: string): string => point.replace(/\W/g, '-').toLowerCase();

  beforeAll(async () => {
    rig = await startRig();
    await rig.configure('campinas');
    for (const [point] of points) await rig.confirm(personAt(point));
    await rig.service.close();
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    children.clear();
  });
  afterAll(() => rig.stop());

  /** Until it says so in its log. */
  const ready = async (child: ChildProcess): Promise<void> => {
    let log = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (log += text));
    await waitFor(() => log.includes('"msg":"ready"'), { describe: () => `ready, after ${log}`, timeoutMs: 30_000 });
  };
  const run = (entry: string, environment: Record<string, string> = {}): ChildProcess => {
    const settings = Object.entries(rig.service.parts.config).filter(([, value]) => value !== undefined);
    const env = { ...Object.fromEntries(settings.map(([name, value]) => [name, String(value)])), LOG_LEVEL: 'info', ...environment };
    const child = spawn(process.execPath, [join(import.meta.dirname, '..', entry)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    children.add(child);
    return child;
  };

  it.each(points)('at %s leaves one message, and mails of one Message-ID (%d)', async (point, copies) => {
    const personId = personAt(point);
    const killed = run('test/crash-main.ts', { CRASH_AT: point });
    killed.stdout?.resume();
    const accreditation = { accreditationId: `acc-${personId}`, personId, municipalityId: 'campinas' };
    await rig.say({ type: 'guiche.identity.v1.AccreditationTermSigned', data: accreditation, id: `acc-${personId}`, seq: 1 });
    expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);

    const successor = run('main.ts');
    await ready(successor);
    const [message] = await rig.settled(personId, 'SENT');
    const terminated = once(successor, 'exit');
    successor.kill('SIGTERM');
    // Nothing that was opened, the mail connections included, keeps the process alive.
    expect(await terminated).toEqual([0, null]);

    expect(await rig.messagesTo(personId)).toHaveLength(1);
    expect(rig.mail.mailsTo(`${personId}@example.org`).map(({ messageId }) => messageId)).toEqual(
      Array(copies).fill(`<${String(message?._id)}@guiche>`),
    );
    expect(await rig.said(String(message?._id))).toHaveLength(1);
  });
});
