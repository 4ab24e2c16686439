import { type Exact, printed, whole } from './exact.ts'
import { type Definition, definitionFor, hasValue, knownOf, type Measure, type Observation, type SetTarget } from './measure.ts'
import { type Period, periodKey } from './period.ts'
import { judgeRag, type Rag } from './rag.ts'
import { type TargetAnswer, targetOf } from './target.ts'

/** The target that judges a period: the one that stands and in whose dates its last day lies; null where none was set. */
export function targetFor(targets: readonly SetTarget[], { endsOn }: Pick<Period, 'endsOn'>): SetTarget | null {
  const last = endsOn.subtract({ days: 1 })
  return (
    targets.find(
      (target) =>
        target.withdrawnAt === null &&
        Temporal.PlainDate.compare(target.startsOn, last) <= 0 &&
        (target.endsOn === null || Temporal.PlainDate.compare(last, target.endsOn) < 0),
    ) ?? null
  )
}

/**
 * What a target asks of one period: its value or band, or why that is pending. A trajectory asks for the step in force on the period's last day; before its
 * first step nothing is asked yet (null). So much in each period is asked of one period once.
 */
export function askedOf({ aim, baseline }: Pick<SetTarget, 'aim' | 'baseline'>, { endsOn }: Pick<Period, 'endsOn'>): TargetAnswer | null {
  if (aim.kind === 'trajectory') {
    const last = endsOn.subtract({ days: 1 })
    const step = aim.steps.findLast(({ startsOn }) => Temporal.PlainDate.compare(startsOn, last) <= 0)
    return step === undefined ? null : { state: 'set', target: { kind: 'value', value: step.value } }
  }
  return targetOf(aim.kind === 'each-period' ? { ...aim, due: 1 } : aim, baseline?.value ?? null)
}

/** A figure with everything its colour rests on, for 'why is it amber?'. */
export interface Judged {
  readonly definition: Definition
  /** Null where none was set for the period. */
  readonly target: SetTarget | null
  /** What the target asks of the period; null where none was set, or it asks nothing yet. */
  readonly asked: TargetAnswer | null
  readonly rag: Rag
}

/** Judges one figure, or the state in its place, by the definition and the target of its period (I3). */
export function judge(
  measure: Pick<Measure, 'definitions'>,
  targets: readonly SetTarget[],
  observation: Pick<Observation, 'period' | 'status' | 'value'>,
): Judged {
  const definition = definitionFor(measure, observation.period)
  const target = targetFor(targets, observation.period)
  const asked = target === null ? null : askedOf(target, observation.period)
  const value = asked?.state === 'set' ? asked.target : null
  const rag = judgeRag(definition.polarity, value, target?.tolerance ?? null, knownOf(observation))
  return { definition, target, asked, rag: restsOnFew(definition, target) ? unrated(rag) : rag }
}

/** Whether a target rests on fewer than a definition rates: one family would decide between green and red (handbook of early help 3.4). */
const restsOnFew = ({ ratedFrom }: Definition, target: SetTarget | null): boolean =>
  ratedFrom !== null && target?.baseline?.value.lt(whole(ratedFrom)) === true

const unrated = (rag: Rag): Rag => (rag.colour === null ? rag : { colour: null, because: 'small-base', edges: null })

/** Of all revisions, the one that holds of each figure, in the order of their periods. */
export function currentOf(observations: readonly Observation[]): readonly Observation[] {
  const latest = new Map<string, Observation>()
  for (const one of observations) {
    const key = `${one.measure} ${periodKey(one.period)} ${one.cell.area ?? ''} ${one.cell.dimension} ${one.cell.category}`
    const before = latest.get(key)
    if (before === undefined || before.revision < one.revision) latest.set(key, one)
  }
  return [...latest.values()].sort((one, other) => Temporal.PlainDate.compare(one.period.endsOn, other.period.endsOn))
}

/** The figures of the whole, everybody and everywhere, in the order of their periods. */
export function wholeSeries(observations: readonly Observation[]): readonly Observation[] {
  return currentOf(observations).filter(({ cell }) => cell.area === null && cell.dimension === '')
}

/** A figure as it is printed: as many decimals as the definition says; '%' stands close, other units apart. */
export function printedFigure(value: Exact, { decimals, unit }: Pick<Definition, 'decimals' | 'unit'>): string {
  const digits = printed(value, decimals)
  return unit === '' ? digits : unit === '%' ? `${digits}%` : `${digits} ${unit}`
}

/** Whether a figure asks its owner for an answer (I2): it is red, or said to be missing. */
export function alertOf(judged: Pick<Judged, 'rag'>, { status }: Pick<Observation, 'status'>): 'red' | 'missing' | null {
  if (status === 'missing') return 'missing'
  return hasValue(status) && judged.rag.colour === 'red' ? 'red' : null
}
