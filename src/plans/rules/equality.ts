/** How far an assessment goes: a screening says whether a full one is needed. */
export type EqiaStage = 'screening' | 'full'
/** What a proposal means for people with a characteristic. */
export const eqiaImpacts = ['positive', 'none', 'negative', 'mixed', 'unknown'] as const
/** One of them. */
export type EqiaImpact = (typeof eqiaImpacts)[number]
/** What follows from an assessment; `full`, from a screening alone: that a full one is made. */
export const eqiaConclusions = ['no-change', 'adjust', 'go-on', 'stop', 'full'] as const
/** One of them. */
export type EqiaConclusion = (typeof eqiaConclusions)[number]

/** A characteristic of the dated list. */
export interface Characteristic {
  readonly code: string
  readonly name: string
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/** What is said of one characteristic. */
export interface EqiaLine {
  readonly characteristic: string
  readonly impact: EqiaImpact
  readonly evidence: string
  readonly mitigation: string
  readonly ownerName: string
  readonly reviewOn: Temporal.PlainDate | null
}

/** The characteristics of the list that are looked at on a day. */
export function characteristicsOn<One extends Pick<Characteristic, 'startsOn' | 'endsOn'>>(
  list: readonly One[],
  day: Temporal.PlainDate,
): readonly One[] {
  const isFrom = (first: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(first, day) <= 0
  return list.filter(({ startsOn, endsOn }) => isFrom(startsOn) && (endsOn === null || !isFrom(endsOn)))
}

/** How the day of an assessment lies to the day of what it assesses (section 149: regard is had before, not afterwards). */
export type EqiaTiming = 'before' | 'same-day' | 'after' | 'not-done' | 'not-decided'

/** Whether an assessment came before what it assesses. @param decidedOn - null: not decided yet, or not known to the reader */
export function eqiaTiming(doneOn: Temporal.PlainDate | null, decidedOn: Temporal.PlainDate | null): EqiaTiming {
  if (doneOn === null) return 'not-done'
  if (decidedOn === null) return 'not-decided'
  const order = Temporal.PlainDate.compare(doneOn, decidedOn)
  return order < 0 ? 'before' : order === 0 ? 'same-day' : 'after'
}

/** What a line lacks. */
export type EqiaLack = 'impact' | 'evidence' | 'mitigation' | 'owner' | 'review'

/**
 * What is still to be said of a characteristic before an assessment is finished. A screening says the impact of each; a full one its evidence too, and of a
 * negative or mixed impact what is done about it, by whom, and when that is looked at.
 */
export function lineLacks(stage: EqiaStage, line: EqiaLine | undefined): readonly EqiaLack[] {
  if (!line) return ['impact']
  if (stage === 'screening') return []
  const isBad = line.impact === 'negative' || line.impact === 'mixed'
  const found: readonly (readonly [EqiaLack, boolean])[] = [
    ['evidence', line.evidence === ''],
    ['mitigation', isBad && line.mitigation === ''],
    ['owner', isBad && line.ownerName === ''],
    ['review', isBad && line.reviewOn === null],
  ]
  return found.flatMap(([lack, isLacking]) => (isLacking ? [lack] : []))
}

/** The characteristics of which something is still to be said, with what. */
export function eqiaLacks<One extends Pick<Characteristic, 'code'>>(
  stage: EqiaStage,
  list: readonly One[],
  lines: readonly EqiaLine[],
): readonly { readonly characteristic: One; readonly lacks: readonly EqiaLack[] }[] {
  return list
    .map((characteristic) => ({
      characteristic,
      lacks: lineLacks(
        stage,
        lines.find((line) => line.characteristic === characteristic.code),
      ),
    }))
    .filter(({ lacks }) => lacks.length > 0)
}
