import type { ListedStep, StepKind, UnderspendRule, Weighing } from '../rules/risk-list.ts'
import type { RiskStep, SettledStep } from '../rules/risk-share.ts'
import { pounds } from './pence.ts'

/** What a step does, in a few words. */
export const stepKindWords: Readonly<Record<StepKind, string>> = {
  cover_from_lines: 'Cover it from a named line',
  draw_on_risk_pool: 'Draw on the risk pool',
  first_part_to: 'Let one partner bear the first part, or all that is left',
  share: 'Share it between partners',
  own_lines: 'Let each partner bear what its own lines are over or under',
  refer: 'Refer it to a body, which decides',
}
/** By which sums a step shares. */
export const weighingWords: Readonly<Record<Weighing, string>> = {
  planned: 'By what each partner is to give',
  actual: 'By what each partner has paid in',
  fixed: 'By fixed shares',
}
/** What becomes of an underspend. */
export const underspendWords: Readonly<Record<UnderspendRule, string>> = {
  silent: 'The agreement does not say',
  mirror: 'It is shared as an overspend would be',
  managed: 'Whoever manages a line keeps what it is under',
  windfall: 'It returns to the partners by what they give',
}
/** How an underspend was treated, in a sentence; '' where something is over. */
export const underspendSaid: Readonly<Record<UnderspendRule | '', string>> = {
  '': '',
  silent: 'The agreement does not say what becomes of an underspend. It is assumed that it mirrors an overspend.',
  mirror: 'As agreed, an underspend is shared as an overspend would be.',
  managed: 'As agreed, whoever manages a line keeps what it is under.',
  windfall: 'As agreed, an underspend returns to the partners by what they give.',
}

const orAll = (upTo: bigint | null): string => (upTo === null ? 'all that is left' : `up to ${pounds(upTo)}`)
/** A part in hundredths of a percent: '37.5%'. */
export const percentWords = (share: number): string => `${share / 100}%`

/** A step as it stands in its list, in a sentence. */
export function listedWords(step: ListedStep, nameOf: ReadonlyMap<string, string>): string {
  const name = (id: string | null): string => nameOf.get(id ?? '') ?? ''
  switch (step.kind) {
    case 'own_lines':
      return 'Each partner bears what its own lines are over, and keeps what they are under'
    case 'cover_from_lines':
      return `${pounds(step.upTo ?? 0n)} at most is covered from the line “${step.line?.title ?? ''}”`
    case 'draw_on_risk_pool':
      return `${pounds(step.upTo ?? 0n)} at most is drawn from the risk pool`
    case 'first_part_to':
      return `${name(step.partner)} bears ${orAll(step.upTo)}`
    case 'refer':
      return `${step.referTo?.name ?? ''} decides about all that is left`
    case 'share': {
      const capped = step.parts.filter(({ cap }) => cap !== null)
      const caps = capped.map(({ partner, cap }) => `${name(partner)} ${pounds(cap ?? 0n)}`).join(', ')
      const fixed = step.parts.map(({ partner, share }) => `${name(partner)} ${percentWords(share ?? 0)}`).join(', ')
      const key = step.weighedBy === 'fixed' ? `by fixed shares (${fixed})` : weighingWords[step.weighedBy ?? 'planned'].replace('By', 'by')
      const most = caps === '' ? '' : `; at most ${caps}`
      const rest = step.excessTo === null ? '' : `; ${name(step.excessTo)} bears what is above`
      const leaving = step.weighedBy !== 'planned' || step.midYear === 'plan' ? '' : '; a partner that leaves counts for its days'
      return `Partners share ${orAll(step.upTo)} ${key}${most}${rest}${leaving}`
    }
  }
}

/** The condition of a step, in words. */
export function conditionWords(above: bigint | null | undefined, place: number): string {
  const left = place === 0 ? 'Always' : 'If something is left'
  return above === null || above === undefined
    ? left
    : `${left === 'Always' ? 'Only' : `${left}, and only`} where more than ${pounds(above)} is over or under`
}

/** A step that was run, in a sentence; partners are named by the ids in their order. */
export function stepWords(step: RiskStep, partners: readonly string[], nameOf: ReadonlyMap<string, string>): string {
  const name = (id: string): string => nameOf.get(id) ?? id
  switch (step.kind) {
    case 'own_lines':
      return 'Each partner bears what its own lines are over, and keeps what they are under'
    case 'cover_from_lines':
      return `Covered from ${step.lines.map((line) => `“${line.name}”, ${pounds(line.pence)} at most`).join(', ')}`
    case 'draw_on_risk_pool':
      return `Drawn from the risk pool, ${pounds(step.limit)} at most`
    case 'first_part_to':
      return `${name(step.partner)} bears ${orAll(step.upTo)}`
    case 'refer':
      return `${step.to} decides about all that is left`
    case 'share': {
      const weights = partners.map((partner, place) => `${name(partner)} ${group(step.weights[place] ?? 0n)}`).join(' : ')
      const caps = [...step.caps].map(([partner, cap]) => `${name(partner)} at most ${pounds(cap)}`).join(', ')
      const excess = step.excessTo === null ? '' : `; ${name(step.excessTo)} bears what is above`
      return `Shared, ${orAll(step.upTo)}, in the ratio ${weights}${caps === '' ? '' : `; ${caps}`}${excess}`
    }
  }
}

const group = (whole: bigint): string => String(whole).replaceAll(/\B(?=(\d{3})+$)/g, ',')

/** What became of a step. */
export function settledWords({ step, covered, skipped, unmet }: SettledStep): string {
  if (unmet) return 'Does not hold: less is over or under'
  if (skipped) return 'Left out: an underspend fills no pool and no line'
  if (step.kind === 'refer') return 'The list stops here and waits for a decision'
  return covered === 0n ? 'Takes nothing' : pounds(covered)
}

/** A bill in words: a partner pays or gets back. */
export function billWords(pence: bigint): string {
  if (pence === 0n) return 'bears nothing'
  return pence > 0n ? `bears ${pounds(pence)}` : `gets back ${pounds(-pence)}`
}
