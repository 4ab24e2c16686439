import { dayInWords } from '#platform/time/words.ts'
import { labelOf, relationLabels } from './labels.ts'

/** How a relation reads from the body that has it: 'reports to', then the other body, then this: ', every quarter; written in: Terms; since 1 April 2013'. */
export interface RelationWords {
  readonly verb: string
  readonly rest: string
}

/** A relation in words around the name of the other body. */
export function relationWords(relation: {
  readonly kind: string
  readonly cadence: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
}): RelationWords {
  const { kind, cadence, source, startsOn } = relation
  const often = cadence === '' ? '' : `, ${cadence.charAt(0).toLowerCase()}${cadence.slice(1)}`
  const written = source === '' ? 'not recorded where it is written' : `written in: ${source}`
  return { verb: labelOf(relationLabels, kind), rest: `${often}; ${written}; since ${dayInWords(startsOn)}.` }
}

/** What each kind of line means, for the legend of the map. */
export const relationLegend: Readonly<Record<string, string>> = {
  'accountable-to': 'Accountable to',
  'reports-to': 'Reports to',
  'sub-group-of': 'Sub-group of',
  'formal-consultee-of': 'Formal consultee of',
  challenges: 'Challenges',
  'equal-partner-of': 'Equal partners',
  influences: 'Influences',
  'procures-from': 'Procures from',
}
