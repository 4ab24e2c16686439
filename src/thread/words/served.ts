import type { ThreadNode } from '../rules/node.ts'
import { counted, type ThreadWords } from './thread.ts'

/** What one wants to know first of a priority; each is said even where there is none. */
const first: readonly { readonly kinds: readonly string[]; readonly noun: string; readonly plural: string }[] = [
  { kinds: ['outcome'], noun: 'outcome', plural: 'outcomes' },
  { kinds: ['measure'], noun: 'measure', plural: 'measures' },
  { kinds: ['plan-action', 'action'], noun: 'action', plural: 'actions' },
  { kinds: ['decision', 'officer-decision'], noun: 'decision', plural: 'decisions' },
  {
    kinds: ['consultation', 'event', 'view', 'complaint'],
    noun: 'voice of children or families',
    plural: 'voices of children and families',
  },
]

/** '2 outcomes, 3 measures, no action, 1 decision'; kinds that nothing records are not spoken of. */
export function servedWords(served: readonly ThreadNode[], words: ThreadWords): string {
  return first
    .filter(({ kinds }) => kinds.some((kind) => words.kinds.has(kind)))
    .map(({ kinds, noun, plural }) => counted(served.filter(({ kind }) => kinds.includes(kind)).length, noun, plural))
    .join(', ')
}
