import type { Reader } from '#platform/database/session.ts'
import { requestState } from '../rules/body-request.ts'
import { findReporting } from './reports.ts'
import { findRequests } from './requests.ts'
import { findWorkProgramme } from './work-programme.ts'

/** How a board stands with others in figures, as far as the reader may know. */
export interface Between {
  readonly openRequests: number
  readonly overdueRequests: number
  /** Of the board itself, not of the others. */
  readonly dutiesOverdue: number
  readonly reportsOverdue: number
}

/** Counts what is open and what is overdue between a board and others. */
export async function findBetween(reader: Reader, body: string, today: Temporal.PlainDate): Promise<Between> {
  const [requests, programme, reports] = await Promise.all([
    findRequests(reader, body),
    findWorkProgramme(reader, body, today),
    findReporting(reader, today, body),
  ])
  const states = requests.map((request) => requestState(request, today))
  return {
    openRequests: states.filter((state) => state === 'open' || state === 'overdue').length,
    overdueRequests: states.filter((state) => state === 'overdue').length,
    dutiesOverdue: programme.filter(({ state, duty }) => state === 'overdue' && duty.body.id === body).length,
    reportsOverdue: reports.filter(({ state, relation }) => state === 'overdue' && relation.from.id === body).length,
  }
}
