import type { SharingReviewState, SharingState } from '../rules/sharing-agreement.ts'

/** How an agreement stands, as a pill says it. */
export const sharingStateWords = {
  draft: ['draft', 'Not signed by all'],
  signed: ['information', 'Signed, not yet in force'],
  'in-force': ['good', 'In force'],
  expired: ['neutral', 'Expired'],
  withdrawn: ['neutral', 'Withdrawn'],
} as const satisfies Readonly<Record<SharingState, readonly [string, string]>>

/** How its review stands. */
export const sharingReviewWords = {
  ahead: ['good', 'Review ahead'],
  soon: ['warning', 'Review due within a month'],
  overdue: ['bad', 'Review overdue'],
  none: ['neutral', 'No review needed'],
} as const satisfies Readonly<Record<SharingReviewState, readonly [string, string]>>

/** Who may read an agreement, or its signed paper. */
export const sharingSightLabels: Readonly<Record<'members' | 'public', string>> = {
  members: 'Members and clerks of the board, its owner, and administrators',
  public: 'Everybody',
}
