// Child of the gateway bench: our gateway, as main.ts starts it, with its access log.
import { createLog } from '@guiche/kit/log';
import { configSchema } from '../../../../gateway/src/config.ts';
import { startGateway } from '../../../../gateway/src/server.ts';
import { tellCpuTime } from './tell-cpu-time.ts';

interface Start {
  readonly supergraphSdl: string;
  readonly documents: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
}

process.once('message', ({ supergraphSdl, documents, settings }: Start) => {
  const log = createLog({ service: 'gateway', level: 'info', batched: true });
  startGateway(configSchema.parse(settings), { supergraphSdl, documents }, log).then(
    ({ url }) => process.send?.({ url }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
tellCpuTime();
