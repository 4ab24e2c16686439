import type { FlowPlace, FlowPlaceKind, MoneyFlow } from '../rules/money-flow.ts'
import { yearInWords } from '../rules/year.ts'
import { pounds } from './pence.ts'

/** What the four columns of a flow are called, in their order. */
export const flowColumns = ['Who gives it', 'Through which fund', 'For which service', 'To which outcome'] as const

/** What a place is called that is no record. */
export const otherPlaces: Readonly<Record<Exclude<FlowPlaceKind, 'partner' | 'fund' | 'service' | 'outcome'>, string>> = {
  'brought-in': 'Carried forward from the year before',
  'not-covered': 'Not covered by what is recorded',
  'no-service': 'No service of its own',
  'carried-out': 'Carried forward into the next year',
  'not-allotted': 'Not given to a line yet',
  'no-outcome': 'Reaches no outcome yet',
}

const count = (number: number, one: string, many: string): string => (number === 1 ? `one ${one}` : `${number} ${many}`)

const namesOf = (column: readonly FlowPlace[], kind: FlowPlaceKind): number => column.filter((place) => place.kind === kind).length

/** The finding of a flow in sentences: how much, from whom, how much of it reaches outcomes, and what is not drawn. */
export function flowSentence(flow: MoneyFlow, year: number): string {
  const [first, second, third, last] = flow.columns
  if (flow.total === 0n) return `No sum is recorded for ${yearInWords(year)}.`
  const lost = last.find(({ kind }) => kind === 'no-outcome')?.pence ?? 0n
  const outcomes = namesOf(last, 'outcome')
  const from = `In ${yearInWords(year)} ${pounds(flow.total)} comes from ${count(namesOf(first, 'partner'), 'partner', 'partners')}, through ${count(second.length, 'fund', 'funds')}, to ${count(namesOf(third, 'service'), 'service', 'services')}.`
  const reaches =
    outcomes === 0
      ? 'None of it reaches an outcome yet.'
      : `${pounds(flow.total - lost)} reaches ${count(outcomes, 'outcome', 'outcomes')}${lost === 0n ? '.' : ` and ${pounds(lost)} reaches no outcome yet.`}`
  return `${from} ${reaches}${unknownWords(flow.unknown)}`
}

function unknownWords({ given, lines }: MoneyFlow['unknown']): string {
  const parts = [
    ...(given === 0 ? [] : [count(given, 'contribution', 'contributions')]),
    ...(lines === 0 ? [] : [count(lines, 'budget line', 'budget lines')]),
  ]
  if (parts.length === 0) return ''
  return ` Not drawn, because the sum is not known: ${parts.join(' and ')}.`
}
