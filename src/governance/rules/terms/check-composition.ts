import { type CompositionDemand, demandCovers, plainWords } from '../composition.ts'
import type { Finding } from './finding.ts'
import type { Terms } from './terms.ts'
import { listed } from './wording.ts'

/** Roles of the law that the terms demand while no seat of theirs has them (G5, G18); a capacity may be anybody’s. Terms without seats say nothing of seats. */
export function checkDemands(terms: Terms): readonly Finding[] {
  const named = new Set(terms.seats.map(({ statutoryRole = '' }) => plainWords(statutoryRole)))
  const demands = terms.seats.length === 0 ? [] : (terms.composition ?? [])
  const lost = demands.filter(({ matches, value }) => matches === 'role' && !named.has(plainWords(value)))
  return lost.map(({ value }) => ({
    severity: 'question',
    code: 'demand-without-seat',
    rule: 'composition',
    sentence: `The body must have “${value}”, and no seat of the terms has that role by law.`,
    whatToDo: 'Give the role to the seat that is meant, or add the seat.',
  }))
}

/** Members whom the record demands and the terms do not: an export of the terms would not carry them (G6, G18). */
export function checkKeptDemands(
  { composition = [] }: Terms,
  kept: readonly (CompositionDemand & { readonly atMeetings: boolean })[],
): readonly Finding[] {
  const left = kept.filter((one) => !composition.some((other) => demandCovers(other, one)))
  if (left.length === 0) return []
  return [
    {
      severity: 'question',
      code: 'demand-not-in-terms',
      rule: 'composition',
      sentence: `Who must be on the body is recorded beside the terms, which do not say so: ${listed(left.map(({ value }) => value))}.`,
      whatToDo: 'Take it into the next version of the terms: a draft made of the terms in force brings it along.',
    },
  ]
}
