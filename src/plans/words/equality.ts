import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { EqiaConclusion, EqiaImpact, EqiaLack, EqiaStage, EqiaTiming } from '../rules/equality.ts'
import { problemWords } from './problems.ts'

/** How far an assessment goes, in words. */
export const eqiaStageWords: Readonly<Record<EqiaStage, string>> = { screening: 'Screening', full: 'Full assessment' }

/** What a proposal means for people with a characteristic, in words. */
export const impactWords: Readonly<Record<EqiaImpact, string>> = {
  positive: 'Good for them',
  none: 'No difference to them',
  negative: 'Bad for them',
  mixed: 'Good for some, bad for others',
  unknown: 'Not known',
}

/** The same with a shape and its colour. */
export const impactMeanings: Readonly<Record<EqiaImpact, StatusMeaning>> = {
  positive: 'good',
  none: 'neutral',
  negative: 'bad',
  mixed: 'warning',
  unknown: 'unknown',
}

/** What follows from an assessment, in words. */
export const conclusionWords: Readonly<Record<EqiaConclusion, string>> = {
  'no-change': 'No change is needed',
  adjust: 'The proposal is changed',
  'go-on': 'It goes on as it is, for reasons that are given',
  stop: 'It is stopped',
  full: 'A full assessment is made',
}

/** How the day of an assessment lies to that of what it assesses, in a sentence. */
export const timingWords: Readonly<Record<EqiaTiming, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  before: { word: 'Finished before it was decided', meaning: 'good' },
  'same-day': { word: 'Finished on the day of the decision', meaning: 'warning' },
  after: { word: 'Finished only after it was decided', meaning: 'bad' },
  'not-done': { word: 'Being written', meaning: 'information' },
  'not-decided': { word: 'Finished', meaning: 'good' },
}

/** What is still to be said of a characteristic, in words. */
export const eqiaLackWords: Readonly<Record<EqiaLack, string>> = {
  impact: 'nothing said yet',
  evidence: 'no evidence',
  mitigation: 'nothing said of what is done about it',
  owner: 'nobody named',
  review: 'no day of review',
}

const requiredWords: Readonly<Record<string, string>> = {
  about: 'Say what is proposed, and who is affected',
  text: 'Say what is to be improved',
  why: 'Say why',
}

/** A sentence for every problem that these assessments can have beyond those of plans; undefined leaves it to the common words. */
export function equalityProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'required':
      return requiredWords[problem.field] ?? problemWords(problem)
    case 'full-already':
      return 'This is the full assessment'
    case 'characteristics-missing':
      return 'Of some characteristics something is still to be said. The page of the assessment names them'
    default:
      return problemWords(problem)
  }
}
