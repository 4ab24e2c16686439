import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ComplianceFinding } from '../rules/compliance.ts'
import type { ComplianceState } from '../rules/compliance-finding.ts'
import { presenceSentences } from './compliance-presence.ts'
import { copySentences, nominationSentences, opennessSentences, owedSentences, paperSentences, whyUntested } from './compliance-records.ts'
import { chairTermSentences, seatTermSentences } from './seat-terms.ts'

/** What a state means and is called. */
export const complianceStates: Readonly<Record<ComplianceState, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  met: { meaning: 'good', word: 'Met' },
  'at-risk': { meaning: 'warning', word: 'At risk' },
  broken: { meaning: 'bad', word: 'Broken' },
  'not-testable': { meaning: 'unknown', word: 'Cannot be tested' },
}

/** The page on which the evidence stands. */
export type EvidencePage =
  | 'attendance'
  | 'notice'
  | 'register'
  | 'members'
  | 'terms'
  | 'meetings'
  | 'minutes'
  | 'disputes'
  | 'yearly'
  | 'sharing'
  | 'agenda'
  | 'plan'
  | 'interests'
  | 'reports'
  | 'copies'

/** A finding in words: the evidence, and what to do next; undefined where there is nothing to do. */
export interface FindingWords {
  readonly evidence: string
  readonly next?: string | undefined
  readonly page?: EvidencePage | undefined
  /** Says more exactly why a rule cannot be tested: 'Not due yet', 'No record', 'Not stated'. */
  readonly word?: string | undefined
}

const plural = (count: unknown, one: string, many = `${one}s`): string => `${count} ${Number(count) === 1 ? one : many}`

type Details = ComplianceFinding['details']
type Sentences = Readonly<Record<string, FindingWords>>

/** The words of a finding. */
export function findingWords({ code, details }: ComplianceFinding): FindingWords {
  const words = {
    ...deadlineSentences(details),
    ...attendanceSentences(details),
    ...standingSentences(details),
    ...agendaSentences(details),
    ...keptSentences(details),
    ...compositionSentences(details),
    ...paperSentences(details),
    ...nominationSentences(details),
    ...opennessSentences(details),
    ...copySentences(details),
    ...owedSentences(details),
    ...chairTermSentences(details),
    ...seatTermSentences(details),
    ...presenceSentences(details),
  }[code]
  return { word: whyUntested[code], ...(words ?? { evidence: code }) }
}

function deadlineSentences({ bad, of, unexplained }: Details): Sentences {
  return {
    'notice-late': {
      evidence: `${plural(bad, 'agenda')} of ${of} went out late or ${Number(bad) === 1 ? 'is' : 'are'} overdue.`,
      next:
        unexplained === 0
          ? 'The reasons are recorded with who approved them; send the next pack in time.'
          : 'Record the reason and who approved it.',
      page: 'notice',
    },
    'notice-soon': { evidence: 'The agenda of the next meeting must go out now.', next: 'Publish the pack.', page: 'notice' },
    'notice-given': { evidence: `${plural(of, 'agenda')} went out in time, by the certificates.`, page: 'notice' },
    'no-certificate': {
      evidence: 'No certificate of notice exists for a meeting of the last twelve months.',
      next: 'Publish packs here, so that the notice is proved.',
    },
    'draft-late': {
      evidence: `${plural(bad, 'draft')} of ${of} went to members late or ${Number(bad) === 1 ? 'is' : 'are'} overdue.`,
      next: 'Circulate the draft.',
      page: 'minutes',
    },
    'draft-soft': {
      evidence: `${plural(bad, 'draft')} of ${of} went out late; the terms ask for it where practicable.`,
      next: 'Circulate the draft.',
      page: 'minutes',
    },
    'draft-soon': { evidence: 'A draft must go to members now.', next: 'Circulate the draft.', page: 'minutes' },
    'draft-none': { evidence: 'No meeting of the last twelve months had drafts to send.' },
    'draft-met': { evidence: `The drafts of ${plural(of, 'meeting')} are in time.`, page: 'minutes' },
    'published-late': {
      evidence: `The minutes of ${bad} of ${plural(of, 'meeting')} were published late or are overdue.`,
      next: 'Publish the minutes.',
      page: 'minutes',
    },
    'published-soft': {
      evidence: `The minutes of ${bad} of ${plural(of, 'meeting')} are late; the terms ask for it where practicable.`,
      next: 'Publish the minutes.',
      page: 'minutes',
    },
    'published-soon': { evidence: 'Approved minutes must be published now.', next: 'Publish the minutes.', page: 'minutes' },
    'published-none': { evidence: 'No minutes of the last twelve months have been approved yet.' },
    'published-met': { evidence: `The minutes of ${plural(of, 'meeting')} are in time.`, page: 'minutes' },
  }
}

function attendanceSentences({ bad, of }: Details): Sentences {
  return {
    'no-attendance': {
      evidence: 'No attendance of the last twelve months is recorded, or none that you may see.',
      next: 'Record who was at each meeting.',
      page: 'meetings',
    },
    'quorum-undefined': {
      evidence: 'The rule counts a group in which there is nobody to count.',
      next: 'Check the seats of the group, or the rule.',
      page: 'members',
    },
    'not-quorate': {
      evidence: `${bad} of ${plural(of, 'recorded meeting')} began without a quorum.`,
      next: 'Ask the absent members why, and whether a deputy can come.',
      page: 'attendance',
    },
    'quorum-shaky': {
      evidence: `${bad} of ${plural(of, 'recorded meeting')} lost the quorum on the way, or had it by exception only.`,
      next: 'Take decisions early on the agenda.',
      page: 'attendance',
    },
    quorate: { evidence: `All of ${plural(of, 'recorded meeting')} were quorate from beginning to end.`, page: 'attendance' },
    'attendance-below': {
      evidence: `${plural(bad, 'seat')} of ${of} fall short of the share in this financial year.`,
      next: 'Look at the register, and ask for an explanation.',
      page: 'register',
    },
    'attendance-misses': {
      evidence: `${plural(bad, 'seat')} missed as many meetings as the terms say before a letter is considered.`,
      next: 'A person decides on the letter.',
      page: 'register',
    },
    'attendance-met': { evidence: `All of ${plural(of, 'seat')} with meetings due keep the share.`, page: 'register' },
    'attendance-no-share': { evidence: 'The terms state steps and no share.', page: 'register' },
    'deputies-refused': {
      evidence: `At ${bad} of ${plural(of, 'recorded meeting')} somebody deputised whom the terms do not accept.`,
      next: 'Authorise the deputies on the members page.',
      page: 'attendance',
    },
    'deputies-fine': { evidence: `At ${plural(of, 'recorded meeting')} every deputy was one that the terms accept.`, page: 'attendance' },
  }
}

function keptSentences({ bad, of }: Details): Sentences {
  return {
    'reports-late': {
      evidence: `${plural(bad, 'report')} of ${of} that the board owes others ${Number(bad) === 1 ? 'is' : 'are'} overdue.`,
      next: 'Make the report, and note the day on the page of protocols and reports.',
      page: 'reports',
    },
    'reports-met': {
      evidence: `${plural(of, 'report')} that the board owes others ${Number(of) === 1 ? 'is' : 'are'} in time.`,
      page: 'reports',
    },
    'registers-none': { evidence: 'Nobody who keeps a register of interests sits on the board.', page: 'interests' },
    'registers-late': {
      evidence: `${plural(bad, 'register')} of interests of ${of} ${Number(bad) === 1 ? 'was' : 'were'} not looked through in time.`,
      next: 'Ask those members to confirm their register; My work asks them, too.',
      page: 'interests',
    },
    'registers-met': { evidence: `The registers of interests of ${plural(of, 'member')} were looked through in time.`, page: 'interests' },
    'sharing-late': {
      evidence: `${plural(bad, 'agreement')} of ${of} ${Number(bad) === 1 ? 'was' : 'were'} not reviewed by ${Number(bad) === 1 ? 'its' : 'their'} day.`,
      next: 'Ask the owner to review it, and record what came of it.',
      page: 'sharing',
    },
    'sharing-soon': {
      evidence: `${plural(bad, 'agreement')} of ${of} ${Number(bad) === 1 ? 'is' : 'are'} to be reviewed within a month.`,
      next: 'Ask the owner to review it.',
      page: 'sharing',
    },
    'sharing-met': {
      evidence: `${plural(of, 'agreement')} ${Number(of) === 1 ? 'is' : 'are'} within the time for review.`,
      page: 'sharing',
    },
  }
}

function agendaSentences({ bad, of, titles, longest }: Details): Sentences {
  return {
    'length-untimed': { evidence: 'No meeting of the last twelve months states when it began and ended.', page: 'meetings' },
    'length-over': {
      evidence: `${plural(bad, 'meeting')} of ${of} ${Number(bad) === 1 ? 'lasts' : 'last'} longer than ${longest} minutes by the stated times.`,
      next: 'Plan fewer items, or an extra meeting.',
      page: 'agenda',
    },
    'length-planned': {
      evidence: `${plural(bad, 'meeting')} ahead ${Number(bad) === 1 ? 'is' : 'are'} planned for longer than ${longest} minutes.`,
      next: 'Shorten the agenda, or plan an extra meeting.',
      page: 'agenda',
    },
    'length-kept': { evidence: `${plural(of, 'meeting')} within ${longest} minutes by the stated times.`, page: 'meetings' },
    'standing-none': {
      evidence: 'No agenda of the last twelve months on which a standing item was due can be read.',
      next: 'Hold agendas here, so that it is proved.',
      page: 'plan',
    },
    'standing-missed': {
      evidence: `Standing items were due ${plural(of, 'time')} and missing ${plural(bad, 'time')}: ${titles}.`,
      next: 'Take them at the next meeting; the plan shows where each is due.',
      page: 'agenda',
    },
    'standing-left-out': {
      evidence: `Standing items were due ${plural(of, 'time')} and left out by the clerk ${plural(bad, 'time')}: ${titles}.`,
      next: 'Ask the board whether it still wants them so often.',
      page: 'agenda',
    },
    'standing-unplaced': {
      evidence: `Due in the present period, not taken yet, and no meeting is announced that could take them: ${titles}.`,
      next: 'Plan a meeting, or report in writing between meetings.',
      page: 'plan',
    },
    'standing-met': {
      evidence: `Standing items were due ${plural(of, 'time')} in the last twelve months and taken each time.`,
      page: 'plan',
    },
  }
}

function compositionSentences({ bad, of, who }: Details): Sentences {
  return {
    'composition-short': {
      evidence: `The board lacks ${bad} of ${of} that it must have: ${who}.`,
      next: 'Fill the seat, or give a seat the role.',
      page: 'members',
    },
    'composition-absent': {
      evidence: `At ${bad} of ${plural(of, 'recorded meeting')} somebody was lacking whom every meeting must have.`,
      next: 'Ask for a deputy in time.',
      page: 'attendance',
    },
    'composition-met': { evidence: `Everybody whom the law or the terms name is on the board: ${plural(of, 'rule')}.`, page: 'members' },
  }
}

function standingSentences({ bad, of, held, expected, due }: Details): Sentences {
  const dueDay = typeof due === 'string' ? dayInWords(Temporal.PlainDate.from(due)) : ''
  return {
    'review-late': {
      evidence: `The terms were due for review on ${dueDay}.`,
      next: 'Put their review on the next agenda, and record what was decided on the page of the terms.',
      page: 'terms',
    },
    'review-amending': {
      evidence: `The terms were looked at and are being amended; the last day was ${dueDay}.`,
      next: 'Adopt the draft.',
      page: 'terms',
    },
    'review-soon': { evidence: `The terms are due for review on ${dueDay}.`, next: 'Put their review on the next agenda.', page: 'terms' },
    'review-ahead': { evidence: `The terms are next due for review on ${dueDay}.`, page: 'terms' },
    'frequency-unrecorded': { evidence: 'No meeting of the last twelve months is recorded here.', page: 'meetings' },
    'frequency-open': { evidence: 'The terms name no number of meetings.' },
    frequency: {
      evidence: `${plural(held, 'ordinary meeting')} held in the last twelve months, ${expected} expected.`,
      next: Number(held) < Number(expected) ? 'Plan the meetings that are missing.' : undefined,
      page: 'meetings',
    },
    'frequency-young': {
      evidence: `${plural(held, 'ordinary meeting')} held so far; these terms are younger than a year.`,
      page: 'meetings',
    },
    'disputes-overdue': {
      evidence: `${plural(bad, 'dispute')} of ${of} ${Number(bad) === 1 ? 'was' : 'were'} not answered within the days of its step.`,
      next: 'Ask for the answer, or take it to the next step.',
      page: 'disputes',
    },
    'disputes-open': { evidence: `${plural(bad, 'dispute')} ${Number(bad) === 1 ? 'is' : 'are'} not settled yet.`, page: 'disputes' },
    'disputes-none': { evidence: 'No dispute that you may see is open.', page: 'disputes' },
    'chair-vacant': { evidence: 'Nobody is recorded as chair.', next: 'Record who chairs.', page: 'members' },
    'chair-departs': {
      evidence: 'The chair came to the office in another way than the terms say.',
      next: 'Change the terms, or the record.',
      page: 'members',
    },
    'chair-held': { evidence: 'The chair is held as the terms say.', page: 'members' },
    'no-seats': { evidence: 'The body has no seats on record.', next: 'Enter its seats.', page: 'members' },
    'seats-vacant': {
      evidence: `${plural(bad, 'place is', 'places are')} vacant of ${of}.`,
      next: 'Ask who is to fill them.',
      page: 'members',
    },
    'seats-filled': { evidence: `All ${of} places are filled.`, page: 'members' },
    'by-a-person': { evidence: 'No record can prove or disprove this: a person reads it.' },
  }
}
