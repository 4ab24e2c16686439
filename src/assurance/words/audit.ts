import { dayInWords } from '#platform/time/words.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { RoundState } from '../queries/audits.ts'
import type { Compliance, Movement, ToolkitScore } from '../rules/audit.ts'
import type { CaseAuditKind } from '../rules/case-audit.ts'

/** How far a round has come. */
export const roundStateWords: Readonly<Record<RoundState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  draft: { word: 'Being prepared', meaning: 'draft' },
  open: { word: 'Agencies answer', meaning: 'information' },
  moderation: { word: 'Peers moderate', meaning: 'information' },
  reported: { word: 'Reported', meaning: 'good' },
}

/** How an agency stands on a standard. */
export const complianceWords: Readonly<Record<Compliance, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  met: { word: 'Met', meaning: 'good' },
  'not-fully': { word: 'Not fully', meaning: 'warning' },
  missing: { word: 'No answer', meaning: 'unknown' },
}

/** How a score moved since the round before. */
export const movementWords: Readonly<Record<Movement, string>> = {
  better: 'better than before',
  worse: 'worse than before',
  same: 'as before',
  'not-comparable': 'no comparison',
}

/** Kinds of case audit. */
export const caseAuditWords: Readonly<Record<CaseAuditKind, string>> = {
  'single-agency': 'Case files of one agency',
  'multi-agency': 'Case files of several agencies',
  voice: 'What children and families say',
}

/** A score with its words: '2, mostly met'. */
export function scoreWords(scores: readonly ToolkitScore[], score: number | undefined): string {
  if (score === undefined) return 'No score'
  const label = scores.find((one) => one.score === score)?.label ?? ''
  return label === '' ? String(score) : `${score}, ${label.charAt(0).toLowerCase()}${label.slice(1)}`
}

/** The mail that asks an agency to answer, or reminds it. It names the round, never an answer. */
export function roundMail(
  kind: 'invited' | 'reminded',
  facts: {
    readonly board: string
    readonly title: string
    readonly agency: string
    readonly dueOn: Temporal.PlainDate
    readonly link: string
  },
): { readonly subject: string; readonly text: string } {
  const { board, title, agency, dueOn, link } = facts
  const begin =
    kind === 'invited'
      ? `${board} asks ${agency} to answer its audit: ${title}.`
      : `${board} has no answer from ${agency} to its audit yet: ${title}.`
  return {
    subject: kind === 'invited' ? `Audit to answer by ${dayInWords(dueOn)}` : `Reminder: audit to answer by ${dayInWords(dueOn)}`,
    text: `${begin}\n\nYou answer for ${agency}. For each standard you give a score, and what shows it. You can save and come back, and hand in once.\n\nThe last day is ${dayInWords(dueOn)}.\n\n${link}\n`,
  }
}
