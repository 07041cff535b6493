import { subgraphCodegen } from '../../scripts/src/codegen.ts';

// GraphQL type -> the type its resolvers receive.
export default subgraphCodegen({
  Message: '../domain/message.ts#Message as MessageModel',
  MessageConnection: '../adapters/graphql/connections.ts#MessageConnection as MessageConnectionModel',
});
