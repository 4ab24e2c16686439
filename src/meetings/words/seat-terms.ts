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
