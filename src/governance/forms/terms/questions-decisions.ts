import { offered, type Question, type Questions } from './question.ts'

// What the guided form asks about decisions, interests, attendance and openness (G9, G12, G13).

const whole = (label: string, max: number, hint?: string): Question => ({ kind: 'whole', label, hint, min: 1, max, open: true })
const people = (label: string, hint: string): Question => ({ kind: 'lines', label, hint, max: 200, least: 0, most: 20 })
const share = {
  numerator: { kind: 'whole', label: 'At least how many', min: 1, max: 1000 },
  denominator: { kind: 'whole', label: 'of every', min: 1, max: 1000 },
} as const

const majority: Questions = {
  basis: {
    kind: 'one',
    label: 'A motion needs a share of whom?',
    options: offered({ 'present-and-voting': 'Those present and voting', present: 'Those present', 'all-seats': 'All seats' }),
    none: 'The terms do not say',
  },
  numerator: { kind: 'whole', label: 'How many', hint: 'For a simple majority: more than 1 of every 2', min: 1, max: 1000 },
  denominator: { kind: 'whole', label: 'of every', min: 1, max: 1000 },
  moreThan: { kind: 'tick', label: 'More than this share, not just as much' },
}

const consequences = offered({
  stay: 'Stays and may speak',
  'stay-silent': 'Stays and is silent',
  leave: 'Leaves for the item',
  'chair-decides': 'Does what the chair rules',
  'not-stated': 'The terms do not say',
})

/** The rules on votes, disputes, reports, attendance, interests and openness. */
export const decisionQuestions = {
  voting: {
    kind: 'part',
    of: {
      consensusFirst: { kind: 'tick', label: 'Consensus is sought before any vote' },
      oneVoteEach: { kind: 'yes-no', label: 'Has each voting member one vote?' },
      moneyMethod: {
        kind: 'one',
        label: 'How are decisions taken that commit money?',
        options: offered({ 'show-of-hands': 'By a show of hands' }),
        none: 'Any way will do, or the terms do not say',
      },
      majority: { kind: 'part', open: true, of: majority },
      castingVote: {
        kind: 'one',
        label: 'Has the chair a casting vote?',
        options: offered({ 'on-a-tie': 'In a tie', 'without-a-majority': 'Where there is no majority' }),
        none: 'No, or the terms do not say',
      },
      notPermittedOn: { kind: 'many', label: 'On what may not be voted?', options: offered({ policy: 'Policy', resources: 'Resources' }) },
      referTo: people('Where do such matters go instead?', 'One a line'),
      viewsReferredTo: people(
        'In a disagreement, to whom do the views of majority and minority go?',
        'One a line. Leave it empty if nothing is said',
      ),
      mayPostpone: { kind: 'tick', label: 'The chair may put a decision off for more information' },
    },
  },
  attendance: {
    kind: 'part',
    of: {
      share: {
        kind: 'part',
        open: true,
        of: {
          ...share,
          numerator: {
            ...share.numerator,
            label: 'Members attend at least how many meetings',
            hint: 'For 70%: 70 of every 100. Leave both empty if the terms name no share',
          },
        },
      },
      developmentDays: { kind: 'tick', label: 'Development days count as meetings' },
      explanationAfter: whole(
        'After how many missed meetings is an explanation asked?',
        20,
        'Missed without apology or deputy. Leave it empty if nothing is said',
      ),
      letterAfter: whole('After how many is a letter to the member’s chief officer considered?', 20, 'Leave it empty if nothing is said'),
      consecutive: { kind: 'yes-no', label: 'Must these misses follow one another?' },
      registerPublic: { kind: 'yes-no', label: 'Is the attendance register published?' },
    },
  },
  interests: {
    kind: 'part',
    of: {
      default: { kind: 'one', label: 'A member declares an interest. What then?', options: consequences },
      pecuniary: { kind: 'one', label: 'And where it is an interest of money?', options: consequences },
      mayBeAskedToLeave: { kind: 'tick', label: 'The member may be asked to leave for a vote' },
      register: { kind: 'tick', label: 'There is a register of interests' },
      reviewedEveryMonths: whole('How often is the register reviewed?', 60, 'In months: a year is 12. Leave it empty if nothing is said'),
      otherMembershipsDeclared: { kind: 'tick', label: 'Seats on other boards are declared' },
    },
  },
  publicAccess: {
    kind: 'part',
    of: {
      meetingsOpen: { kind: 'yes-no', label: 'Are meetings open to the public?' },
      papersPublic: { kind: 'yes-no', label: 'Are papers public?' },
      attendanceRecorded: { kind: 'yes-no', label: 'Do members of the public sign in, and is the chair told?' },
    },
  },
  confidentiality: {
    kind: 'part',
    of: {
      marked: { kind: 'tick', label: 'Confidential papers are marked' },
      destroyed: {
        kind: 'one',
        label: 'What happens to the copies handed out?',
        options: offered({
          'end-of-meeting': 'They are destroyed at the end of the meeting',
          'within-days': 'They are destroyed within some days of the meeting',
          never: 'Nothing is said, or they are kept',
        }),
      },
      days: whole('Within how many days', 365, 'Leave it empty where they are destroyed at the end of the meeting, or kept'),
    },
  },
  reporting: {
    kind: 'rows',
    entry: 'Report',
    least: 1,
    most: 20,
    of: {
      to: { kind: 'words', label: 'To whom', max: 200 },
      what: { kind: 'words', label: 'What is reported', max: 200 },
      months: whole('How often', 60, 'In months: a year is 12. Leave it empty for whenever needed'),
    },
  },
  reviewEveryMonths: { kind: 'whole', label: 'How often are the terms reviewed?', hint: 'In months: a year is 12', min: 1, max: 120 },
  // A step without days stands in the document as its words alone; `rule-form.ts` turns one into the other.
  disputes: {
    kind: 'rows',
    entry: 'Step of the ladder',
    least: 1,
    most: 10,
    of: {
      who: { kind: 'words', label: 'Who settles a dispute at this step?', max: 200 },
      days: whole('Within how many days?', 366, 'Leave it empty if nothing is said'),
    },
  },
} as const satisfies Readonly<Record<string, Question>>
