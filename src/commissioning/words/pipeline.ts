import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { CallState } from '../rules/bid.ts'
import type { EvaluatorState } from '../rules/evaluation.ts'
import type { CaseEventKind, CaseStatus, CaseWait } from '../rules/pipeline.ts'
import type { TickKind } from '../rules/pipeline-criteria.ts'

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
/** What waits for somebody in a case. */
export const caseWaitWords: Readonly<Record<CaseWait, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  'past-deadline': { word: 'Past its deadline', meaning: 'bad' },
  'deferral-over': { word: 'Its deferral is over', meaning: 'warning' },
  'board-decides': { word: 'The board decides', meaning: 'draft' },
  'deadline-soon': { word: 'Deadline within four weeks', meaning: 'warning' },
}
/** How a criterion stands in a case. */
export const tickWords: Readonly<Record<TickKind, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  met: { word: 'Met', meaning: 'good' },
  open: { word: 'Open', meaning: 'warning' },
  waived: { word: 'Open, let pass by the chair', meaning: 'draft' },
}
/** How a call for bids stands. */
export const callStateWords: Readonly<Record<CallState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  open: { word: 'Open for bids', meaning: 'good' },
  closed: { word: 'Closed, sealed', meaning: 'draft' },
  'to-open': { word: 'To be opened', meaning: 'warning' },
  opened: { word: 'Opened, sealed until the decision', meaning: 'information' },
  decided: { word: 'Decided', meaning: 'neutral' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
}

/** Words for how far somebody who evaluates bids is. */
export const evaluatorWords: Readonly<Record<EvaluatorState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  'to-declare': { word: 'Has to declare', meaning: 'warning' },
  'to-settle': { word: 'Interest to be settled', meaning: 'warning' },
  reads: { word: 'May read', meaning: 'information' },
  'stands-down': { word: 'Stands down', meaning: 'neutral' },
  'handed-in': { word: 'Scores handed in', meaning: 'good' },
}
