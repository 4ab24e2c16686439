import type { Finding } from './terms/finding.ts'

/** What the checker's findings mean for adopting terms: `refused` must be put right first, `toAnswer` must be answered in words by whoever adopts. */
export interface AdoptionVerdict {
  readonly refused: readonly Finding[]
  readonly toAnswer: readonly Finding[]
}

/** A quorum that can never be met makes every meeting unlawful, and what goes round in a circle is never decided, so nobody may adopt either; other impossibilities and contradictions are a person's to answer. */
const refusedCodes: readonly Finding['code'][] = [
  'quorum-larger-than-seats',
  'quorum-share-above-all',
  'quorum-group-empty',
  'refers-in-a-circle',
]

/** Sorts the findings of the terms checker by what adopting asks of them (G4, G11); gaps and questions hold nobody up. */
export function judgeAdoption(findings: readonly Finding[]): AdoptionVerdict {
  const grave = findings.filter(({ severity }) => severity === 'impossible' || severity === 'contradiction')
  const isRefused = (finding: Finding): boolean => finding.severity === 'impossible' && refusedCodes.includes(finding.code)
  return { refused: grave.filter(isRefused), toAnswer: grave.filter((finding) => !isRefused(finding)) }
}
