import Fraction from 'fraction.js'
import type { RiskStep } from '../risk-share.ts'

/** The shares of a settlement by a slow and obvious way: exact fractions, and one penny at a time to whoever is furthest below theirs. */
export function slowShares(rule: readonly RiskStep[], partners: readonly string[], overspend: bigint): readonly bigint[] {
  const under = overspend < 0n
  const bills = new Map(partners.map((partner) => [partner, 0n]))
  const add = (partner: string, pence: bigint): void => void bills.set(partner, (bills.get(partner) ?? 0n) + pence)
  let left = under ? -overspend : overspend
  for (const step of rule) {
    if (step.above !== undefined && step.above !== null && (under ? -overspend : overspend) <= step.above) continue
    if (step.kind === 'refer') break
    if (step.kind === 'draw_on_risk_pool' && !under) for (let given = 0n; given < step.limit && left > 0n; given += 1n) left -= 1n
    if (step.kind === 'cover_from_lines' && !under)
      for (const line of step.lines) for (let given = 0n; given < line.pence && left > 0n; given += 1n) left -= 1n
    if (step.kind === 'first_part_to')
      for (let given = 0n; left > 0n && (step.upTo === null || given < step.upTo); given += 1n) {
        add(step.partner, 1n)
        left -= 1n
      }
    if (step.kind === 'share') {
      const amount = step.upTo !== null && step.upTo < left ? step.upTo : left
      for (const [place, pence] of pennies(amount, step.weights).entries()) {
        const partner = partners[place] ?? ''
        const cap = step.caps.get(partner)
        const borne = cap !== undefined && cap < pence ? cap : pence
        add(partner, borne)
        left -= borne
        if (step.excessTo !== null) {
          add(step.excessTo, pence - borne)
          left -= pence - borne
        }
      }
    }
  }
  return partners.map((partner) => (under ? -1n : 1n) * (bills.get(partner) ?? 0n))
}

function pennies(amount: bigint, weights: readonly bigint[]): readonly bigint[] {
  const all = weights.reduce((sum, weight) => sum.add(weight), new Fraction(0))
  const exact = weights.map((weight) => new Fraction(weight).mul(amount).div(all))
  const shares = exact.map((one) => BigInt(one.floor(0).toFraction()))
  for (let given = shares.reduce((sum, one) => sum + one, 0n); given < amount; given += 1n) {
    const below = exact.map((one, place) => one.sub(shares[place] ?? 0n))
    const most = below.reduce((best, one, place) => (one.compare(below[best] ?? 0) > 0 ? place : best), 0)
    shares[most] = (shares[most] ?? 0n) + 1n
  }
  return shares
}
