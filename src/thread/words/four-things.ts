import { type FourThing, fourThings, kindsOfThing, togetherOf } from '../rules/four-things.ts'
import type { ThreadNode } from '../rules/node.ts'
import { counted } from './thread.ts'

/** What each of the four things is called. */
export const thingTitles: Readonly<Record<FourThing, string>> = {
  activity: 'Activity and outputs',
  performance: 'Performance, in figures and in words',
  voice: 'What children, families and staff say',
  money: 'Budget and spend',
}

/** What is said where nothing is recorded; a noun follows. */
export const nothingOfThing: Readonly<Record<FourThing, string>> = {
  activity: 'No action is recorded for this',
  performance: 'No measure is recorded for this',
  voice: 'No voice of children, families or staff is recorded for this',
  money: 'No money is recorded against this',
}

/** One of the four things in one line. */
export interface ThingLine {
  readonly title: string
  readonly words: string
  readonly isMissing: boolean
}

/**
 * The four things of a priority, one line each, in the same order always (T5).
 * @param sums - what records of a kind come to together, in a sentence, by kind; undefined where nobody asked
 */
export function thingLines(serving: readonly ThreadNode[], sums?: ReadonlyMap<string, string>): readonly ThingLine[] {
  const together = togetherOf(serving)
  return fourThings.map((thing) => {
    const nodes = together[thing]
    const isMissing = nodes.length === 0
    return {
      title: thingTitles[thing],
      words: isMissing
        ? 'Nothing recorded'
        : [sumOf(thing, nodes), ...kindsOfThing[thing].flatMap((kind) => sums?.get(kind) ?? [])].join('. '),
      isMissing,
    }
  })
}

function sumOf(thing: FourThing, nodes: readonly ThreadNode[]): string {
  if (thing === 'activity') return activityInWords(nodes)
  if (thing === 'performance') return counted(nodes.length, 'measure', 'measures')
  return counted(nodes.length, 'record', 'records')
}

/** '3 actions: 1 done, 1 overdue'. */
export function activityInWords(nodes: readonly ThreadNode[]): string {
  const marked = (mark: string): number => nodes.filter(({ says }) => says?.has(mark)).length
  return `${counted(nodes.length, 'action', 'actions')}: ${marked('done')} done, ${marked('overdue')} overdue`
}
