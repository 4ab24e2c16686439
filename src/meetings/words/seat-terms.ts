import { dayInWords } from '#platform/time/words.ts'

/** What is said of how long somebody has chaired, by the code of the finding (G8). */
export function chairTermSentences({ since, day }: Readonly<Record<string, number | string>>) {
  const inWords = (written: unknown): string => (typeof written === 'string' ? dayInWords(Temporal.PlainDate.from(written)) : '')
  const [from, due] = [inWords(since), inWords(day)]
  return {
    'chair-ends-soon': {
      evidence: `The chair’s time in office ends on ${due}.`,
      next: 'Put finding the next chair on an agenda, or record the same person for another term.',
      page: 'members' as const,
    },
    'chair-review-overdue': {
      evidence: `The terms have the chair looked at again by ${due}. The present chair is recorded since ${from}, and nothing later is.`,
      next: 'Put it on an agenda, then record who chairs from that day on.',
      page: 'members' as const,
    },
    'chair-review-soon': {
      evidence: `The chair, recorded since ${from}, is to be looked at again by ${due}.`,
      next: 'Put it on the agenda of a meeting before that day.',
      page: 'members' as const,
    },
    'chair-reviewed': { evidence: `The chair is held as the terms say, and is next looked at by ${due}.`, page: 'members' as const },
  }
}

/** What is said of the terms for which people sit on a board, by the code of the finding (G5). */
export function seatTermSentences({ bad, of, who }: Readonly<Record<string, number | string>>) {
  const people = (count: unknown): string => (count === 1 ? '1 member' : `${count} members`)
  return {
    'seat-terms-over': {
      evidence: `${people(bad)} of ${of} with a term stayed on beyond it: ${who}.`,
      next: 'Appoint them anew for another term, or somebody else, and end the old appointment.',
      page: 'members' as const,
    },
    'seat-terms-soon': {
      evidence: `The term of ${people(bad)} of ${of} ends within three months, and nobody is recorded to follow: ${who}.`,
      next: 'Ask who is to fill the place from then on.',
      page: 'members' as const,
    },
    'seat-terms-running': { evidence: `${people(of)} with a term ${of === 1 ? 'is' : 'are'} within it.`, page: 'members' as const },
  }
}
