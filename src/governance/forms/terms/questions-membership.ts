import { offered, type Question, type Questions } from './question.ts'

// What the guided form asks about who decides and who takes part (G4, G5, G7, G8, G14).

const months = (label: string, max: number): Question => ({
  kind: 'whole',
  label,
  hint: 'In months: a year is 12. Leave it empty if nothing is said',
  min: 1,
  max,
  open: true,
})

const bodyFunction: Questions = {
  key: { kind: 'key', from: 'name' },
  name: { kind: 'words', label: 'The matter', hint: 'For example, the budget of early help', max: 200 },
  may: {
    kind: 'one',
    label: 'How far may the board go?',
    options: offered({ decide: 'It decides', recommend: 'It recommends, and somebody else decides', discuss: 'It only discusses' }),
  },
  reservedTo: {
    kind: 'lines',
    label: 'Who keeps the final decision?',
    hint: 'One a line. Leave it empty if the board’s own word is final',
    max: 200,
    least: 0,
    most: 20,
  },
  binding: { kind: 'yes-no', label: 'Do its decisions on this bind the partners by themselves?' },
}

/** The rules on purpose, functions, chair, deputies and remote attendance. */
export const membershipQuestions = {
  purpose: { kind: 'words', label: 'What is the board for?', hint: 'In your own words', max: 1000 },
  responsibilities: {
    kind: 'lines',
    label: 'What is it responsible for?',
    hint: 'One responsibility a line',
    max: 300,
    least: 1,
    most: 40,
  },
  functions: { kind: 'rows', entry: 'Matter', of: bodyFunction, least: 1, most: 40 },
  remote: {
    kind: 'part',
    of: {
      countsForQuorum: { kind: 'tick', label: 'Who attends remotely counts for the quorum' },
      mayVote: { kind: 'tick', label: 'Who attends remotely may vote' },
      proxy: { kind: 'tick', label: 'Proxies are allowed' },
    },
  },
  chair: {
    kind: 'part',
    of: {
      method: {
        kind: 'one',
        label: 'How is the chair found?',
        options: offered({
          'by-post': 'Whoever holds a named post chairs',
          independent: 'An independent chair presides',
          elected: 'The members elect the chair',
          'nominated-by-core-members': 'The core members agree the chair by nomination',
          'agreed-at-first-meeting': 'The chair is agreed at the first meeting',
          'named-in-terms': 'The terms name the chair',
          'named-by-parent-body': 'A parent body names the chair',
        }),
      },
      post: {
        kind: 'words',
        label: 'Which post?',
        hint: 'If the chair goes with a post, or the parent body that names the chair',
        max: 200,
        open: true,
      },
      reviewedEveryMonths: months('How often is the chair reviewed?', 120),
      termEnds: {
        kind: 'words',
        label: 'When does the term of office end?',
        hint: 'For example, at the first meeting after 1 April',
        max: 300,
        open: true,
      },
      secretBallotIfContested: { kind: 'tick', label: 'Where more than one is nominated there is a secret ballot' },
    },
  },
  deputyChair: {
    kind: 'part',
    of: {
      method: {
        kind: 'one',
        label: 'How is the deputy chair found?',
        options: offered({
          none: 'There is no deputy chair',
          'by-post': 'Whoever holds a named post',
          elected: 'The members elect the deputy chair',
          'nominated-by-core-members': 'The core members agree by nomination',
          'named-in-terms': 'The terms name the deputy chair',
        }),
      },
      post: { kind: 'words', label: 'Which post?', max: 200, open: true },
    },
  },
  absenceOfBoth: {
    kind: 'part',
    of: {
      remedy: {
        kind: 'one',
        label: 'What happens when chair and deputy chair are both absent?',
        options: offered({
          'elect-as-first-item': 'The first item is to elect a chair for that meeting',
          reschedule: 'The meeting is held on another day',
        }),
      },
    },
  },
  deputies: {
    kind: 'part',
    of: {
      kind: {
        kind: 'one',
        label: 'Who may come in a member’s place?',
        options: offered({
          'named-substitute': 'Only a named substitute',
          'agreed-by-chair-and-notified': 'Anyone whom the chair agreed to before, and of whom all core members were told',
          'nominated-by-member': 'Anyone whom the member nominates',
          'delegated-authority': 'A colleague with delegated authority',
          forbidden: 'Nobody',
        }),
      },
      capacity: {
        kind: 'words',
        label: 'What must the deputy be able to do?',
        hint: 'For example, commit the agency’s money',
        max: 300,
        open: true,
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>
