import type { FieldProblem } from '#platform/result.ts'
import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import { gradeOf, productOf, type RiskGrade, type RiskLack, type RiskMovement, type RiskPlace, type RiskScale } from '../rules/risk.ts'
import { problemWords } from './problems.ts'

/** What a cell of the matrix is called: a letter, a word and a shape with its colour. */
export const gradeWords: Readonly<Record<RiskGrade, { readonly letter: string; readonly word: string; readonly meaning: StatusMeaning }>> =
  {
    low: { letter: 'L', word: 'Low', meaning: 'good' },
    medium: { letter: 'M', word: 'Medium', meaning: 'information' },
    high: { letter: 'H', word: 'High', meaning: 'warning' },
    'very-high': { letter: 'V', word: 'Very high', meaning: 'bad' },
  }

/** How a risk moved, in words. */
export const movementWords: Readonly<Record<RiskMovement, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  new: { word: 'New', meaning: 'information' },
  up: { word: 'More serious', meaning: 'bad' },
  down: { word: 'Less serious', meaning: 'good' },
  same: { word: 'Unchanged', meaning: 'neutral' },
  sideways: { word: 'Moved, as serious as before', meaning: 'neutral' },
  rescored: { word: 'Rescored after a change of scale', meaning: 'unknown' },
  closed: { word: 'Closed', meaning: 'neutral' },
  unscored: { word: 'Not scored yet', meaning: 'unknown' },
}

/** What a risk lacks, in words. */
export const riskLackWords: Readonly<Record<RiskLack, string>> = {
  owner: 'No owner',
  review: 'No day of review',
  score: 'No score',
}

/** A place in words: 'Likely (4) and grave (5): 20, very high'. */
export function placeInWords(scale: RiskScale, place: RiskPlace): string {
  const word = (words: readonly string[], level: number): string => words[level - 1] ?? String(level)
  const grade = gradeOf(scale, place)
  const said = `${word(scale.likelihood, place.likelihood)} (${place.likelihood}) and ${word(scale.impact, place.impact).toLowerCase()} (${place.impact})`
  return `${said}: ${productOf(place)}${grade ? `, ${gradeWords[grade].word.toLowerCase()}` : ''}`
}

const requiredWords: Readonly<Record<string, string>> = {
  event: 'Say what may happen',
  before: 'Choose how likely and how grave it is',
  reason: 'Say why',
}

/** A sentence for every problem that risks can have beyond those of plans; undefined leaves it to the common words. */
export function riskProblemWords(problem: FieldProblem): string | undefined {
  switch (problem.code) {
    case 'required':
      return requiredWords[problem.field] ?? problemWords(problem)
    case 'before-last-score':
      return 'That day is before its last score'
    case 'before-raised':
      return 'That day is before it was raised'
    default:
      return problemWords(problem)
  }
}
