import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { CompositionMatch, CompositionVerdict } from '../rules/composition.ts'

/** What a rule on composition can look for. */
export const compositionMatchLabels: Readonly<Record<CompositionMatch, string>> = {
  role: 'A role that the law names, held with a seat',
  capacity: 'A capacity in which members act, like clinician or manager',
}

/** How a demand stands, in a word. */
export const compositionStateWords: Readonly<
  Record<CompositionVerdict['state'], { readonly meaning: StatusMeaning; readonly word: string }>
> = {
  met: { meaning: 'good', word: 'Met' },
  short: { meaning: 'bad', word: 'Not met' },
  'no-seat': { meaning: 'bad', word: 'No such seat' },
}

/** Why a demand is not met, and what to do; who fulfils it where it is. */
export function compositionSentence({ state, have, need, by }: CompositionVerdict, matches: CompositionMatch): string {
  if (state === 'met') return by.join(', ')
  if (state === 'short') return `${have} of ${need}. Fill the seat that is vacant.`
  return matches === 'role'
    ? 'No seat carries this role. Give it to a seat, or add one.'
    : 'Nobody is recorded in this capacity, and no seat asks for it.'
}

/** Sentences for what can go wrong. */
export const compositionProblems: Readonly<Record<string, () => string>> = {
  'composition-known': () => 'This board must have them already. End that rule first, if another number is asked for',
}
