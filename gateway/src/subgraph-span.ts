import { inSpan } from '@guiche/kit/lifecycle';
import { SpanKind } from '@opentelemetry/api';
import type { AskSubgraph } from './plan/fetch.ts';

/** The same subgraph, with a span around each request, so that a trace shows who was waited for. */
export function inSubgraphSpan(name: string, ask: AskSubgraph): AskSubgraph {
  const span = { kind: SpanKind.CLIENT, attributes: { 'guiche.subgraph': name } };
  return (request, context) => inSpan(`subgraph ${name}`, span, () => ask(request, context));
}
