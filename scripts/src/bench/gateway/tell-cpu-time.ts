/** Answers every `cpu` message of the parent with the CPU time this process has used, in microseconds. */
export function tellCpuTime(): void {
  process.on('message', (message) => {
    if (message !== 'cpu') return;
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
  process.on('disconnect', () => process.exit(0));
}
