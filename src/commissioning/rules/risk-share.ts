import { splitPence, totalOf } from './split.ts'

/** Who shares: names of partners in the order of the agreement; ties of a split go to whoever is listed first. */
export type Partners = readonly string[]

/** Amounts in pence, one a partner, in the order of the partners. */
export type Shares = readonly bigint[]

/** By which clause a step stands, and by whose authority it is taken: said beside every amount. */
export interface Ground {
  readonly clause: string
  readonly authority: string
  /** The step is taken only where more than this is over or under in all, in pence; left out or null: always. */
  readonly above?: bigint | null
}

/**
 * One step of a rule of risk share; steps run in order, each on what the ones before have left. Amounts in pence, not negative.
 * Source: handbook of joint commissioning, 3.3.
 */
export type RiskStep = Ground &
  (
    | { readonly kind: 'own_lines' }
    | { readonly kind: 'cover_from_lines'; readonly lines: readonly { readonly name: string; readonly pence: bigint }[] }
    | { readonly kind: 'draw_on_risk_pool'; readonly limit: bigint }
    | { readonly kind: 'first_part_to'; readonly partner: string; readonly upTo: bigint | null }
    | {
        readonly kind: 'share'
        /** Of the partners in their order, resolved from the key of the agreement. */
        readonly weights: Shares
        /** At most this much in all; null: whatever is left. */
        readonly upTo: bigint | null
        /** The most that each bears, by name; who is not named bears without limit. */
        readonly caps: ReadonlyMap<string, bigint>
        /** Who bears what is above the caps. */
        readonly excessTo: string | null
      }
    | { readonly kind: 'refer'; readonly to: string }
  )

/** What is to be settled. */
export interface Outturn {
  readonly partners: Partners
  /** Spend above budget in pence; negative: below. */
  readonly overspend: bigint
  /** Over (+) or under (-) on the lines that each partner manages; adds up to the overspend. Needed by `own_lines` only. */
  readonly ownLines?: Shares
}

/** A step as it came out. */
export interface SettledStep {
  readonly step: RiskStep
  /** What the step took, in pence, with the sign of the overspend. */
  readonly covered: bigint
  readonly left: bigint
  readonly shares: Shares
  /** Where an underspend mirrors the rule of an overspend: a pool or a line that would be drawn on is not filled by it. */
  readonly skipped: boolean
  /** Where less is over or under than its condition asks. */
  readonly unmet: boolean
}

/** A settlement: every step, the bill of each partner, what nobody has been asked to bear, and the body that must decide about it. */
export interface Settlement {
  readonly steps: readonly SettledStep[]
  readonly shares: Shares
  /** Covered by lines and the risk pool. */
  readonly fromElsewhere: bigint
  readonly left: bigint
  readonly referredTo: string | null
}

/**
 * Settles an over- or underspend by an ordered list of steps. Shares, what came from elsewhere and what is left add up to the overspend to the penny. It stops at
 * a step that refers to a body, and waits for its decision. An underspend mirrors: it is settled as the same amount over, and every sign turned.
 * The list must have passed `riskRuleProblems`.
 */
export function settle(rule: readonly RiskStep[], outturn: Outturn): Settlement {
  const sign = outturn.overspend < 0n ? -1n : 1n
  const none = outturn.partners.map(() => 0n)
  const steps: SettledStep[] = []
  let left = outturn.overspend * sign
  let referredTo: string | null = null
  for (const step of rule) {
    if (left === 0n) break
    if (outturn.overspend * sign <= (step.above ?? -1n)) {
      steps.push({ step, covered: 0n, left: left * sign, shares: none, skipped: false, unmet: true })
      continue
    }
    if (step.kind === 'refer') {
      steps.push({ step, covered: 0n, left: left * sign, shares: none, skipped: false, unmet: false })
      referredTo = step.to
      break
    }
    const skipped = sign < 0n && drawsOnElsewhere(step)
    const { covered, shares } = skipped ? { covered: 0n, shares: none } : taken(step, left, outturn, sign)
    left -= covered
    steps.push({ step, covered: covered * sign, left: left * sign, shares: shares.map((share) => share * sign), skipped, unmet: false })
  }
  const shares = none.map((_, place) => totalOf(steps.map((step) => step.shares[place] ?? 0n)))
  const fromElsewhere = totalOf(steps.filter(({ step }) => drawsOnElsewhere(step)).map(({ covered }) => covered))
  return { steps, shares, fromElsewhere, left: left * sign, referredTo }
}

const drawsOnElsewhere = ({ kind }: RiskStep): boolean => kind === 'cover_from_lines' || kind === 'draw_on_risk_pool'
const least = (one: bigint, other: bigint | null): bigint => (other === null || one < other ? one : other)

interface Taken {
  readonly covered: bigint
  readonly shares: Shares
}

/** What one step takes of an amount above 0. */
function taken(step: Exclude<RiskStep, { kind: 'refer' }>, left: bigint, { partners, ownLines }: Outturn, sign: bigint): Taken {
  const none = partners.map(() => 0n)
  switch (step.kind) {
    case 'own_lines': {
      const shares = (ownLines ?? none).map((share) => share * sign)
      return { covered: totalOf(shares), shares }
    }
    case 'cover_from_lines':
      return { covered: least(left, totalOf(step.lines.map(({ pence }) => pence))), shares: none }
    case 'draw_on_risk_pool':
      return { covered: least(left, step.limit), shares: none }
    case 'first_part_to': {
      const covered = least(left, step.upTo)
      return { covered, shares: partners.map((partner) => (partner === step.partner ? covered : 0n)) }
    }
    case 'share':
      return shared(step, least(left, step.upTo), partners)
  }
}

function shared(step: Extract<RiskStep, { kind: 'share' }>, amount: bigint, partners: Partners): Taken {
  const bare = splitPence(amount, step.weights) ?? partners.map(() => 0n)
  const cut = bare.map((share, place) => least(share, step.caps.get(partners[place] ?? '') ?? null))
  const excess = totalOf(bare) - totalOf(cut)
  const shares = cut.map((share, place) => (partners[place] === step.excessTo ? share + excess : share))
  return { covered: totalOf(shares), shares }
}
