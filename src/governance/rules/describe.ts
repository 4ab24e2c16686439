import { membershipDemands } from './terms/demands.ts'
import { procedureDemands } from './terms/demands-procedure.ts'
import type { Reference, RuleStatus } from './terms/parts.ts'
import { type RuleName, ruleNames, type Terms } from './terms/terms.ts'
import { ruleTitles } from './terms/wording.ts'

/** One rule of the terms as a reader meets it. */
export interface RuleDescription {
  readonly name: RuleName
  readonly title: string
  /** What it demands, in plain sentences; empty where there is no rule. */
  readonly demands: readonly string[]
  readonly status: RuleStatus
  /** How well it stands, in a sentence; null where it is simply stated. */
  readonly standing: string | null
  /** Title and place of the source; null for none. */
  readonly source: string | null
  readonly readings: readonly { readonly source: string; readonly text: string }[]
  readonly note: string | null
}

const demands: Readonly<Record<RuleName, (terms: Terms) => readonly string[]>> = { ...membershipDemands, ...procedureDemands }

/** A source of the document in words: its title, then the section. */
export function sourceWords(terms: Terms, reference: Reference): string {
  const title = terms.sources.find(({ id }) => id === reference.id)?.title ?? reference.id
  return reference.section === undefined ? title : `${title}, section ${reference.section}`
}

function standingOf(terms: Terms, name: RuleName): string | null {
  const { status, value, chosenBy } = terms[name]
  if (status === 'not-stated') return 'The terms say nothing about this.'
  if (status === 'chosen') return `The source leaves this open. Chosen by: ${chosenBy ?? ''}.`
  if (status !== 'contradictory') return null
  return value === null
    ? 'The sources contradict one another, and nobody has decided which holds.'
    : 'The sources contradict one another. The reading shown is followed until a person decides.'
}

/** One rule in plain words: what it demands, how well it stands, and where it is written (G4). */
export function describeRule(terms: Terms, name: RuleName): RuleDescription {
  const rule = terms[name]
  return {
    name,
    title: ruleTitles[name],
    demands: demands[name](terms),
    status: rule.status,
    standing: standingOf(terms, name),
    source: rule.source === null ? null : sourceWords(terms, rule.source),
    readings: (rule.readings ?? []).map(({ source, text }) => ({ source: sourceWords(terms, source), text })),
    note: rule.note ?? null,
  }
}

/** Every rule of the terms in reading order. */
export function describeTerms(terms: Terms): readonly RuleDescription[] {
  return ruleNames.map((name) => describeRule(terms, name))
}
