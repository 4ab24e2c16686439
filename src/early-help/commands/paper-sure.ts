import { createHash } from 'node:crypto'
import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { findWhetherWordsTell } from '../queries/contacts.ts'
import { type Looking, lookAt } from './look.ts'
import { note } from './plan.ts'

/** A paper for one reader, and every word that stands on it. */
export interface AskedPaper {
  /** An assessment, or the family's own page of the plan. */
  readonly of: { readonly class: 'assessment'; readonly assessment: string } | { readonly class: 'plan' }
  /** Whom of the family it is for; undefined for nobody in particular. */
  readonly recipient: string | undefined
  readonly words: string
}
/** What has to be read before a paper is printed: how surely its words tell, and which words these are. */
export interface ToRead {
  readonly told: 'exact' | 'loose'
  readonly digest: string
}

/** Every word of a document that is set, in the order in which it stands; what only says how it is set is left out. */
export function wordsOf(part: unknown): string {
  if (typeof part === 'string') return part
  if (Array.isArray(part)) return part.map(wordsOf).join(' ')
  if (typeof part !== 'object' || part === null) return ''
  return Object.entries(part)
    .filter(([key]) => key !== 'type' && key !== 'align')
    .map(([, value]) => wordsOf(value))
    .join(' ')
}

const digestOf = (words: string): string => createHash('sha256').update(words).digest('hex')

/** What its words tell of what is shielded from its reader; undefined where they tell nothing. */
export async function findToRead({ tx, family }: Looking, paper: AskedPaper): Promise<ToRead | undefined> {
  const told = await findWhetherWordsTell(tx, {
    episode: family.id,
    class: paper.of.class,
    recipient: paper.recipient,
    words: paper.words,
  })
  return told && { told, digest: digestOf(paper.words) }
}

/** Whether whoever looks has said of these very words, for this reader, that they read them. */
export async function hasRead({ tx, ties, family }: Looking, paper: AskedPaper): Promise<boolean> {
  const found = await tx
    .selectFrom('casework.paper_sure')
    .select('id')
    .where('episode', '=', family.id)
    .where('class', '=', paper.of.class)
    .where('assessment', 'is not distinct from', paper.of.class === 'assessment' ? paper.of.assessment : null)
    .where('recipient', 'is not distinct from', paper.recipient ?? null)
    .where('digest', '=', digestOf(paper.words))
    .where('entered_by', '=', ties.person)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** Records that whoever prints a paper read every word of it; where its words changed since they were shown, it is asked again (E1). */
export async function recordRead(
  needs: { readonly db: Database },
  doer: Doer,
  at: { readonly episode: string; readonly verb: 'assessment-print' | 'plan-paper' },
  read: { readonly paper: AskedPaper; readonly shown: string; readonly sure: boolean },
): Promise<Result<void, FieldProblem>> {
  const { paper } = read
  if (!read.sure) return fail({ field: 'sure', code: 'paper-unread' })
  return lookAt(needs.db, doer, at.episode, at.verb, async (looking) => {
    const { tx, family, ties } = looking
    const digest = digestOf(paper.words)
    if (digest !== read.shown) return fail({ field: 'sure', code: 'paper-changed' })
    const id = newId()
    await tx
      .insertInto('casework.paper_sure')
      .values({
        ...{ id, episode: family.id, family: family.family, class: paper.of.class, digest, recipient: paper.recipient ?? null },
        ...{ assessment: paper.of.class === 'assessment' ? paper.of.assessment : null, entered_by: ties.person, entered_at: doer.now },
      })
      .execute()
    await note(tx, doer, at.episode, 'paper-read', id)
    return succeed(undefined)
  })
}
