import { minimumMet, type RiskStep, riskRuleProblems, settle, totalOf } from '#commissioning/public.ts'
import { isRecord, type RulesKind, type Worked } from './kind.ts'

type Given = Readonly<Record<string, unknown>>
const ground = { clause: '', authority: '' }

/** A sum of pence of the file; null where it is no whole number. */
function pence(value: unknown): bigint | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : null
}

/** Sums of the file by name, in its order; null where one is no whole number that is not negative. */
function sums(value: unknown): ReadonlyMap<string, bigint> | null {
  if (!isRecord(value)) return null
  const read = Object.entries(value).map(([name, one]): readonly [string, bigint | null] => [name, pence(one)])
  return read.every(([, one]) => one !== null && one >= 0n) ? new Map(read as readonly (readonly [string, bigint])[]) : null
}

/** One sum a partner, given as a list in their order or by name; null stands for none. */
function perPartner(value: unknown, partners: readonly string[]): readonly unknown[] | null {
  if (Array.isArray(value)) return value.length === partners.length ? value : null
  return isRecord(value) ? partners.map((partner) => value[partner] ?? null) : null
}

function workFund(given: Given): Worked {
  const [contributions, minimum] = [sums(given.contributions_pence), pence(given.minimum_pence)]
  if (contributions === null) return { problem: 'its contributions_pence are not sums of whole pence by partner' }
  if (minimum === null && 'minimum_pence' in given) return { problem: 'its minimum_pence is no sum of whole pence' }
  const total = totalOf(contributions.values())
  return { computed: { total_pence: Number(total), ...(minimum !== null && { minimum_met: minimumMet(total, minimum) }) } }
}

function workShare(given: Given): Worked {
  const [contributions, overspend] = [sums(given.contributions_pence), pence(given.overspend_pence)]
  if (contributions === null) return { problem: 'its contributions_pence are not sums of whole pence by partner' }
  if (overspend === null) return { problem: 'its overspend_pence is no sum of whole pence' }
  const partners = [...contributions.keys()]
  const rule = ruleOf(given, partners, [...contributions.values()])
  if (typeof rule === 'string') return { problem: rule }
  const [problem] = riskRuleProblems(rule, partners)
  if (problem !== undefined) return { problem: `its rule cannot settle anything: ${problem.code}` }
  const { shares } = settle(rule, { partners, overspend })
  return { computed: { shares_pence: Object.fromEntries(partners.map((partner, place) => [partner, Number(shares[place] ?? 0n)])) } }
}

/** The steps of a mode of the file, or what cannot be read. The lead partner is the one listed first. */
function ruleOf(given: Given, partners: readonly string[], contributions: readonly bigint[]): readonly RiskStep[] | string {
  const lead = partners[0] ?? ''
  const share = { ...ground, kind: 'share', weights: contributions, upTo: null, caps: new Map<string, bigint>(), excessTo: null } as const
  switch (given.mode) {
    case 'by contribution':
      return [share]
    case 'fixed shares': {
      const weights = perPartner(given.shares, partners)?.map(pence)
      return weights?.every((one) => one !== null) ? [{ ...share, weights }] : 'its shares are not a whole number for each partner'
    }
    case 'first loss': {
      const upTo = pence(given.first_loss ?? given.first_loss_pence)
      return upTo === null ? 'its first_loss is no sum of whole pence' : [{ ...ground, kind: 'first_part_to', partner: lead, upTo }, share]
    }
    case 'capped': {
      const caps = perPartner(given.caps ?? given.caps_pence, partners)
      if (caps?.some((one) => one !== null && pence(one) === null) ?? true) return 'its caps are not a sum or null for each partner'
      const own = partners.flatMap((partner, place) => {
        const cap = pence(caps?.[place])
        return cap === null ? [] : [[partner, cap] as const]
      })
      return [{ ...share, caps: new Map(own), excessTo: lead }]
    }
    default:
      return 'its mode is none of: by contribution; fixed shares; first loss; capped'
  }
}

/** Pooled funds (answers `total_pence` and `minimum_met`) and cases of risk share (answer `shares_pence`). */
export const money: RulesKind = {
  answerKeys: (_, given) => ('mode' in given || 'overspend_pence' in given ? ['shares_pence'] : ['total_pence', 'minimum_met']),
  work: (given) => ('mode' in given || 'overspend_pence' in given ? workShare(given) : workFund(given)),
  furtherLists: (content) =>
    Object.entries(content).flatMap(([name, one]) => (isRecord(one) && 'contributions_pence' in one ? [{ name, cases: [one] }] : [])),
}
