/** One thing that happened, as this service tells it. */
export interface Fact<Type extends string, Aggregate extends string, Data extends object> {
  readonly type: Type;
  readonly aggregate: { readonly type: Aggregate; readonly id: string };
  readonly tenantId: string;
  readonly data: Data;
}
