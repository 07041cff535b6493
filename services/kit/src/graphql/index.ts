export { connectionOf, countedConnectionOf } from './connection.ts';
export type { Connection, CountedConnection } from './connection.ts';
export { createContext } from './context.ts';
export type { SubgraphContext } from './context.ts';
export { formatErrors } from './format-errors.ts';
export { jsonErrors, readJsonBody } from './read-json-body.ts';
export { CnpjScalar, CpfScalar, DateTimeScalar, LocalDateScalar, scalarResolvers } from './scalars.ts';
export { createSubgraph } from './subgraph.ts';
export type { Subgraph, SubgraphRequest } from './subgraph.ts';
