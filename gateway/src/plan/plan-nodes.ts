import type { Experimental_DidResolveQueryPlanCallback } from '@apollo/gateway';

/** What the planner of @apollo/gateway tells of an operation. */
export type Planned = Pick<Parameters<Experimental_DidResolveQueryPlanCallback>[0], 'queryPlan' | 'operationContext'>;
export type QueryPlan = Planned['queryPlan'];
export type PlanNode = Exclude<NonNullable<QueryPlan['node']>, { kind: 'Subscription' }>;
export type FetchNode = Extract<PlanNode, { kind: 'Fetch' }>;
export type Selections = NonNullable<FetchNode['requires']>;
export type Rewrites = NonNullable<FetchNode['inputRewrites']>;
