import { offered, type Question } from './question.ts'

// What the guided form asks about meetings, papers and their days (G10, G11).

const before: Question = {
  kind: 'part',
  of: {
    days: { kind: 'whole', label: 'How many days before the meeting?', min: 0, max: 366 },
    mode: {
      kind: 'one',
      label: 'How are the days counted?',
      options: [
        { value: 'calendar', text: 'Days', hint: 'Counted back; weekends and holidays count, the day of the meeting does not' },
        { value: 'clear-calendar', text: 'Clear days', hint: 'That many whole days lie between' },
        { value: 'working', text: 'Working days', hint: 'Counted back without weekends and bank holidays' },
        { value: 'clear-working', text: 'Clear working days', hint: 'That many whole working days lie between' },
        {
          value: 's243',
          text: 'Clear days as parish councils count them',
          hint: 'Saturdays count; Sundays, holidays and the breaks at Christmas and Easter do not',
        },
      ],
    },
    cutOff: { kind: 'time', label: 'By what time on the last day?', hint: 'For example, 12:00. Leave it empty for the end of the day' },
    closedAt: {
      kind: 'words',
      label: 'Whose closure days do not count?',
      hint: 'The name of the organisation, where the text says ‘working days of the council’. Leave it empty for none',
      max: 200,
      open: true,
      absent: true,
    },
  },
}

const after: Question = {
  kind: 'part',
  of: {
    days: { kind: 'whole', label: 'Within how many days?', min: 0, max: 366 },
    mode: { kind: 'one', label: 'How are the days counted?', options: offered({ calendar: 'Days', working: 'Working days' }) },
    clock: {
      kind: 'part',
      of: {
        from: {
          kind: 'one',
          label: 'When does the clock start?',
          options: offered({ meeting: 'At the meeting', approval: 'At the meeting that approves them' }),
        },
        reading: { kind: 'words', label: 'How do the terms say so, and how do you read it?', max: 500 },
        chosenBy: {
          kind: 'words',
          label: 'If this is a reading: whose?',
          hint: 'Leave it empty if the terms are clear',
          max: 120,
          open: true,
        },
      },
    },
    soft: { kind: 'tick', label: 'Only where practicable: missing it is reported and is no breach' },
  },
}

const everyMonths = (label: string, hint: string): Question => ({ kind: 'whole', label, hint, min: 1, max: 24, open: true })
const numbering: Question = {
  kind: 'part',
  of: {
    runsOn: { kind: 'tick', label: 'Numbers run on from meeting to meeting', hint: 'Leave it empty if they begin at 1 at each meeting' },
    start: {
      kind: 'whole',
      label: 'The first number held here',
      hint: 'Leave it empty if it is not known',
      min: 1,
      max: 100000,
      open: true,
    },
  },
}

/** The rules on deadlines, agenda, frequency, standing items and numbers. */
export const meetingQuestions = {
  nominateItems: before,
  papersDue: before,
  agendaOut: before,
  draftMinutes: after,
  minutesPublished: after,
  latePapers: {
    kind: 'part',
    of: {
      consentOf: { kind: 'lines', label: 'Who must consent to a late paper?', hint: 'One a line', max: 120, least: 1, most: 20 },
      need: {
        kind: 'one',
        label: 'Is the consent of all of them needed?',
        options: offered({ all: 'Of all of them', any: 'Any one of them is enough' }),
      },
      onlyExceptionally: { kind: 'tick', label: 'Only in exceptional circumstances' },
    },
  },
  intake: {
    kind: 'part',
    of: {
      onlyDecisions: { kind: 'tick', label: 'Only items that need a decision are taken' },
      mustFitWorkPlan: { kind: 'tick', label: 'An item must fit the work plan' },
      onTemplate: { kind: 'tick', label: 'An item comes on the set template' },
      agreedBy: {
        kind: 'lines',
        label: 'Who agrees the agenda?',
        hint: 'One a line. Leave it empty if nothing is said',
        max: 120,
        least: 0,
        most: 20,
      },
      urgentItemsBy: { kind: 'words', label: 'Who admits urgent items?', max: 120, open: true },
    },
  },
  frequency: {
    kind: 'part',
    of: {
      timesAYear: {
        kind: 'whole',
        label: 'How many times a year?',
        hint: 'Leave it empty if the terms say every how many months',
        min: 1,
        max: 366,
        open: true,
      },
      everyMonths: everyMonths('Every how many months?', 'Leave it empty if the terms say how many times a year'),
      minimum: { kind: 'tick', label: 'At least this often' },
      aimEveryMonths: everyMonths('Does it aim at another pace? Every how many months?', 'Leave it empty if nothing is said'),
      phase: {
        kind: 'part',
        open: true,
        of: {
          everyMonths: {
            kind: 'whole',
            label: 'In an opening period: every how many months?',
            hint: 'Leave this and the next empty if there is none',
            min: 1,
            max: 24,
          },
          forMonths: { kind: 'whole', label: 'For how many months does the opening period last?', min: 1, max: 60 },
          from: { kind: 'day', label: 'From which day?', hint: 'Leave it empty if it begins with the terms', absent: true },
        },
      },
      extraordinary: { kind: 'tick', label: 'It may meet more often when needed' },
    },
  },
  longestMinutes: { kind: 'whole', label: 'How long may a meeting last?', hint: 'In minutes: two hours are 120', min: 10, max: 1440 },
  standingItems: {
    kind: 'rows',
    entry: 'Standing item',
    least: 1,
    most: 40,
    of: {
      key: { kind: 'key', from: 'title' },
      title: { kind: 'words', label: 'What returns', hint: 'For example, budget monitoring', max: 200 },
      months: { kind: 'whole', label: 'Every how many months', hint: 'Leave it empty for each meeting', min: 1, max: 60, open: true },
      from: { kind: 'words', label: 'Who brings it', max: 200, open: true },
    },
  },
  minuteNumbers: numbering,
  decisionNumbers: numbering,
} as const satisfies Readonly<Record<string, Question>>
