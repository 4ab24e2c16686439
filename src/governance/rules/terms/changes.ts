import { describeRule } from '../describe.ts'
import { type RuleName, ruleNames, type Terms } from './terms.ts'
import { memberDemandWords, ruleTitles, votesOnWords } from './wording.ts'

/** A rule or a part of a document that differs between two versions, in words on both sides; an empty side states nothing. */
export interface TermsChange {
  readonly title: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

function wordsOf(terms: Terms, name: RuleName): readonly string[] {
  const { demands, standing, readings, source, note } = describeRule(terms, name)
  return [
    ...(demands.length === 0 ? ['The terms say nothing.'] : demands),
    ...(standing === null || demands.length === 0 ? [] : [standing]),
    ...readings.map(({ text }, index) => `Reading ${index + 1}: ${text}`),
    ...(note === null ? [] : [`Note: ${note}`]),
    ...(source === null ? [] : [`Source: ${source}`]),
  ]
}

function seatWords(seat: Terms['seats'][number], { groups, functions }: Terms): string {
  const { name, places, voting, organisation, sector, group } = seat
  const held = organisation ?? sector
  const counted = groups.find(({ key }) => key === group)?.name
  const votes = {
    voting: 'with a vote',
    non_voting: 'without a vote',
    observer: 'as observer',
    adviser: 'as adviser',
    invited: 'by invitation',
  }
  return `${name}${held === null ? '' : `, ${held}`}: ${places === 1 ? '1 place' : `${places} places`}, ${votes[voting]}${votesOnWords(seat, functions.value)}${counted ? `, of the ${counted}` : ''}${seat.statutoryRole ? `; by law: ${seat.statutoryRole}` : ''}.`
}

function seatChanges(before: Terms, after: Terms): TermsChange[] {
  const keys = new Set([...before.seats, ...after.seats].map(({ key }) => key))
  return [...keys].flatMap((key) => {
    const [old, now] = [before, after].map(({ seats }) => seats.find((seat) => seat.key === key))
    if (same(old, now)) return []
    const words = { before: old ? [seatWords(old, before)] : [], after: now ? [seatWords(now, after)] : [] }
    return [{ title: `Seat: ${(now ?? old)?.name ?? key}`, ...words }]
  })
}

function listChange(title: string, before: readonly string[], after: readonly string[]): TermsChange[] {
  return same(before, after) ? [] : [{ title, before, after }]
}

/** What differs between two documents, in reading order; the same words on both sides mean that only details behind them differ. */
export function termsChanges(before: Terms, after: Terms): readonly TermsChange[] {
  return [
    ...listChange(
      'Documents',
      before.sources.map(({ title }) => title),
      after.sources.map(({ title }) => title),
    ),
    ...listChange(
      'Groups of seats',
      before.groups.map(({ name }) => name),
      after.groups.map(({ name }) => name),
    ),
    ...seatChanges(before, after),
    ...listChange('Who must be on it', (before.composition ?? []).map(memberDemandWords), (after.composition ?? []).map(memberDemandWords)),
    ...ruleNames
      .filter((name) => !same(before[name], after[name]))
      .map((name) => ({ title: ruleTitles[name], before: wordsOf(before, name), after: wordsOf(after, name) })),
  ]
}
