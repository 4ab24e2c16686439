import type { DeputyVerdict, QuorumVerdict } from '#governance/public.ts'
import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'

/** A sentence for a problem of the attendance form; undefined leaves it to the common words. */
export function attendanceProblemWords({ code, field, details = {} }: FieldProblem): string | undefined {
  switch (code) {
    case 'more-stays-than-shown':
      return `${details.name} came and went more often than this form shows, which the live screen recorded. Leave this line as it was`
    case 'deputy-missing':
      return 'Choose who came as deputy'
    case 'left-before-arrived':
      return 'The time of leaving must be later than the time of arriving'
    case 'back-without-leaving':
      return field.startsWith('left_') ? 'Enter when they left before they came back' : 'Enter when they came back before they left again'
    case 'back-before-leaving':
      return 'The time of coming back must be later than the time of leaving'
    case 'chair-missing':
      return 'Choose who was elected to chair this meeting'
    case 'chair-not-present':
      return 'Whoever chairs must be recorded as present'
    case 'chair-is-present':
      return 'Somebody is elected for the meeting only when the chair and the deputy chair are both absent. Record when they arrived, or choose them'
    case 'must-reschedule':
      return 'The terms do not let the meeting go on without chair and deputy chair: it must be rescheduled'
    case 'next-chair-incomplete':
      return 'Give both: who took the chair, and from what time'
    case 'nobody':
      return 'Record at least one person who was there'
    case 'required':
      if (field === 'consulted') return 'Name the absent members whom the chair consulted'
      if (field === 'views') return 'Record their views'
      return field === 'reason' ? 'Say why the meeting was abandoned' : undefined
    case 'body-not-at-table':
      return 'Choose a board that meets here'
    case 'waiver-not-in-terms':
      return 'The terms in force do not let the chair waive the quorum by consulting absent members'
    default:
      return undefined
  }
}

/** The labels of what can be recorded for a place. */
export const attendanceStatuses = [
  { value: '', text: 'Not recorded' },
  { value: 'present', text: 'Present' },
  { value: 'deputy', text: 'Deputy came' },
  { value: 'apologies', text: 'Apologies' },
  { value: 'no_apology', text: 'Absent, no apology' },
] as const

/** How a chair came to chair this meeting. */
export const chairBasisWords: Readonly<Record<string, string>> = {
  chair: 'chair of the body',
  deputy_chair: 'deputy chair of the body',
  elected_for_meeting: 'elected for this meeting as its first item',
  as_recorded: 'as recorded',
}

/** What a quorum verdict means and is called. */
export function quorumState({ state }: QuorumVerdict): { readonly meaning: StatusMeaning; readonly word: string } {
  switch (state) {
    case 'quorate':
      return { meaning: 'good', word: 'Quorate' }
    case 'quorate-by-exception':
      return { meaning: 'warning', word: 'Quorate by exception' }
    case 'no-quorum-required':
      return { meaning: 'information', word: 'No quorum required' }
    case 'not-quorate':
      return { meaning: 'bad', word: 'Not quorate' }
    case 'not-stated':
      return { meaning: 'unknown', word: 'No quorum is stated' }
    case 'undefined':
      return { meaning: 'unknown', word: 'Cannot be tested' }
  }
}

/** The reasons of a verdict in sentences. */
export function quorumReasons(verdict: QuorumVerdict): string {
  return verdict.reasons.map(({ words }) => words).join(' ')
}

/** One line on quorum, for minutes: the state and its reason. */
export function quorumLine(verdict: QuorumVerdict): string {
  return `${quorumState(verdict).word}. ${quorumReasons(verdict)}`.trim()
}

const deputyProblems: Readonly<Record<DeputyVerdict['problems'][number], string>> = {
  'deputies-forbidden': 'the terms forbid deputies',
  'not-a-named-substitute': 'is not the named substitute',
  'chair-has-not-agreed': 'the chair has not agreed',
  'members-not-told': 'the core members were not told',
  'not-nominated': 'the member’s nomination is not on record',
  'member-is-present': 'the member is present as well',
  'sits-elsewhere': 'already sits in another seat',
}
const deputyWarnings: Readonly<Record<DeputyVerdict['warnings'][number], string>> = {
  'without-authority-to-decide': 'has no authority to decide for the agency',
  'authority-not-known': 'authority to decide is not recorded',
  'rule-not-stated': 'the terms do not say who may deputise',
}

/** What the terms say of a deputy, in a clause. */
export function deputyWords({ accepted, problems, warnings }: DeputyVerdict): string {
  if (!accepted) return `not counted: ${problems.map((problem) => deputyProblems[problem]).join(', ')}`
  return warnings.length === 0
    ? 'counts for the seat'
    : `counts for the seat; ${warnings.map((warning) => deputyWarnings[warning]).join(', ')}`
}
