import { type Found, found, untested } from './compliance-finding.ts'

/** How the duties stand that protocols with other bodies lay on a board: the cycles that closed within a year, are open, or are overdue. */
export interface DutiesFacts {
  readonly of: number
  readonly overdue: number
  /** Those that are open and close within a month. */
  readonly soon: number
  readonly metLate: number
  /** Those that were met or waived. */
  readonly done: number
}

/** Judges whether a board does what protocols ask of it in its windows (G15). */
export function judgeDuties({ of, overdue, soon, metLate, done }: DutiesFacts): Found {
  if (overdue > 0) return found('broken', 'duties-overdue', { bad: overdue, of })
  if (soon > 0) return found('at-risk', 'duties-soon', { bad: soon, of })
  if (metLate > 0) return found('at-risk', 'duties-late', { bad: metLate, of })
  return done > 0 ? found('met', 'duties-met', { of: done }) : untested('duties-ahead')
}

/** Duties that come back every year, as the part that keeps them tells of one board. */
export interface YearlyFacts extends DutiesFacts {
  /** What is overdue, in words, each once: 'Annual report'. */
  readonly late: readonly string[]
}

/** Judges whether a board does in its months what it owes every year: reports, self-assessments, an annual meeting (P11). */
export function judgeYearly({ late, ...facts }: YearlyFacts): Found {
  const { state, code, details } = judgeDuties(facts)
  return found(state, code.replace(/^duties/, 'yearly'), { ...details, what: late.join(', ').toLowerCase() })
}

/** Registers of interests of those who sit on a board. */
export interface RegistersFacts {
  readonly of: number
  /** Not looked through by the last day. */
  readonly overdue: number
}

/** Judges whether the registers of interests are looked through in time (G13). */
export function judgeRegisters(registers: RegistersFacts | undefined): Found {
  if (registers === undefined) return untested('registers-none')
  const { of, overdue: bad } = registers
  return bad > 0 ? found('broken', 'registers-late', { bad, of }) : found('met', 'registers-met', { of })
}

/** Reports that a board owes others by a cadence. */
export interface ReportsFacts {
  readonly of: number
  readonly overdue: number
  /** Due within the month. */
  readonly soon?: number
  /** A report was due, and none was ever recorded. */
  readonly unrecorded?: number
}

/** Judges whether reports to other boards are made by their day (G14). Where none was ever recorded nobody is accused: it may have been made elsewhere. */
export function judgeReports(reports: ReportsFacts | undefined): Found {
  if (reports === undefined) return untested('reports-none')
  const { of, overdue, soon = 0, unrecorded = 0 } = reports
  if (overdue > 0) return found('broken', 'reports-late', { bad: overdue, of })
  if (unrecorded > 0) return found('at-risk', 'reports-unrecorded', { bad: unrecorded, of })
  return soon > 0 ? found('at-risk', 'reports-soon', { bad: soon, of }) : found('met', 'reports-met', { of })
}

/** Agreements on information that a board keeps and that hold or will; undefined where it keeps none. */
export interface SharingFacts {
  readonly of: number
  readonly overdue: number
  readonly soon: number
}

/** Judges whether agreements on information are looked at again in time (G19). */
export function judgeSharing({ of, overdue, soon }: SharingFacts): Found {
  if (overdue > 0) return found('broken', 'sharing-late', { bad: overdue, of })
  return soon > 0 ? found('at-risk', 'sharing-soon', { bad: soon, of }) : found('met', 'sharing-met', { of })
}
