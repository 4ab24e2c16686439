import { type Terms, type TermsChange, termsChanges } from '#governance/public.ts'
import type { Block, Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'
import type { DecisionType } from './decision.ts'
import type { Force } from './ratification.ts'

/** A draft of terms that an item puts to its meeting, in the words it had then. */
export interface TermsProposal {
  readonly item: string
  readonly meeting: string
  readonly body: string
  /** Of the version in the list of the body's terms. */
  readonly number: number
  readonly terms: Terms
}

/** Why a decision does not adopt the terms that its item put to the meeting. */
export type NotAdopting = 'withdrawn' | 'private' | 'does-not-adopt' | 'not-in-force'

/** Types of decision that adopt what was put: to endorse or to note it leaves the terms as they are. */
const adopting: readonly DecisionType[] = ['resolve', 'approve', 'accept']

/**
 * Why a decision does not adopt terms; undefined where it does.
 * @param force - how it stands with the partners that must take it home; undefined where nobody was asked
 */
export function whyNotAdopting(
  decision: { readonly withdrawn: boolean; readonly category: string; readonly type: DecisionType; readonly bindsNobody: boolean },
  force: Force | undefined,
): NotAdopting | undefined {
  if (decision.withdrawn) return 'withdrawn'
  if (decision.category !== 'public') return 'private'
  if (!adopting.includes(decision.type)) return 'does-not-adopt'
  const waits = force ? force.state !== 'in-force' : decision.bindsNobody
  return waits ? 'not-in-force' : undefined
}

/** The text of the report that puts terms to a meeting: what changes, rule by rule; the whole where none are in force. */
export function proposalPaper(inForce: Terms | undefined, proposed: Terms): Paper {
  if (inForce === undefined)
    return paperOf([heading('The terms proposed'), paragraph('No terms are in force. What is proposed is the whole document.')])
  const changes = termsChanges(inForce, proposed)
  if (changes.length === 0) return paperOf([heading('What changes'), paragraph('The words of the rules stay as they are.')])
  return paperOf([heading('What changes'), ...changes.flatMap(changeBlocks)])
}

function changeBlocks({ title, before, after }: TermsChange): readonly Block[] {
  return [
    { type: 'heading', level: 2, content: [run(title)] },
    { type: 'paragraph', content: [run('Now', { strong: true })] },
    points(before),
    { type: 'paragraph', content: [run('Proposed', { strong: true })] },
    points(after),
  ]
}

const paperOf = (blocks: readonly Block[]): Paper => ({ version: 1, blocks })
const heading = (words: string): Block => ({ type: 'heading', level: 1, content: [run(words)] })
const paragraph = (words: string): Block => ({ type: 'paragraph', content: [run(words)] })
const points = (sentences: readonly string[]): Block => ({
  type: 'list',
  ordered: false,
  items: (sentences.length === 0 ? ['Nothing'] : sentences).map((sentence) => ({ content: [run(sentence)], lists: [] })),
})
