import type { CountedKind } from '#platform/counted/part.ts'
import { countActions, countAttendance, countDecisions, countMeetings, countPapers } from './queries/counted.ts'

const share = { gives: 'share', unit: '%', polarity: 'higher', ofPeople: false, version: 1, inForceFrom: '2026-11-23' } as const

/** What the record of meetings gives figures of (I5). */
export const meetingsCounted: readonly CountedKind[] = [
  {
    ...share,
    code: 'meetings.seats-attended',
    title: 'Attendance at meetings of the board',
    meaning:
      'Of the seats that were filled on the day of each meeting, those that were attended: by the member or a deputy, in the room or from afar. Meetings that were held to their end count, away days do not; the whole register is counted, whoever may read it.',
    day: 'the day of the meeting',
    numerator: 'Filled seats that were attended',
    denominator: 'Filled seats',
    rowsAre: 'meetings',
    nothing: 'no meeting of the board was held.',
    rows: countAttendance,
  },
  {
    ...share,
    ...{ code: 'meetings.held', title: 'Meetings of the board', gives: 'number', unit: 'meetings', polarity: 'none' },
    meaning:
      'Meetings of the board that were held to their end, those held in private included. Away days, and meetings that were called off or broke up, do not count.',
    day: 'the day of the meeting',
    ...{ numerator: '', denominator: '' },
    rowsAre: 'meetings',
    nothing: '',
    rows: countMeetings,
  },
  {
    ...share,
    code: 'meetings.actions-in-time',
    title: 'Actions done in time',
    meaning:
      'Of the actions that were due, those that were done by their day. What is still open is not done in time; what was withdrawn, what returns every so often and what has no day does not count. Actions under exempt items count, and nothing else is told of them.',
    day: 'the day the action was due',
    numerator: 'Actions done by their day',
    denominator: 'Actions due',
    rowsAre: 'actions',
    nothing: 'no action was due.',
    rows: countActions,
  },
  {
    ...share,
    code: 'meetings.decisions-with-action',
    title: 'Decisions with an action behind them',
    meaning:
      'Of the decisions of the board, those that an action carries out, whenever it was recorded. Decisions that only note, and decisions taken back, do not count. Exempt decisions count, and nothing else is told of them.',
    day: 'the day of the decision',
    numerator: 'Decisions with an action',
    denominator: 'Decisions',
    rowsAre: 'decisions',
    nothing: 'the board decided nothing that asks for action.',
    rows: countDecisions,
  },
  {
    ...share,
    code: 'meetings.papers-in-time',
    title: 'Papers sent out in time',
    meaning:
      'Of the papers that went out for meetings that were held, those that were out by the last day that law and terms of reference name. A paper of a meeting without such a day cannot be judged and is said apart. Exempt papers and papers for members alone count, and nothing else is told of them.',
    day: 'the day of the meeting',
    numerator: 'Papers out by the last day',
    denominator: 'Papers sent out',
    rowsAre: 'papers',
    nothing: 'no paper went out for a meeting that was held.',
    rows: countPapers,
  },
]
