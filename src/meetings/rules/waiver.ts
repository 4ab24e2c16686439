import type { Consultation, QuorumRule } from '#governance/public.ts'

/** Whether a quorum rule may be waived by consulting absent members (G6). */
export function hasWaiver(rule: QuorumRule | null | undefined): boolean {
  if (!rule) return false
  if (rule.kind === 'waiver') return true
  return (rule.kind === 'all' || rule.kind === 'any') && rule.rules.some(hasWaiver)
}

/** Whom the chair consulted, one a line or between commas, and what they said. */
export function consultationOf({ consulted, views }: { readonly consulted: string; readonly views: string }): Consultation {
  return {
    consulted: consulted
      .split(/[\n,;]+/)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
    views,
  }
}
