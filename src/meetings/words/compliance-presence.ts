const many = (count: unknown, one: string, more = `${one}s`): string => `${count} ${Number(count) === 1 ? one : more}`

/** What is said of deputy chairs, who took the chair, and attendance by remote link, by the code of the finding (G8, M8, G17). */
export function presenceSentences(details: Readonly<Record<string, number | string>>) {
  const page = 'members' as const
  return {
    'deputy-chair-none': { evidence: 'The terms want no deputy chair.' },
    'deputy-chair-held': { evidence: 'There is a deputy chair.', page },
    'deputy-chair-vacant': { evidence: 'Nobody is recorded as deputy chair.', next: 'Record who it is.', page },
    ...presidingSentences(details),
    ...remoteSentences(details),
  }
}

function presidingSentences({ bad, of }: Readonly<Record<string, number | string>>) {
  const at = `At ${bad} of ${many(of, 'recorded meeting')}`
  const page = 'attendance' as const
  return {
    'presided-never-recorded': {
      evidence: 'No meeting of the last twelve months says who took the chair.',
      next: 'Record who chaired, on the attendance of each meeting.',
      page: 'meetings' as const,
      word: 'No record',
    },
    'presided-not-officer': {
      evidence: `${at} somebody sat as chair or deputy chair who did not hold that office on the day.`,
      next: 'Put the record of the meeting right, or the dates of the office on the members page.',
      page,
    },
    'presided-not-there': {
      evidence: `${at} somebody is recorded in the chair who is not recorded as there.`,
      next: 'Put the times of the chair, or of the member, right.',
      page,
    },
    'presided-passed-over': {
      evidence: `${at} somebody else presided while the chair or the deputy chair was there and free to.`,
      next: 'Ask the chair to take the chair on arriving, and record when.',
      page,
    },
    'presided-part': {
      evidence: `${at} nobody is recorded in the chair for a part of it.`,
      next: 'Record who took the chair from when.',
      page,
    },
    'presided-not-recorded': { evidence: `${at} nobody is recorded in the chair.`, next: 'Record who chaired.', page },
    presided: {
      evidence: `At ${many(of, 'recorded meeting')} those presided whose office it is, or somebody elected in their absence.`,
      page,
    },
    'both-absent-never': { evidence: `The chair or the deputy chair was there as each of ${many(of, 'recorded meeting')} began.`, page },
    'both-absent-held': {
      evidence: `${at} the chair and the deputy chair were both missing, and it was held all the same: the terms have it moved.`,
      next: 'Ask the board to confirm at its next meeting what was decided, and move the meeting the next time.',
      page,
    },
    'both-absent-nobody': {
      evidence: `${at} the chair and the deputy chair were both missing, and nobody is recorded as elected to chair it.`,
      next: 'Record who was elected; next time take the election as the first item.',
      page,
    },
    'both-absent-elected': {
      evidence: `At ${many(bad, 'recorded meeting')} the chair and the deputy chair were both missing, and somebody else took the chair at once.`,
      page,
    },
  }
}

function remoteSentences({ bad, of, votes }: Readonly<Record<string, number | string>>) {
  const at = `At ${bad} of ${many(of, 'meeting')} that somebody joined by remote link`
  const page = 'attendance' as const
  return {
    'remote-none': { evidence: `Nobody joined ${many(of, 'recorded meeting')} by remote link.`, page },
    'remote-unlawful': {
      evidence: `${at} there was a quorum only with those on the link: the law counts who is in the room.`,
      next: 'Take legal advice on what was decided there, and put it to a meeting in the room again.',
      page,
    },
    'remote-voted': {
      evidence: `${at} ${many(votes, 'vote')} ${Number(votes) === 1 ? 'was' : 'were'} cast from the link by members who may not vote from there.`,
      next: 'Look whether a result rested on them, and put it to the vote again if it did.',
      page,
    },
    'remote-lost': {
      evidence: `${at} there would have been a quorum with those on the link: the terms do not count them.`,
      next: 'Ask members to come to the room, or the board whether its terms should count them.',
      page,
    },
    'remote-silent': {
      evidence: `${at} the quorum or a vote rested on those on the link, and neither the terms nor the law on record say that they count.`,
      next: 'State in the terms whether remote attendance counts.',
      page,
    },
    'remote-kept': {
      evidence: `At ${many(of, 'meeting')} somebody joined by remote link; none was counted or voted where the rules do not let them.`,
      page,
    },
  }
}
