import type { QuorumLoss, QuorumVerdict } from '#governance/public.ts'
import type { FieldProblem } from '#platform/result.ts'
import { LONDON } from '#platform/time/london.ts'
import { timeInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Whereabouts } from '../rules/live-roll.ts'

/** Where somebody is, in a word and a shape. */
export const whereaboutsWords: Readonly<Record<Whereabouts, { readonly meaning: StatusMeaning; readonly word: string }>> = {
  here: { meaning: 'good', word: 'Here' },
  remote: { meaning: 'good', word: 'Here by remote link' },
  left: { meaning: 'neutral', word: 'Has left' },
  apologies: { meaning: 'neutral', word: 'Apologies' },
  'no-show': { meaning: 'neutral', word: 'Absent, no apology' },
  'not-marked': { meaning: 'draft', word: 'Not marked yet' },
  vacant: { meaning: 'unknown', word: 'Vacant' },
}

/** Where the law or the terms count members only in the room: here, and not counted. */
export const uncountedWords = { meaning: 'warning', word: 'By remote link, not counted' } as const

/** What is said of somebody whom an interest keeps out of the room: 'Out for item 6: interest'. */
export const outWords = (item: string): string => `Out for item ${item}: interest`

/** How many are in the meeting, and who of them is out: '5 people are in the meeting. Out for item 6: Ana Field (interest).' */
export function hereWords(here: number, out: readonly string[], item: string): string {
  const there = here === 1 ? '1 person is in the meeting.' : `${here} people are in the meeting.`
  return out.length === 0 ? there : `${there} Out for item ${item}: ${out.join(', ')} (interest).`
}

/** The time of day of an instant in London: '2.05pm'. */
export function clockTime(at: Temporal.Instant): string {
  return timeInWords(at.toZonedDateTimeISO(LONDON).toPlainTime())
}

/** When something happened, and that it was entered long after: '2.10pm, entered at 3.10pm'. */
export function enteredLateWords({
  happenedAt,
  enteredAt,
}: {
  readonly happenedAt: Temporal.Instant
  readonly enteredAt: Temporal.Instant
}): string {
  return `${clockTime(happenedAt)}, entered at ${clockTime(enteredAt)}`
}

const losses: Readonly<Record<QuorumLoss, string>> = {
  wait: 'By the terms the meeting waits until quorum is back. Decisions wait; discussion may go on.',
  adjourn: 'By the terms the meeting is adjourned: no decision is taken, and what is left goes to another day.',
  'note-only': 'By the terms this is noted and the discussion goes on. Decisions wait until quorum is back.',
}

/** What follows from the quorum for what the meeting may do; '' where nothing does. */
export function whatFollows({ state }: QuorumVerdict, mayWaive: boolean, onLoss: QuorumLoss | undefined): string {
  if (state !== 'not-quorate') return ''
  const wayOut = mayWaive ? ' The terms let the chair consult absent members instead: record it on the attendance page.' : ''
  return `${onLoss === undefined ? 'Decisions wait until quorum is back. Discussion may go on. The terms do not state what follows.' : losses[onLoss]}${wayOut}`
}

/** Whom the law or the terms want at every meeting, and who are not here (G5). */
export function absentDemandedWords(absent: readonly string[]): string {
  return `Nobody, or too few, are here as ${absent.join(' and as ')}, whom every meeting of this board must have.`
}

/** What is said aloud when the verdict on quorum becomes another. */
export function quorumAnnouncement({ state }: QuorumVerdict, onLoss: QuorumLoss | undefined): string {
  if (state === 'not-quorate')
    return `Quorum is lost. ${onLoss ? losses[onLoss] : 'Decisions wait until it is back. Discussion may go on.'}`
  return state === 'quorate' || state === 'quorate-by-exception' ? 'The meeting is quorate.' : ''
}

const remedies: Readonly<Record<string, string>> = {
  'deputies-forbidden': 'the terms forbid deputies. They can be in attendance only',
  'not-a-named-substitute': 'they are not the named substitute. Only the substitute named on the members page can sit in',
  'chair-has-not-agreed': 'the chair has not agreed. If the chair agrees now, tick that the chair agrees and the core members are told',
  'members-not-told': 'the core members were not told. If they are told now, tick that the chair agrees and the core members are told',
  'not-nominated': 'the member’s nomination is not on record. Enter it on the members page, or note them as in attendance only',
  'member-is-present': 'the member is here, and counts. The deputy can be in attendance only',
  'sits-elsewhere': 'they already sit in another seat',
}

const refusedDeputy = (name: string, problems: string): string => {
  const reasons = problems
    .split(' ')
    .map((problem) => remedies[problem] ?? problem)
    .filter((reason, index, all) => all.indexOf(reason) === index)
  return `${name} cannot sit as deputy: ${reasons.join('; and ')}. Without that they are noted as in attendance only: not counted, and without a vote`
}

/** A sentence for a problem of the live screen; undefined leaves it to others. */
export function liveProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  const name = String(details.name ?? 'This person')
  switch (code) {
    case 'meeting-not-running':
      return 'The meeting is not running, so nothing can be entered here. What was wrong is put right on the attendance page'
    case 'line-unknown':
      return 'Choose somebody of the list'
    case 'not-in-the-room':
      return `${name} is not in the meeting`
    case 'has-not-left':
      return `${name} has not left`
    case 'was-there':
      return `${name} has been here, so there are no apologies to record`
    case 'sits-elsewhere':
      return `${name} is in the meeting in another capacity. Record that they left that first`
    case 'in-the-room-already':
      return `${name} is in the meeting already`
    case 'in-two-places':
      return 'Somebody is in the meeting twice at that time. Look again, and enter it anew'
    case 'two-chairs':
      return 'Somebody else took the chair at the same moment. Look again'
    case 'two-items':
      return 'Another item was taken at the same moment. Look again'
    case 'resolution-missing':
      return 'This item is exempt, and no resolution to exclude the press and the public covers it. Record the resolution first, or say here why the item is taken without one: the reason is kept'
    case 'public-out-already':
      return 'The public is out already'
    case 'public-is-in':
      return 'The public is in the room already'
    case 'private-item-on':
      return 'An item of Part 2 is still on. Take the next item, or pause, before the public comes back'
    case 'mover-not-here':
      return 'Choose somebody who is in the meeting'
    case 'item-withdrawn':
      return 'This item was withdrawn from the agenda'
    case 'place-has-deputy':
      return 'A deputy sits in this place already'
    case 'agreed-by-its-clerk':
      return 'This place belongs to the other board. Its own clerk writes down who may sit in for it; until then they can be noted as in attendance only'
    case 'no-chair-to-agree':
      return 'Nobody is recorded in the chair who could agree. Record who chairs first'
    case 'deputy-refused':
      return refusedDeputy(name, String(details.problems ?? ''))
    case 'nobody-of-the-public':
      return 'Enter a number, or a name'
    case 'chair-not-present':
      return 'Whoever chairs must be in the meeting. Record that they arrived first'
    case 'chair-is-present':
      return 'Somebody is elected for the meeting only when the chair and the deputy chair are both absent'
    case 'must-reschedule':
      return 'The terms do not let the meeting go on without chair and deputy chair: it must be rescheduled'
    case 'required':
      return field === 'person' ? 'Choose a person' : field === 'text' ? 'Write something first' : undefined
    default:
      return undefined
  }
}

/** When a meeting was on, for its page: 'Began at 2.05pm'. */
export function beganWords(at: Temporal.Instant | undefined): string {
  return at === undefined ? 'In progress' : `Began at ${clockTime(at)}`
}
