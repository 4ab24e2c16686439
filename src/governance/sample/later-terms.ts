import { parseTerms } from '../rules/terms/portable.ts'
import type { Terms } from '../rules/terms/terms.ts'
import womenAndChildrensBoard from './terms/women-and-childrens-board.json' with { type: 'json' }

const chosen = { status: 'chosen', chosenBy: 'The board’s members, in September 2022' } as const
const partnershipTerms = {
  id: 'partnership',
  kind: 'terms',
  title: 'Governance arrangements and terms of reference of the strategic partnership, 2013/15',
  date: null,
}

/** The women and children's board of today: what its first terms leave open about interests, minutes and numbers was chosen for Northbrook. */
const womenAndChildrensToday = {
  ...womenAndChildrensBoard,
  version: 'Amended 2022',
  from: '2022-09-15',
  note: 'Chosen for Northbrook: the rules on interests and minutes are those of the strategic partnership. Everything else is as proposed in 2014.',
  sources: [...womenAndChildrensBoard.sources, partnershipTerms],
  // Chosen for Northbrook: whoever represents other agencies does so for four years.
  seats: womenAndChildrensBoard.seats.map((seat) => (seat.key.endsWith('_representative') ? { ...seat, termMonths: 48 } : seat)),
  quorum: {
    ...womenAndChildrensBoard.quorum,
    onLoss: 'wait',
    note: 'Chosen for Northbrook: the meeting waits when quorum is lost. The first terms do not say what follows.',
  },
  interests: {
    ...chosen,
    value: {
      default: 'stay',
      pecuniary: 'stay-silent',
      mayBeAskedToLeave: true,
      register: false,
      reviewedEveryMonths: null,
      otherMembershipsDeclared: false,
    },
    source: { id: 'partnership', section: '6.4' },
    note: 'Chosen for Northbrook. The first terms leave every consequence to the chair.',
  },
  minutesPublished: {
    ...chosen,
    value: {
      mode: 'calendar',
      days: 10,
      clock: {
        from: 'approval',
        reading: 'Ten days from the meeting that agrees the minutes: they are published once agreed.',
        chosenBy: 'The board’s members, in September 2022',
      },
      soft: true,
    },
    source: { id: 'partnership', section: '6.3' },
    note: 'Chosen for Northbrook. A soft duty: where it is practicable.',
  },
  minuteNumbers: {
    ...chosen,
    value: { runsOn: true, start: 1 },
    source: { id: 'partnership' },
    note: 'Chosen for Northbrook: minutes are numbered on from meeting to meeting.',
  },
  decisionNumbers: {
    ...chosen,
    value: { runsOn: true, start: 1 },
    source: { id: 'partnership' },
    note: 'Chosen for Northbrook: decisions are numbered on from meeting to meeting.',
  },
}

/** Later versions of the sample's terms by the key of the first, oldest first; throws when one is not valid. */
export function sampleLaterTerms(key: string): readonly Terms[] {
  if (key !== womenAndChildrensBoard.key) return []
  const read = parseTerms(womenAndChildrensToday)
  if (!read.ok) throw new Error(`A later version of the sample's terms cannot be read: ${JSON.stringify(read.problems)}`)
  return [read.value]
}
