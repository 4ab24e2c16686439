/** What a cell of the matrix means; the words and colours stand in `words/risk.ts`. */
export const riskGrades = ['low', 'medium', 'high', 'very-high'] as const
/** One of them. */
export type RiskGrade = (typeof riskGrades)[number]

/** A version of the scale, with a word for each level from the least and the grade of each cell as data; it need not be symmetrical. */
export interface RiskScale {
  readonly version: number
  readonly name: string
  readonly levels: number
  readonly likelihood: readonly string[]
  readonly impact: readonly string[]
  readonly startsOn: Temporal.PlainDate
  readonly cells: readonly RiskCell[]
}

/** A cell of the matrix; both counted from 1. */
export interface RiskCell {
  readonly likelihood: number
  readonly impact: number
  readonly grade: RiskGrade
}

/** How likely and how grave. */
export interface RiskPlace {
  readonly likelihood: number
  readonly impact: number
}

/** A score of a risk on a day, under a version of the scale. */
export interface RiskScore {
  readonly scale: number
  readonly onDay: Temporal.PlainDate
  readonly before: RiskPlace
  /** With what is done about it; null where nothing changes the score. */
  readonly after: RiskPlace | null
}

/** The scale that holds on a day: the latest that has begun; undefined before the first. */
export function scaleOn<Scale extends Pick<RiskScale, 'startsOn'>>(scales: readonly Scale[], day: Temporal.PlainDate): Scale | undefined {
  return scales
    .filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, day) <= 0)
    .reduce<Scale | undefined>(
      (latest, scale) => (latest && Temporal.PlainDate.compare(latest.startsOn, scale.startsOn) >= 0 ? latest : scale),
      undefined,
    )
}

/** The cells that weigh less than one that is no likelier and no graver: a scale has none of them. */
export function cellsThatFall(cells: readonly RiskCell[]): readonly RiskCell[] {
  return cells.filter((cell) =>
    cells.some(
      (other) =>
        other.likelihood <= cell.likelihood &&
        other.impact <= cell.impact &&
        riskGrades.indexOf(other.grade) > riskGrades.indexOf(cell.grade),
    ),
  )
}

/** The grade of a place, as its cell says; undefined where the scale has no such cell. Never computed from the product. */
export function gradeOf(scale: Pick<RiskScale, 'cells'>, place: RiskPlace): RiskGrade | undefined {
  return scale.cells.find(({ likelihood, impact }) => likelihood === place.likelihood && impact === place.impact)?.grade
}

/** Likelihood times impact, as people quote it; it says nothing of the grade. */
export const productOf = ({ likelihood, impact }: RiskPlace): number => likelihood * impact

/** Where a risk stands now: with what is done about it, or else without. */
export const placeNow = ({ before, after }: Pick<RiskScore, 'before' | 'after'>): RiskPlace => after ?? before

/** How a risk moved since the score before. */
export type RiskMovement = 'new' | 'up' | 'down' | 'same' | 'sideways' | 'rescored' | 'closed' | 'unscored'

/**
 * How a risk moved since its last score but one. Compared only under the same version of the scale: a first score under another one is `rescored`, since
 * a 3 of four is no 3 of five. More grave by grade, or in the same grade by product, is up; the same product in the same grade elsewhere is `sideways`.
 * @param scores - in any order; of one day, the later in the list is the later
 */
export function movementOf(
  scores: readonly RiskScore[],
  scales: readonly Pick<RiskScale, 'version' | 'cells'>[],
  isClosed: boolean,
): RiskMovement {
  if (isClosed) return 'closed'
  const inOrder = [...scores].sort((a, b) => Temporal.PlainDate.compare(a.onDay, b.onDay))
  const [last, before] = [inOrder.at(-1), inOrder.at(-2)]
  if (!last) return 'unscored'
  if (!before) return 'new'
  if (before.scale !== last.scale) return 'rescored'
  const scale = scales.find(({ version }) => version === last.scale)
  const [now, then] = [placeNow(last), placeNow(before)]
  if (now.likelihood === then.likelihood && now.impact === then.impact) return 'same'
  const weight = (place: RiskPlace): number => riskGrades.indexOf((scale && gradeOf(scale, place)) ?? 'low') * 1000 + productOf(place)
  const moved = weight(now) - weight(then)
  return moved > 0 ? 'up' : moved < 0 ? 'down' : 'sideways'
}

/** What an open risk lacks. */
export type RiskLack = 'owner' | 'review' | 'score'

/** What is incomplete about a risk: an open one has an owner, a day of review and a score. */
export function riskLacks(risk: {
  readonly ownerName: string
  readonly reviewOn: Temporal.PlainDate | null
  readonly closedOn: Temporal.PlainDate | null
  readonly scores: readonly unknown[]
}): readonly RiskLack[] {
  if (risk.closedOn !== null) return []
  const found: readonly (readonly [RiskLack, boolean])[] = [
    ['owner', risk.ownerName === ''],
    ['review', risk.reviewOn === null],
    ['score', risk.scores.length === 0],
  ]
  return found.flatMap(([lack, isLacking]) => (isLacking ? [lack] : []))
}

/** Whether the review of an open risk is past its day. */
export function isReviewOverdue(
  { reviewOn, closedOn }: { readonly reviewOn: Temporal.PlainDate | null; readonly closedOn: Temporal.PlainDate | null },
  today: Temporal.PlainDate,
): boolean {
  return closedOn === null && reviewOn !== null && Temporal.PlainDate.compare(reviewOn, today) < 0
}

/** The rows of a heat map, the gravest likelihood first: each cell with its grade and the risks that stand in it now. */
export function heatMap<Risk extends { readonly latest: RiskScore | undefined }>(
  scale: RiskScale,
  risks: readonly Risk[],
): readonly { readonly likelihood: number; readonly cells: readonly (RiskCell & { readonly risks: readonly Risk[] })[] }[] {
  const levels = Array.from({ length: scale.levels }, (_, index) => index + 1)
  return [...levels].reverse().map((likelihood) => ({
    likelihood,
    cells: levels.map((impact) => ({
      ...{ likelihood, impact, grade: gradeOf(scale, { likelihood, impact }) ?? 'low' },
      risks: risks.filter(({ latest }) => {
        if (latest?.scale !== scale.version) return false
        const now = placeNow(latest)
        return now.likelihood === likelihood && now.impact === impact
      }),
    })),
  }))
}
