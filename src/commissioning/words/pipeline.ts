import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { CaseEventKind, CaseStatus } from '../rules/pipeline.ts'

/** How a case stands. */
export const caseStatusWords: Readonly<Record<CaseStatus, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  live: { word: 'Live', meaning: 'good' },
  'in-stage': { word: 'In a stage', meaning: 'draft' },
  met: { word: 'Stage met', meaning: 'good' },
  deferred: { word: 'Deferred', meaning: 'warning' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
  rejected: { word: 'Rejected', meaning: 'bad' },
  'not-begun': { word: 'Not begun', meaning: 'unknown' },
}
/** What happened to a case. */
export const caseEventWords: Readonly<Record<CaseEventKind, string>> = {
  entered: 'Entered a stage',
  met: 'Met what the stage asks for',
  deferred: 'Deferred',
  resumed: 'Taken up again',
  extended: 'Given more time by a decision',
  withdrawn: 'Withdrew',
  rejected: 'Was rejected',
}
