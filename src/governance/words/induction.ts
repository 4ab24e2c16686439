import type { StepKind, StepStanding } from '../rules/induction.ts'

/** What a step of an induction is. */
export const stepKindLabels: Readonly<Record<StepKind, string>> = {
  pack: 'Information pack',
  briefing: 'Briefing',
  buddy: 'Buddy',
  sign_terms: 'Signature under the terms of reference',
  sign_agreement: 'Signature under the members’ agreement',
  other: 'Something else',
}

/** How a step stands, as a pill says it. */
export const stepStateWords = {
  done: ['good', 'Done'],
  open: ['information', 'To do'],
  late: ['bad', 'Late'],
} as const satisfies Readonly<Record<StepStanding['state'], readonly [string, string]>>

/** What is signed, with its number: 'Terms of reference, version 2'. */
export function versionInWords(kind: 'terms' | 'agreement', number: number): string {
  return `${kind === 'terms' ? 'Terms of reference' : 'Members’ agreement'}, version ${number}`
}

/** How far an induction has come: '2 of 5 done'. */
export function progressInWords(steps: readonly StepStanding[]): string {
  const done = steps.filter(({ state }) => state === 'done').length
  const late = steps.filter(({ state }) => state === 'late').length
  return `${done} of ${steps.length} done${late > 0 ? `, ${late} late` : ''}`
}
