import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { AgreementState } from '../rules/agreement.ts'

/** How an agreement stands, in words. */
export const agreementStateWords: Readonly<Record<AgreementState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  draft: { word: 'Draft', meaning: 'draft' },
  consulted: { word: 'Consulted on', meaning: 'draft' },
  approved: { word: 'Approved by each party', meaning: 'information' },
  signed: { word: 'Signed, not begun', meaning: 'information' },
  'in-force': { word: 'In force', meaning: 'good' },
  unsigned: { word: 'Begun without every signature', meaning: 'bad' },
  expired: { word: 'Expired', meaning: 'neutral' },
  terminated: { word: 'Ended early', meaning: 'neutral' },
}
/** What a party is to an agreement. */
export const partWords: Readonly<Record<'host' | 'commissioner' | 'provider' | 'other', string>> = {
  host: 'Host',
  commissioner: 'Commissioner',
  provider: 'Provider',
  other: 'Party',
}
