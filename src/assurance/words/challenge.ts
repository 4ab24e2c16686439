import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { ChallengeState } from '../rules/challenge.ts'

/** How a challenge stands: the word, what it means, what is to be done next. */
export const challengeStateWords: Readonly<
  Record<ChallengeState, { readonly word: string; readonly meaning: StatusMeaning; readonly next: string }>
> = {
  'step-due': { word: 'Next step due', meaning: 'bad', next: 'Nobody has answered: the next step of the ladder is due.' },
  'letter-drafted': { word: 'Letter drafted', meaning: 'warning', next: 'A letter waits to be read and sent.' },
  waiting: { word: 'Answer awaited', meaning: 'information', next: 'A letter went out and its answer is not due yet.' },
  'impact-due': {
    word: 'Impact not shown',
    meaning: 'warning',
    next: 'It was answered. It stays open until something shows that it changed anything.',
  },
  closable: { word: 'Ready to close', meaning: 'good', next: 'Its impact is shown: the board can close it.' },
  closed: { word: 'Closed', meaning: 'neutral', next: '' },
}

/** How a letter went out. */
export const howWords = { 'e-mail': 'By e-mail', post: 'By post', 'by hand': 'By hand' } as const

/** The waiting time of a step: '10 working days'. */
export function waitWords({ waitDays, dayMode }: { readonly waitDays: number; readonly dayMode: 'calendar' | 'working' }): string {
  return `${waitDays} ${dayMode === 'working' ? 'working ' : ''}${waitDays === 1 ? 'day' : 'days'}`
}
