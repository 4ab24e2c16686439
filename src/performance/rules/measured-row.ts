/** What a measure can say that it measures: a whole plan, one of its priorities or one of its outcomes. */
export const measuredKinds = ['plan', 'priority', 'outcome'] as const
export type MeasuredKind = (typeof measuredKinds)[number]

/** A row of a plan by its kind and id. */
export interface MeasuredRow {
  readonly kind: MeasuredKind
  readonly id: string
}
