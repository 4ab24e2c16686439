import type { Reader } from '#platform/database/session.ts'
import type { SaidByKind } from '#platform/thread/said.ts'
import type { SumByKind } from '#platform/thread/worth.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { PageLink } from '#platform/web/page.tsx'
import type { ThingView } from '../pages/four-things.tsx'
import { threadPaths } from '../paths.ts'
import { sumsOfSets } from '../queries/sums.ts'
import { type FourThing, fourThings, kindsOfThing, togetherOf, yearUntil } from '../rules/four-things.ts'
import { keyOf, type ThreadNode } from '../rules/node.ts'
import { activityInWords, nothingOfThing, thingTitles } from '../words/four-things.ts'
import { clipped, counted, type ThreadWords } from '../words/thread.ts'
import { noteOf } from '../words/told.ts'

/** What the parts of the house say of records in a period, and what those of one kind come to together. */
export interface ToldInPeriod {
  readonly said: SaidByKind
  readonly sums: SumByKind
}

/** The four things of a record over the twelve months that end with a day, from what serves it. */
export async function fourThingsOf(
  reader: Reader,
  { said, sums }: ToldInPeriod,
  kinds: ThreadWords['kinds'],
  asked: { readonly noun: string; readonly serving: readonly ThreadNode[]; readonly day: Temporal.PlainDate },
): Promise<{ readonly period: string; readonly things: readonly ThingView[] }> {
  const span = yearUntil(asked.day)
  const together = togetherOf(asked.serving)
  const [figures, sumsSaid] = await Promise.all([
    saidOf(reader, said, asked.serving, span),
    sumsOfSets(reader, sums, new Map([['', asked.serving]]), span),
  ])
  const things = fourThings.map((thing): ThingView => {
    const nodes = together[thing].toSorted((one, other) => one.label.localeCompare(other.label, 'en', { numeric: true }))
    return {
      title: thingTitles[thing],
      sum:
        nodes.length === 0
          ? undefined
          : [sumOf(thing, nodes, figures), ...kindsOfThing[thing].flatMap((kind) => sumsSaid.get('')?.get(kind) ?? [])].join('. '),
      lines: nodes.map((node) => ({
        text: clipped(node.label, 140),
        href: threadPaths.record(node.kind, node.id),
        said: figures.get(keyOf(node)) ?? (thing === 'performance' ? 'No figure in these months' : noteOf(node)),
        further: furtherOf(kinds, node),
      })),
      none: `${nothingOfThing[thing]} ${asked.noun}.`,
    }
  })
  return { period: `From ${dayInWords(span.from)} to ${dayInWords(asked.day)}.`, things }
}

function furtherOf(kinds: ThreadWords['kinds'], { kind, id }: ThreadNode): PageLink | undefined {
  const further = kinds.get(kind)?.further
  return further && { text: further.text, href: further.address(id) }
}

function sumOf(thing: FourThing, nodes: readonly ThreadNode[], said: ReadonlyMap<string, string>): string {
  if (thing === 'activity') return activityInWords(nodes)
  if (thing === 'performance') {
    const known = nodes.filter((node) => said.has(keyOf(node))).length
    return `${counted(nodes.length, 'measure', 'measures')}, ${known} with a figure in these months`
  }
  return counted(nodes.length, 'record', 'records')
}

/** What the parts of the house say of the records in the period, by `keyOf`. */
async function saidOf(
  reader: Reader,
  said: SaidByKind,
  serving: readonly ThreadNode[],
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<ReadonlyMap<string, string>> {
  const asked = new Set(Object.values(kindsOfThing).flat())
  const answers = Object.entries(said).map(async ([kind, read]) => {
    const ids = serving.filter((node) => node.kind === kind && asked.has(kind)).map(({ id }) => id)
    if (ids.length === 0) return []
    return [...(await read(reader, ids, span))].map(([id, words]) => [keyOf({ kind, id }), words] as const)
  })
  return new Map((await Promise.all(answers)).flat())
}
