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

/** How many steps of an induction are left. */
export function leftOf(steps: readonly StepStanding[]): number {
  return steps.filter(({ state }) => state !== 'done').length
}

/** How far an induction has come: '2 of 5 done, 1 late'. */
export function progressInWords(steps: readonly StepStanding[]): string {
  const late = steps.filter(({ state }) => state === 'late').length
  return `${steps.length - leftOf(steps)} of ${steps.length} done${late > 0 ? `, ${late} late` : ''}`
}

/** The same as a pill. */
export function progressPill(steps: readonly StepStanding[]): readonly ['good' | 'information' | 'bad', string] {
  if (leftOf(steps) === 0) return ['good', 'All done']
  return [steps.some(({ state }) => state === 'late') ? 'bad' : 'information', progressInWords(steps)]
}

/** How the inductions of a board stand together; undefined while there are none. */
export function inductionsInWords(inductions: readonly { readonly steps: readonly StepStanding[] }[]): string | undefined {
  if (inductions.length === 0) return undefined
  const waiting = inductions.filter(({ steps }) => leftOf(steps) > 0).length
  const people = inductions.length === 1 ? '1 member' : `${inductions.length} members`
  if (waiting === 0) return `${people} joined since there is a template, and every step is done.`
  return `${people} joined since there is a template. ${waiting} ${waiting === 1 ? 'has' : 'have'} steps left and ${waiting === 1 ? 'comes' : 'come'} first.`
}
