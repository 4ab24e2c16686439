import type { StatusMeaning } from '#platform/web/components/status-pill.tsx'
import type { Heard } from '../rules/heard.ts'

/** Whether a view was there before something was decided. */
export const heardWords: Readonly<Record<Heard, { readonly word: string; readonly meaning: StatusMeaning }>> = {
  before: { word: 'Before', meaning: 'good' },
  afterwards: { word: 'Afterwards only', meaning: 'warning' },
  never: { word: 'None', meaning: 'neutral' },
}

/** What the numbers count, so that nobody takes them for more. */
export const scopeWords =
  'Counted are the decisions and items that you may see, and the views linked with them that you may see. A view counts as before only where it was linked on an earlier day than the decision or the meeting; a view linked with an item counts for the decisions made under it.'
