import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { AssessmentLack, AssessmentRowKind, AssessmentState, ProposalRank } from '../rules/needs.ts'

/** How far an assessment is, in words. */
export const assessmentStateWords: Readonly<Record<AssessmentState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  proposed: { word: 'Proposed', meaning: 'draft' },
  underway: { word: 'Being written', meaning: 'information' },
  published: { word: 'Published', meaning: 'good' },
  declined: { word: 'Declined', meaning: 'neutral' },
  withdrawn: { word: 'Withdrawn', meaning: 'neutral' },
}

/** How urgent a proposal is, in words. */
export const rankWords: Readonly<Record<ProposalRank, string>> = { high: 'High priority', medium: 'Medium priority', low: 'Low priority' }

/** What stands in an assessment, in words. */
export const assessmentRowWords: Readonly<
  Record<
    AssessmentRowKind,
    { readonly noun: string; readonly plural: string; readonly lead: string; readonly add: string; readonly empty: string }
  >
> = {
  need: {
    noun: 'Priority need',
    plural: 'Priority needs',
    lead: 'What is needed most, and the findings that say so.',
    add: 'Add a priority need',
    empty: 'No priority need is named yet',
  },
  finding: {
    noun: 'Finding',
    plural: 'Findings',
    lead: 'Each has a number and an address that stay, so that a plan can cite it.',
    add: 'Add a finding',
    empty: 'Nothing is found yet',
  },
  gap: {
    noun: 'Known gap',
    plural: 'Known gaps',
    lead: 'What nobody knows yet, and how it could be found out.',
    add: 'Add a known gap',
    empty: 'No gap is named',
  },
  evidence: {
    noun: 'Evidence',
    plural: 'Evidence',
    lead: 'Where it comes from, of which day it is, and under what licence it may be used.',
    add: 'Add evidence',
    empty: 'No evidence is named yet',
  },
}

/** What an assessment lacks, in a sentence. */
export function lackInWords(lack: AssessmentLack, rows: number): string {
  const some = (one: string, many: string): string => (rows === 1 ? `One ${one}` : `${rows} ${many}`)
  switch (lack) {
    case 'no-finding':
      return 'Nothing is found yet: it cannot be published without a finding'
    case 'finding-without-evidence':
      return some('finding rests on no evidence', 'findings rest on no evidence')
    case 'need-without-finding':
      return some('need rests on no finding', 'needs rest on no finding')
    case 'evidence-undated':
      return some('piece of evidence has no date', 'pieces of evidence have no date')
    case 'evidence-unlicensed':
      return some('piece of evidence has no licence', 'pieces of evidence have no licence')
  }
}

/** How a row is named where it is cited: 'Finding 3'. */
export const citedAs = ({ kind, number }: { readonly kind: AssessmentRowKind; readonly number: number }): string =>
  `${assessmentRowWords[kind].noun} ${number}`
