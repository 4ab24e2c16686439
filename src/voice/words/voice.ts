import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Told } from '../rules/published-numbers.ts'
import type { Channel, Sight, ViewState, Whose } from '../rules/voice.ts'

/** Whose voice it is. */
export const whoseWords: Readonly<Record<Whose, string>> = {
  children: 'Children and young people',
  families: 'Families',
  staff: 'Staff',
}

/** How a response came. */
export const channelWords: Readonly<Record<Channel, string>> = {
  online: 'Online form',
  paper: 'On paper',
  'in-person': 'In person',
  email: 'By e-mail',
  telephone: 'By telephone',
  other: 'Another way',
}

/** Who may know of it. */
export const sightWords: Readonly<Record<Sight, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  draft: { word: 'Draft', meaning: 'draft' },
  members: { word: 'For the board', meaning: 'information' },
  public: { word: 'Public', meaning: 'neutral' },
}

/** How far words are. */
export const viewStateWords: Readonly<Record<ViewState, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  'to-review': { word: 'To be checked', meaning: 'warning' },
  cleared: { word: 'Cleared', meaning: 'good' },
  withheld: { word: 'Withheld', meaning: 'neutral' },
}

/** The codes, in words, in a row. */
export function whoseInWords(whose: readonly Whose[]): string {
  return whose.map((code, index) => (index === 0 ? whoseWords[code] : whoseWords[code].toLowerCase())).join(', ')
}

/** A number as it is told. @param fewest - the least number that is shown */
export function toldInWords(n: number | null, told: Told, fewest: number): string {
  if (told === 'count') return String(n)
  if (told === 'few') return `Fewer than ${fewest}`
  if (told === 'nearly-all') return 'All or nearly all'
  return told === 'none' ? 'None' : 'Not shown'
}

/** How many came to an event, as far as that is told. */
export function cameInWords(known: boolean, shown: number | null, fewest: number): string | undefined {
  if (!known) return undefined
  return shown === null ? `Fewer than ${fewest} people` : `${shown} people`
}

/** What a voice was brought to. */
export const targetWords: Readonly<Record<'item' | 'decision' | 'priority' | 'outcome', string>> = {
  item: 'Item of an agenda',
  decision: 'Decision',
  priority: 'Priority of a plan',
  outcome: 'Outcome of a plan',
}

/** The same in a sentence, after 'this'. */
export const ofTargetWords: typeof targetWords = { item: 'item', decision: 'decision', priority: 'priority', outcome: 'outcome' }

/** What waits to be checked, after its number: 'things that people said to check: Board'. */
export function wordsToCheckInWords(count: number, board: string): string {
  return `${count === 1 ? 'thing that somebody said waits' : 'things that people said wait'} for your check: ${board}`
}
