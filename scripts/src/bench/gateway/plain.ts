// Child of the gateway bench: @apollo/gateway as its documentation starts it.
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { tellCpuTime } from './tell-cpu-time.ts';

process.once('message', (message: { supergraphSdl: string }) => {
  const gateway = new ApolloGateway({ supergraphSdl: message.supergraphSdl });
  const server = new ApolloServer({ gateway });
  startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } }).then(
    ({ url }) => process.send?.({ url }),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
tellCpuTime();
