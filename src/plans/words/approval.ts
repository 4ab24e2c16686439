import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ApprovalState } from '../rules/approval.ts'

/** What a board said to a version, in words. */
export const approvalWords: Readonly<Record<ApprovalState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  waiting: { word: 'Waiting', meaning: 'information' },
  approved: { word: 'Approved', meaning: 'good' },
  'approved-with-changes': { word: 'Approved with changes', meaning: 'good' },
  'referred-back': { word: 'Referred back', meaning: 'warning' },
  lapsed: { word: 'Taken back and changed since', meaning: 'neutral' },
}
