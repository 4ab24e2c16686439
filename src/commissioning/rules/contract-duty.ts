import { countForward, type WorkingDays } from '#governance/public.ts'

/** What a duty of a regime is about. */
export type DutyKey = 'award-notice' | 'standstill' | 'details-notice' | 'kpis' | 'assessment' | 'end-assessment' | 'decision-record'

/** What a regime asks for, as its rule of the day says. */
export interface RegimeDuty {
  readonly key: DutyKey
  readonly asks: string
  /** For which processes; empty: for all. */
  readonly processes: readonly string[]
  /** For contracts worth more than so many pence with VAT; null: for all. */
  readonly above: bigint | null
  readonly amount: number
  readonly counts: 'working-day-after' | 'working-same-day' | 'calendar' | 'months' | 'number'
  readonly source: string
}

/** What the duties of a contract are judged by. */
export interface DutyFacts {
  readonly process: string
  readonly gross: bigint | null
  readonly startsOn: Temporal.PlainDate
  readonly runsUntil: Temporal.PlainDate | undefined
  readonly notifiedOn: Temporal.PlainDate | undefined
  readonly signedOn: Temporal.PlainDate | undefined
  readonly notices: readonly { readonly kind: string; readonly publishedOn: Temporal.PlainDate }[]
  /** How many indicators are set. */
  readonly kpis: number
  /** The periods that were assessed. */
  readonly assessments: readonly { readonly endsOn: Temporal.PlainDate; readonly assessedOn: Temporal.PlainDate }[]
}

/** How a duty stands; `waiting`: its clock has not started; `not-known`: a fact that settles it is missing. */
export interface DutyLine {
  readonly key: DutyKey
  readonly asks: string
  readonly source: string
  readonly state: 'met' | 'due' | 'overdue' | 'waiting' | 'not-known'
  readonly dueOn: Temporal.PlainDate | undefined
  readonly doneOn: Temporal.PlainDate | undefined
}

type Found = Pick<DutyLine, 'state'> & Partial<Pick<DutyLine, 'dueOn' | 'doneOn'>>

/** The duties of a contract with their days, by the rules of its regime (C9; handbook of commissioning 2, 3.7). A rule for another process is left out. */
export function dutiesOf(
  rules: readonly RegimeDuty[],
  facts: DutyFacts,
  calendar: WorkingDays,
  today: Temporal.PlainDate,
): readonly DutyLine[] {
  return rules.flatMap((rule) => {
    if (rule.processes.length > 0 && facts.process !== '' && !rule.processes.includes(facts.process)) return []
    if (rule.above !== null && facts.gross !== null && facts.gross <= rule.above) return []
    const isOpen = (rule.processes.length > 0 && facts.process === '') || (rule.above !== null && facts.gross === null)
    const found: Found = isOpen ? { state: 'not-known' } : stands[rule.key](rule, facts, calendar, today)
    return [{ key: rule.key, asks: rule.asks, source: rule.source, dueOn: undefined, doneOn: undefined, ...found }]
  })
}

type Judge = (rule: RegimeDuty, facts: DutyFacts, calendar: WorkingDays, today: Temporal.PlainDate) => Found

const first = ({ notices }: DutyFacts, kind: string) => notices.find((one) => one.kind === kind)?.publishedOn
const isPast = (day: Temporal.PlainDate, today: Temporal.PlainDate) => Temporal.PlainDate.compare(day, today) < 0
const by = (dueOn: Temporal.PlainDate, today: Temporal.PlainDate): Found => ({ state: isPast(dueOn, today) ? 'overdue' : 'due', dueOn })

const stands: Readonly<Record<DutyKey, Judge>> = {
  'award-notice': (_, facts) => {
    const doneOn = first(facts, 'award-notice') ?? facts.notifiedOn
    if (doneOn) return { state: 'met', doneOn }
    return { state: facts.signedOn ? 'overdue' : 'waiting' }
  },
  standstill(rule, { notifiedOn, signedOn }, calendar, today) {
    if (!notifiedOn) return { state: signedOn ? 'overdue' : 'waiting' }
    const last = standstillEnd(rule, notifiedOn, calendar)
    if (!last) return { state: 'not-known' }
    return isPast(last, today) ? { state: 'met', dueOn: last, doneOn: last } : { state: 'due', dueOn: last }
  },
  'details-notice'({ amount }, facts, _, today) {
    const doneOn = first(facts, 'details-notice')
    if (doneOn) return { state: 'met', doneOn }
    return facts.signedOn ? by(facts.signedOn.add({ days: amount }), today) : { state: 'waiting' }
  },
  kpis: ({ amount }, { kpis, signedOn }) => ({ state: kpis >= amount ? 'met' : signedOn ? 'overdue' : 'waiting' }),
  assessment({ amount }, { assessments, startsOn, runsUntil, signedOn }, _, today) {
    if (!signedOn) return { state: 'waiting' }
    const last = assessments
      .map(({ endsOn }) => endsOn)
      .toSorted(Temporal.PlainDate.compare)
      .at(-1)
    const dueOn = (last ?? startsOn).add({ months: amount })
    if (runsUntil && Temporal.PlainDate.compare(dueOn, runsUntil) >= 0) return last ? { state: 'met', doneOn: last } : { state: 'waiting' }
    return by(dueOn, today)
  },
  'end-assessment'(_, { assessments, runsUntil }, __, today) {
    if (!runsUntil) return { state: 'waiting' }
    const done = assessments.find(({ endsOn }) => Temporal.PlainDate.compare(endsOn, runsUntil) >= 0)
    if (done) return { state: 'met', doneOn: done.assessedOn }
    return isPast(runsUntil, today) ? { state: 'overdue', dueOn: runsUntil } : { state: 'waiting', dueOn: runsUntil }
  },
  'decision-record'(_, facts) {
    const doneOn = first(facts, 'decision-record')
    if (doneOn) return { state: 'met', doneOn }
    return { state: facts.notifiedOn || facts.signedOn ? 'overdue' : 'waiting' }
  },
}

/**
 * The last day of a standstill by the working days of the house: the contract is signed from the day after it (handbook of commissioning 3.7).
 * Undefined where the holidays of a year are not announced yet.
 */
export function standstillEnd(
  { amount, counts }: Pick<RegimeDuty, 'amount' | 'counts'>,
  publishedOn: Temporal.PlainDate,
  calendar: WorkingDays,
): Temporal.PlainDate | undefined {
  const from = counts === 'working-same-day' ? publishedOn.subtract({ days: 1 }) : publishedOn
  const answer = countForward('working', amount, from, calendar)
  return answer.state === 'known' ? answer.lastDay : undefined
}
