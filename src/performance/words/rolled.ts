import { printedFigure } from '../rules/judge.ts'
import type { Definition } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import type { NotCombined } from '../rules/roll-up.ts'
import type { Rolled, RolledPeriod, RollUpWay } from '../rules/rolled.ts'

const partWords = { month: 'months', quarter: 'quarters' } as const

const WAYS: Readonly<Record<RollUpWay, (parts: string) => string>> = {
  sum: (parts) => `Sum of ${parts}`,
  mean: (parts) => `Mean of ${parts}`,
  last: (parts) => `The last of ${parts}`,
  remade: (parts) => `Made anew of the numerators and denominators of ${parts}`,
}

const BECAUSE: Readonly<Record<NotCombined, string>> = {
  'nothing-to-combine': 'There is nothing to make it of',
  'part-unknown': 'Cannot be made',
  'no-numerator-and-denominator': 'Cannot be made: numerators and denominators are not known',
  'denominator-is-zero': 'Cannot be made: there was nobody to count',
  'not-a-number': 'Cannot be made',
}

/** The figure of a quarter or year as printed, or the state in its place. */
export function rolledFigure(outcome: Rolled, definition: Definition): string {
  switch (outcome.state) {
    case 'value':
      return printedFigure(outcome.value, definition)
    case 'incomplete':
      return 'Not complete'
    case 'suppressed':
      return 'Suppressed'
    case 'redefined':
      return 'Cannot be made: counted differently from within it'
    case 'not-combined':
      return BECAUSE[outcome.because]
  }
}

/** How a quarter or year was made and of how much, in a few words. */
export function rolledHow({ outcome, way, parts, known, of, isProvisional, isRounded }: RolledPeriod): string {
  const named = partWords[parts === 'quarter' ? 'quarter' : 'month']
  if (outcome.state === 'suppressed') return `A part of it is hidden: the rest would give it away`
  if (outcome.state !== 'value') return `${known} of ${of} ${named} have a figure`
  const notes = [...(isProvisional ? ['with provisional ones'] : []), ...(isRounded ? ['each rounded before'] : [])]
  return [WAYS[way](`${of} ${named}`), ...notes].join(', ')
}

/** A quarter or year in one line, for a scorecard: 'Q2 2026-27: 812 families, sum of 3 months'. */
export function rolledLine(one: RolledPeriod, definition: Definition): string {
  const how = rolledHow(one)
  return `${periodWords(one.period)}: ${rolledFigure(one.outcome, definition)}, ${how.charAt(0).toLowerCase()}${how.slice(1)}`
}
