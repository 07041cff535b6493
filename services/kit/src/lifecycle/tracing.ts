import { context, propagation, SpanStatusCode, trace } from '@opentelemetry/api';
import type { Attributes, SpanKind } from '@opentelemetry/api';

/** Ends tracing, sending what is still held back. */
export interface Tracing {
  stop(): Promise<void>;
}

/**
 * Sends traces by OTLP over HTTP to `endpoint` (its base, as in OTEL_EXPORTER_OTLP_ENDPOINT). Without an endpoint
 * nothing is loaded and nothing leaves. Only our own spans: no automatic instrumentation, no bodies, no queries.
 */
export async function startTracing(options: { endpoint: string | undefined; serviceName: string }): Promise<Tracing> {
  if (options.endpoint === undefined) return { stop: () => Promise.resolve() };
  const [{ NodeSDK }, { OTLPTraceExporter }] = await Promise.all([
    import('@opentelemetry/sdk-node'),
    import('@opentelemetry/exporter-trace-otlp-proto'),
  ]);
  const sdk = new NodeSDK({
    serviceName: options.serviceName,
    traceExporter: new OTLPTraceExporter({ url: `${options.endpoint.replace(/\/+$/, '')}/v1/traces` }),
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [],
    autoDetectResources: false,
  });
  sdk.start();
  return { stop: () => sdk.shutdown() };
}

// Stands for whichever tracer is registered, also later; asking for it anew would make one for each request.
const tracer = trace.getTracer('guiche');

/** The W3C `traceparent` of the span that is running, to hand on in events and calls; empty when none is. */
export function currentTraceparent(): string {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier['traceparent'] ?? '';
}

/**
 * Runs `work` inside a span that continues `traceparent` when there is one. Costs nothing while tracing is off.
 * `outcome` names attributes known only afterwards.
 */
export async function inSpan<Result>(
  name: string,
  options: { kind: SpanKind; traceparent?: string | undefined; attributes?: Attributes; outcome?: () => Attributes },
  work: () => Promise<Result>,
): Promise<Result> {
  const carrier = options.traceparent === undefined ? {} : { traceparent: options.traceparent };
  const parent = propagation.extract(context.active(), carrier);
  const span = tracer.startSpan(
    name,
    { kind: options.kind, ...(options.attributes === undefined ? {} : { attributes: options.attributes }) },
    parent,
  );
  try {
    return await context.with(trace.setSpan(parent, span), work);
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    if (options.outcome !== undefined) span.setAttributes(options.outcome());
    span.end();
  }
}
