/** Why a record that was drawn is put aside. */
export const asideWords = {
  conflict: 'Nobody could review it without a conflict of interest',
  shielded: 'It is shielded now',
  duplicate: 'It was entered twice',
  unavailable: 'The lead cannot be reached this month',
} as const

/** From what is drawn. */
export const frameWords = { monthly: 'Monthly sample', closing: 'Closed in the month' } as const

/** For what somebody is assigned. */
export const purposeWords = { review: 'To review', moderate: 'To moderate a review' } as const
