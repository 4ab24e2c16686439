import type { ThreadNode } from './node.ts'

/** The four things that a shared performance system shows together (T5; handbook plans 1.1). */
export const fourThings = ['activity', 'performance', 'voice', 'money'] as const
/** One of them. */
export type FourThing = (typeof fourThings)[number]

/** Which kinds of record speak of each. */
export const kindsOfThing: Readonly<Record<FourThing, readonly string[]>> = {
  activity: ['plan-action', 'action'],
  performance: ['measure'],
  voice: ['consultation', 'event', 'view', 'complaint'],
  money: ['money-line', 'contract'],
}

/** The kinds of record of which the four things are shown. */
export const shownTogetherFor: readonly string[] = ['priority', 'outcome', 'plan', 'need']

/** What serves a record, by the four things; a thing that nobody records is there with nothing in it, and never left out. */
export function togetherOf(serving: readonly ThreadNode[]): Readonly<Record<FourThing, readonly ThreadNode[]>> {
  const of = (thing: FourThing): readonly ThreadNode[] => serving.filter(({ kind }) => kindsOfThing[thing].includes(kind))
  return { activity: of('activity'), performance: of('performance'), voice: of('voice'), money: of('money') }
}

/** The twelve months that end with a day, half-open. */
export function yearUntil(day: Temporal.PlainDate): { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } {
  const until = day.add({ days: 1 })
  return { from: until.subtract({ years: 1 }), until }
}
