import { cpus, release, totalmem } from 'node:os';

/** The machine that numbers were measured on, in one line. */
export function describeMachine(): string {
  const processors = cpus();
  const memoryGib = Math.round(totalmem() / 1024 ** 3);
  return `${processors.length} x ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memoryGib} GiB, Linux ${release()}, Node ${process.versions.node}`;
}
