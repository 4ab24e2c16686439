import { dayInWords } from '#platform/time/words.ts'
import type { ClaimCount, ClaimDoubts, ClaimHeading } from '../queries/claims.ts'
import type { ClaimDoubt, ClaimEvidence, ClaimPeriod, TakenOutBecause } from '../rules/claim.ts'

/** What a record must hold, in words. */
export const evidenceWords: Readonly<Record<ClaimEvidence, string>> = {
  'closed-met': 'closed because needs are met, or one agency goes on',
  'goals-reached': 'the last review says of every need that it is reached',
  'family-view': 'the family says in its own words how it ended',
}

/** How a claim stands, with the look of its mark. */
export const claimPills = {
  waiting: ['warning', 'Waits for another person'],
  approved: ['good', 'Approved'],
  returned: ['neutral', 'Sent back'],
} as const

/** What tells against a family in a claim, in words. */
export const doubtWords: Readonly<Record<ClaimDoubt, string>> = {
  'came-back': 'Came back',
  'put-right': 'Its record was put right',
  merged: 'People in its record were merged or parted',
}

/** Why a family is taken out of a claim, in words. */
export const takenOutWords: Readonly<Record<TakenOutBecause, string>> = {
  'came-back': 'It came back',
  'put-right': 'Its record was put right',
  'evidence-fell': 'What evidenced its progress does not hold',
}

/** How a proposal to take a family out of a claim stands, with the look of its mark. */
export const correctionPills = {
  waiting: ['warning', 'Waits for another person'],
  approved: ['neutral', 'Taken out'],
  returned: ['neutral', 'Sent back'],
} as const

/** How many families of a claim are in doubt, in a sentence; undefined where none is. */
export function doubtSentence({ families, cameBack, putRight, merged }: ClaimDoubts): string | undefined {
  if (families === 0) return undefined
  const parts = [
    cameBack > 0 ? `${cameBack} came back` : '',
    putRight > 0 ? `of ${putRight} the record was put right` : '',
    merged > 0 ? `of ${merged} people in the record were merged or parted` : '',
  ].filter((part) => part !== '')
  return `For ${families} of its families the claim may no longer hold. Since it was drawn: ${parts.join('; ')}.`
}

/** The name of a heading as it held when it was claimed; its code where it is not known. */
export const nameOfHeading = (headings: readonly ClaimHeading[], of: Pick<ClaimCount, 'heading' | 'headingFrom'>): string =>
  headings.find(({ code, startsOn }) => code === of.heading && startsOn.equals(of.headingFrom))?.name ?? of.heading

/** A period by its first and its last day. */
export const periodWords = ({ startsOn, endsOn }: ClaimPeriod): string =>
  `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`

/** Sentences for what is refused of a claim. */
export const claimProblems: Readonly<Record<string, string>> = {
  'period-not-over': 'That quarter is not over yet',
  'claimed-already': 'The claim of that quarter is drawn already. Choose another, or have it sent back first',
  'nothing-evidenced': 'No progress is evidenced in the records that was not claimed before',
  'claim-answered': 'This claim is approved or sent back already',
  'own-claim': 'You drew this claim. Another person approves it',
  'approved-without-words': 'A claim that is approved needs no reason. Leave this empty, or send it back',
  'not-in-claim': 'This family is not in the claim under that heading, or is not of your locality',
  'claim-not-approved': 'Families are taken out of an approved claim. This one can be sent back',
  'taken-out-already': 'This family is taken out of the claim under that heading already',
  'taking-out-waits': 'Somebody has proposed this already. It waits for another person',
  'correction-answered': 'This is approved or sent back already',
  'own-correction': 'You proposed this. Another person approves it',
  'price-too-high': 'That is more than a million pounds for one family. Check the price',
}
