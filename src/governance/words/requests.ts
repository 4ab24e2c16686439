import { dayInWords } from '#platform/time/words.ts'
import type { RequestKind, RequestState } from '../rules/body-request.ts'

/** What one body wants of another. */
export const requestKindLabels: Readonly<Record<RequestKind, string>> = { request: 'Request', concern: 'Concern', question: 'Question' }

/** How a request stands, as a pill says it. */
export const requestStateWords = {
  open: ['information', 'Open'],
  overdue: ['bad', 'Overdue'],
  answered: ['good', 'Answered'],
  'answered-late': ['warning', 'Answered late'],
  withdrawn: ['neutral', 'Withdrawn'],
} as const satisfies Readonly<Record<RequestState, readonly [string, string]>>

/** Who may read a request. */
export const requestSightLabels: Readonly<Record<'members' | 'public', string>> = {
  members: 'Members and clerks of both boards',
  public: 'Everybody',
}

/** The state with its day: 'Answer due by 31 March 2026'. */
export function requestDayWords(
  state: RequestState,
  request: {
    readonly dueOn: Temporal.PlainDate
    readonly answeredOn: Temporal.PlainDate | undefined
    readonly withdrawnOn: Temporal.PlainDate | undefined
  },
): string {
  const due = dayInWords(request.dueOn)
  if (state === 'withdrawn' && request.withdrawnOn) return `Withdrawn on ${dayInWords(request.withdrawnOn)}`
  if (request.answeredOn)
    return `Answered on ${dayInWords(request.answeredOn)}${state === 'answered-late' ? `; the last day was ${due}` : ''}`
  return state === 'overdue' ? `The last day for the answer was ${due}` : `Answer due by ${due}`
}
