import type { QuorumRule } from '#governance/public.ts'

/** Whether a quorum rule may be waived by consulting absent members (G6). */
export function hasWaiver(rule: QuorumRule | null | undefined): boolean {
  if (!rule) return false
  if (rule.kind === 'waiver') return true
  return (rule.kind === 'all' || rule.kind === 'any') && rule.rules.some(hasWaiver)
}
