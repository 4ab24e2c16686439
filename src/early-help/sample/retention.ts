import type { Database } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { beginRequest, decideEntry, giveUnmarked, openHeld } from '../commands/access-request.ts'
import { reviewRecord } from '../commands/retention.ts'

/** A mother’s request that is answered in part so far, and an old request of a family that is to be destroyed once another person approves it. */
export async function loadRetentionSample(
  casework: Database,
  ground: { readonly haddad: Doer; readonly old: string; readonly receivedOn: Temporal.PlainDate },
): Promise<void> {
  const { haddad, old, receivedOn } = ground
  const needs = { db: casework }
  const review = { verdict: 'destroy' as const, keepUntil: undefined, because: 'Nobody agreed to anything, and nobody asked again' }
  const reviewed = await reviewRecord(needs, haddad, old, review)
  const begun = await beginRequest(needs, haddad, {
    ...{ name: 'Wren Amber', bornOn: undefined, reference: undefined, askedBy: 'Wren’s mother', entitledBy: 'responsibility', receivedOn },
    entitledHow: 'The birth certificate was shown. Wren is eight and was asked: it is all right with him.',
  })
  if (!reviewed.ok || !begun.ok) throw new Error('The sample of retention is refused.')
  await giveUnmarked(needs, haddad, begun.value.id)
  const marked = await openHeld(casework, haddad, { id: begun.value.id, act: 'access-read' }, async ({ held }) =>
    held.entries.find(({ decision }) => !decision),
  )
  if (!marked) return
  const { source, record } = marked.entry
  await decideEntry(
    needs,
    haddad,
    { id: begun.value.id, source, record },
    {
      ...{ verdict: 'part', given: 'What is said of Wren is given; what is said of somebody else is left out.', exemption: 'third-party' },
      because: 'They have not said that it may be given',
    },
  )
}
