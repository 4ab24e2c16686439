import type { FieldProblem } from '#platform/result.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ReportKind, ReportState, SectionCode } from '../rules/report.ts'
import { problemWords } from './problems.ts'

/** What a kind of report is called. */
export const reportKindWords: Readonly<Record<ReportKind, string>> = {
  annual: 'Annual report',
  'half-yearly': 'Half-yearly progress report',
}

/** How far a report is, in words. */
export const reportStateWords: Readonly<Record<ReportState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  draft: { word: 'Draft', meaning: 'draft' },
  published: { word: 'Published', meaning: 'good' },
  dropped: { word: 'Dropped', meaning: 'neutral' },
}

/** What its sections are called. */
export const sectionWords: Readonly<Record<SectionCode, string>> = {
  foreword: 'Foreword',
  summary: 'In short',
  priorities: 'How the priorities stand',
  actions: 'What was done, and what is overdue',
  impact: 'What changed',
  measures: 'What the measures show',
  voices: 'What children, families and staff said',
  decisions: 'What was decided',
  risks: 'Risks',
  next: 'What comes next',
}

/** Who a report is for, in words. */
export const audienceWords = {
  public: 'Everybody: it is drafted from what everybody may read',
  members: 'Members of the board: it is drafted from what every member may read',
} as const

/** A period in words: '1 April 2025 to 31 March 2026'. */
export function spanInWords({ startsOn, endsOn }: { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate }): string {
  return `${dayInWords(startsOn)} to ${dayInWords(endsOn.subtract({ days: 1 }))}`
}

/** A sentence for every problem that writing a report can have; undefined leaves it to the common words. */
export function reportProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'text':
      return String(problem.details?.sentence)
    case 'nothing-in-force':
      return 'Nothing of this was in force in that period that those may read for whom the report is'
    case 'report-known':
      return 'A report of that kind is being written for this period already'
    case 'period-to-come':
      return 'That period is still to come'
    case 'nothing-written':
      return 'Every section is empty. Write something first'
    case 'reason-missing':
      return 'Say why there is a new version'
    case 'later-version':
      return 'A later version of it exists already'
    case 'required':
      return problem.field === 'kind' ? 'Choose what kind of report it is' : problemWords(problem)
    default:
      return problemWords(problem)
  }
}
