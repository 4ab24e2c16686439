import { decimalsApart, type Exact, printed } from './exact.ts'
import { askedOf } from './judge.ts'
import type { Aim, Baseline, Definition } from './measure.ts'
import { edgesOf, refuseTolerance, type Tolerance } from './rag.ts'
import { type Target, targetIsOnWrongSide } from './target.ts'

/** What is wrong with a target (refused), or is only asked about. */
export interface TargetQuestion {
  readonly field: 'kind' | 'value' | 'baseline' | 'tolerance' | 'confirmed'
  readonly code: string
  readonly details?: Readonly<Record<string, string>>
}

/** What a target would mean before it is set: what is refused, what is asked. */
export interface TargetCheck {
  readonly refused: readonly TargetQuestion[]
  readonly asked: readonly TargetQuestion[]
}

/**
 * Checks a target against its measure: kinds that do not go with the polarity and tolerances that cannot work are refused; a target on the wrong side of its
 * baseline is asked about, and so is every target once, with the figures at which its colours begin.
 */
export function checkTarget(
  definition: Definition,
  aim: Aim,
  baseline: Pick<Baseline, 'value'> | null,
  tolerance: Tolerance | null,
  from: Temporal.PlainDate,
): TargetCheck {
  const refuse = (field: TargetQuestion['field'], code: string): TargetCheck => ({ refused: [{ field, code }], asked: [] })
  const { polarity } = definition
  if (polarity === 'none') return refuse('kind', 'no-polarity')
  if (aim.kind === 'band' && polarity !== 'band') return refuse('kind', 'band-needs-polarity')
  if (aim.kind !== 'band' && polarity === 'band') return refuse('kind', 'value-needs-polarity')
  const rests = aim.kind === 'relative' || aim.kind === 'points' || aim.kind === 'yearly'
  if (!rests && baseline !== null) return refuse('baseline', 'baseline-not-needed')
  const asked = askedOf({ aim, baseline: baseline as Baseline | null }, { endsOn: farAhead(aim, from) })
  if (asked?.state === 'pending')
    return asked.because === 'baseline-is-zero' ? refuse('baseline', 'baseline-is-zero') : { refused: [], asked: [] }
  if (asked === null) return { refused: [], asked: [] }
  const bad = refuseTolerance(polarity, asked.target, tolerance)
  if (bad !== null) return refuse('tolerance', `tolerance-${bad}`)
  return { refused: [], asked: [...sideOf(definition, asked.target, baseline), edgesQuestion(definition, asked.target, tolerance)] }
}

/** A day after the last step of a trajectory: its end is what is shown. */
function farAhead(aim: Aim, from: Temporal.PlainDate): Temporal.PlainDate {
  const last = aim.kind === 'trajectory' ? aim.steps.at(-1)?.startsOn : undefined
  return (last ?? from).add({ days: 1 })
}

function sideOf(
  { polarity, unit, decimals }: Definition,
  target: Target,
  baseline: Pick<Baseline, 'value'> | null,
): readonly TargetQuestion[] {
  if (baseline === null || target.kind === 'band' || !targetIsOnWrongSide(polarity, baseline.value, target.value)) return []
  const shown = decimalsApart(baseline.value, target.value, decimals)
  const words = (figure: Exact) => `${printed(figure, shown)}${unit === '%' ? '%' : ''}`
  return [{ field: 'confirmed', code: 'wrong-side', details: { target: words(target.value), baseline: words(baseline.value) } }]
}

function edgesQuestion(definition: Definition, target: Target, tolerance: Tolerance | null): TargetQuestion {
  return { field: 'confirmed', code: 'look-at-edges', details: { edges: edgesInWords(definition, target, tolerance) } }
}

/** Where the colours of a target begin, exact, in one or two sentences: 'Green from 277.5. Amber from 249.75. Red below.' */
export function edgesInWords(
  { polarity, unit }: Pick<Definition, 'polarity' | 'unit'>,
  target: Target,
  tolerance: Tolerance | null,
): string {
  const edges = edgesOf(polarity, target, tolerance)
  if (edges === null) return 'It has no colours.'
  const words = (figure: Exact | undefined) => (figure === undefined ? '' : `${printed(figure, 10)}${unit === '%' ? '%' : ''}`)
  const [green, greenTo] = edges.green
  const [amber, amberTo] = edges.amber
  if (polarity === 'band') {
    const around = tolerance === null ? '' : ` Amber from ${words(amber)} to ${words(amberTo)}.`
    return `Green from ${words(green)} to ${words(greenTo)}.${around} Red outside.`
  }
  const [begins, beyond] = polarity === 'higher' ? ['or more', 'below'] : ['or less', 'above']
  return `Green at ${words(green)} ${begins}.${tolerance === null ? '' : ` Amber at ${words(amber)} ${begins}.`} Red ${beyond}.`
}
