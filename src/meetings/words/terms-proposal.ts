import type { FieldProblem } from '#platform/result.ts'
import type { NotAdopting } from '../rules/terms-proposal.ts'

/** Why a decision does not adopt the terms that were put, in a sentence without its full stop. */
export const notAdoptingWords: Readonly<Record<NotAdopting, string>> = {
  withdrawn: 'The decision was withdrawn, so it adopts nothing',
  private: 'The decision is not public. Terms of reference are public, and so is the decision that adopts them',
  'does-not-adopt': 'A decision adopts terms when the board resolves, approves or accepts them. This one does not',
  'not-in-force': 'The decision is not in force yet: the partners that must take it home have not all agreed',
}

/** A sentence for what can be wrong when terms are put to a meeting, or adopted as decided. */
export function termsProposalProblemWords({ code, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'meeting-not-open':
      return 'Choose a meeting that is still to be held'
    case 'put-already':
      return 'This draft is on the agenda of that meeting already'
    case 'starts-before-decision':
      return `Choose ${details.day}, on which it was decided, or a later day`
    case 'terms-refused':
      return `${details.sentence} Terms that no meeting can meet are not adopted: put a corrected draft to a meeting`
    case 'answer-needed':
      return `Say what is to hold: the checker found ${details.count === 1 ? 'one contradiction' : `${details.count} contradictions`} in these terms`
    case 'later-version':
      return `A version already begins on ${details.day} or later. Choose a later day`
    case 'no-longer-decided':
      return 'The decision no longer stands. Look at it again'
    default:
      return code.startsWith('adopting-') ? notAdoptingWords[code.slice('adopting-'.length) as NotAdopting] : undefined
  }
}
