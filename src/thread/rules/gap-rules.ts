/** What a record of some kinds must have, else there is a gap. */
export type GapNeed =
  /** It says so of itself, for example that it has an owner. */
  | { readonly says: string }
  /** It must not say so of itself, for example that it is overdue. */
  | { readonly saysNot: string }
  /** A record of one of these kinds serves it, near or far. */
  | { readonly servedBy: readonly string[] }
  /** It serves a record of one of these kinds, near or far; `through`: or a part of it does. */
  | { readonly serves: readonly string[]; readonly through?: boolean }

/** A rule over records and links at a date (T3; handbook plans 3.10, 3.11). */
export interface GapRule {
  /** Stands in addresses and with answers; never changes its meaning. */
  readonly key: string
  readonly of: readonly string[]
  readonly need: GapNeed
  /** Records that say one of these of themselves are not asked: a finished action needs no date. */
  readonly notFor?: readonly string[]
}

const acts = ['plan-action', 'action'] as const
const decisions = ['decision', 'officer-decision'] as const
const voices = ['consultation', 'event', 'view', 'complaint'] as const
const over = ['done', 'closed'] as const
/** What spending, services and agreements are for. */
const aims = ['priority', 'outcome'] as const

/** Every rule, in the order in which they are shown. A rule whose kinds nobody records, or whose facts nobody states, is not judged and says so. */
export const gapRules: readonly GapRule[] = [
  { key: 'need-without-priority', of: ['need'], need: { servedBy: ['priority', 'plan'] } },
  { key: 'need-without-strategy', of: ['need'], need: { servedBy: ['strategy'] } },
  { key: 'priority-without-outcome', of: ['priority'], need: { servedBy: ['outcome'] }, notFor: over },
  { key: 'priority-without-measure', of: ['priority'], need: { servedBy: ['measure'] }, notFor: over },
  { key: 'priority-without-owner', of: ['priority'], need: { says: 'owner' }, notFor: over },
  { key: 'priority-without-money', of: ['priority'], need: { servedBy: ['money-line', 'contract'] }, notFor: over },
  { key: 'priority-without-action', of: ['priority'], need: { servedBy: acts }, notFor: over },
  { key: 'priority-without-decision', of: ['priority'], need: { servedBy: decisions }, notFor: over },
  { key: 'priority-without-voice', of: ['priority'], need: { servedBy: voices }, notFor: over },
  { key: 'outcome-without-measure', of: ['outcome'], need: { servedBy: ['measure'] }, notFor: over },
  { key: 'outcome-without-action', of: ['outcome'], need: { servedBy: acts }, notFor: over },
  { key: 'plan-without-need', of: ['plan'], need: { serves: ['need'], through: true }, notFor: over },
  { key: 'strategy-without-need', of: ['strategy'], need: { serves: ['need', 'finding'] }, notFor: ['draft', ...over] },
  { key: 'action-without-lead', of: acts, need: { says: 'lead' }, notFor: over },
  { key: 'action-without-date', of: acts, need: { says: 'due' }, notFor: over },
  { key: 'action-overdue', of: acts, need: { saysNot: 'overdue' }, notFor: over },
  {
    key: 'action-serving-nothing',
    of: acts,
    need: { serves: [...aims, 'need', 'plan', ...decisions, 'recommendation', 'challenge'] },
    notFor: over,
  },
  { key: 'measure-unreported', of: ['measure'], need: { says: 'reported' }, notFor: ['draft', ...over] },
  { key: 'measure-without-baseline', of: ['measure'], need: { says: 'baseline' }, notFor: ['draft', ...over] },
  { key: 'measure-serving-nothing', of: ['measure'], need: { serves: ['priority', 'outcome', 'need', 'plan'] }, notFor: over },
  {
    key: 'decision-serving-nothing',
    of: decisions,
    need: { serves: ['priority', 'outcome', 'need', 'plan', 'plan-action', 'recommendation', 'challenge'] },
  },
  { key: 'decision-without-action', of: decisions, need: { servedBy: acts }, notFor: ['noted'] },
  { key: 'money-serving-nothing', of: ['money-line'], need: { serves: aims }, notFor: ['draft', ...over] },
  { key: 'service-serving-nothing', of: ['service'], need: { serves: aims }, notFor: ['draft', ...over] },
  { key: 'agreement-serving-nothing', of: ['agreement'], need: { serves: aims }, notFor: ['draft', ...over] },
  {
    key: 'voice-serving-nothing',
    of: voices,
    need: { serves: [...aims, 'need', 'finding', 'plan', 'service', 'strategy', ...decisions] },
    notFor: ['draft', ...over],
  },
  { key: 'recommendation-without-response', of: ['recommendation'], need: { says: 'responded' }, notFor: ['draft', ...over] },
  { key: 'contract-serving-nothing', of: ['contract'], need: { serves: ['service', 'outcome', 'priority'] }, notFor: ['draft', ...over] },
  { key: 'challenge-without-impact', of: ['challenge'], need: { says: 'impact' }, notFor: over },
]

/** All kinds that rules speak of: by them a gap that was given to somebody is judged, whoever records the kinds. */
export const gapKinds: ReadonlySet<string> = new Set(
  gapRules.flatMap(({ of, need }) => [...of, ...('serves' in need ? need.serves : 'servedBy' in need ? need.servedBy : [])]),
)

/** The rule that an address names; undefined where there is none. */
export function gapRule(key: string): GapRule | undefined {
  return gapRules.find((rule) => rule.key === key)
}
