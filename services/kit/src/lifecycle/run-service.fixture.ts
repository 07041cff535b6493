// A service for run-service.spec.ts, run in a process of its own; its argument says how it behaves.
import { writeSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { createLog } from '../log/index.ts';
import { runService } from './run-service.ts';

const behaviour = process.argv[2];
// Straight to the pipe: under load pino's own writer may turn lines round, or lose the last one at the exit.
const log = createLog({ service: 'fixture', level: 'info' }, { write: (line) => void writeSync(1, line) });
const step = (name: string) => (): Promise<void> => {
  log.info({ name }, 'step');
  if (behaviour === 'failing-step' && name === 'stopWork') return Promise.reject(new Error('consumer stuck'));
  return name === 'closeFront' && behaviour === 'hanging' ? delay(60_000) : Promise.resolve();
};

await runService({
  log,
  probeIntervalMs: 50,
  exitWithinMs: behaviour === 'hanging' ? 300 : 10_000,
  start() {
    if (behaviour === 'broken') return Promise.reject(new Error('no database'));
    const alive = setInterval(() => {
      if (behaviour === 'throwing') throw new Error('a bug in a timer');
    }, 20);
    const stop = {
      closeDatabase: step('closeDatabase'),
      closeBroker: step('closeBroker'),
      stopRelay: step('stopRelay'),
      closeFront: step('closeFront'),
      stopWork: step('stopWork'),
      unready: () => {
        log.info({ name: 'unready' }, 'step');
        clearInterval(alive);
      },
    };
    return Promise.resolve({ url: 'http://fixture', stop });
  },
});
