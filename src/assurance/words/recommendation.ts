import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { RecommendationState, Response, SourceKind } from '../rules/recommendation.ts'
import type { PartKind, ReviewKind, ReviewStage } from '../rules/review.ts'

/** Where a recommendation comes from, in words. */
export const sourceWords: Readonly<Record<SourceKind, string>> = {
  scrutiny: 'Scrutiny review',
  'serious-case': 'Serious case review',
  learning: 'Learning review',
  'child-death': 'Child death review',
  adult: 'Safeguarding adults review',
  inspection: 'Inspection',
  audit: 'Audit',
  other: 'Another source',
}

/** Kinds of review, in words. */
export const reviewKindWords: Readonly<Record<ReviewKind, string>> = {
  scrutiny: 'Scrutiny review',
  'serious-case': 'Serious case review',
  learning: 'Learning review',
  'child-death': 'Child death review',
  adult: 'Safeguarding adults review',
  inspection: 'Inspection',
}

/** What an addressee says, in words. */
export const responseWords: Readonly<Record<Response, string>> = {
  accept: 'Accepted',
  part: 'Accepted in part',
  reject: 'Rejected',
}

/** How a recommendation stands: the word, what it means, and what is to be done next. */
export const stateWords: Readonly<
  Record<RecommendationState, { readonly word: string; readonly meaning: StatusMeaning; readonly next: string }>
> = {
  'response-overdue': { word: 'Response overdue', meaning: 'bad', next: 'The addressee owes its response.' },
  'action-overdue': {
    word: 'Action overdue',
    meaning: 'bad',
    next: 'An action has passed its day: say how it goes, or when it will be done.',
  },
  'awaiting-response': {
    word: 'Awaiting response',
    meaning: 'information',
    next: 'The addressee accepts it, accepts a part, or rejects it.',
  },
  unplanned: { word: 'No actions yet', meaning: 'warning', next: 'It was accepted: say what will be done, by whom and by when.' },
  'under-way': { word: 'Under way', meaning: 'information', next: 'Actions are being carried out.' },
  'impact-due': {
    word: 'Impact not shown',
    meaning: 'warning',
    next: 'Everything was done. It stays open until something shows that it made a difference.',
  },
  closable: { word: 'Ready to close', meaning: 'good', next: 'The board can close it.' },
  closed: { word: 'Closed', meaning: 'neutral', next: '' },
}

/** How far a review has come. */
export const stageWords: Readonly<Record<ReviewStage, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  announced: { word: 'Under way', meaning: 'information' },
  reported: { word: 'Reported', meaning: 'information' },
  referred: { word: 'Referred for response', meaning: 'warning' },
  closed: { word: 'Closed', meaning: 'neutral' },
}

/** What the parts of a review are called: the heading above them, and the words of the link that adds one. */
export const partWords: Readonly<Record<PartKind, { readonly heading: string; readonly add: string; readonly none: string }>> = {
  panel: { heading: 'Panel', add: 'Add somebody to the panel', none: 'Nobody is named yet.' },
  session: { heading: 'Evidence sessions', add: 'Add an evidence session', none: 'No session is recorded yet.' },
  finding: {
    heading: 'Findings',
    add: 'Add a finding',
    none: 'No finding is recorded yet. Findings are numbered, so that recommendations can rest on them.',
  },
  lesson: { heading: 'What each agency learns', add: 'Add a lesson', none: 'No lesson is recorded yet.' },
  progress: { heading: 'Progress', add: 'Say how it goes', none: 'Nothing is recorded yet.' },
  evidence: { heading: 'Evidence pack', add: 'Add evidence', none: 'Nothing was put in the pack yet.' },
}

/** Who may see a record, in words. */
export const sightWords: Readonly<Record<'draft' | 'members' | 'public', string>> = {
  draft: 'Draft: those who prepare it',
  members: 'Members of the board',
  public: 'Everybody',
}
