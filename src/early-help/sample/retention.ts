import { type Database, readAs, writeAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { beginRequest, decideEntry, giveUnmarked, openHeld } from '../commands/access-request.ts'
import { approveRight, openRight, proposeOther } from '../commands/closed-right.ts'
import { approveDestruction, destroyRecord, holdRecord, reviewRecord } from '../commands/retention.ts'
import { listRightRegister } from '../queries/closed-right.ts'

const destroy = { verdict: 'destroy' as const, keepUntil: undefined, because: 'Nobody agreed to anything, and nobody asked again' }

/** Old requests that came to nothing: one is held, one may be destroyed now, of one only the certificate is left. */
export async function loadDestroyedSample(
  casework: Database,
  by: { readonly haddad: Doer; readonly pryce: Doer; readonly held: string; readonly approved: string; readonly gone: string },
): Promise<void> {
  const needs = { db: casework }
  const { haddad, pryce, held, approved, gone } = by
  const steps = [await holdRecord(needs, haddad, held, { because: 'A court has asked for the record' })]
  for (const episode of [approved, gone]) {
    const reviewed = await reviewRecord(needs, haddad, episode, destroy)
    if (!reviewed.ok) throw new Error('The sample of retention is refused.')
    const review = reviewed.value.id
    steps.push(await approveDestruction(needs, pryce, { episode, review }))
    if (episode === gone) steps.push(await destroyRecord(needs, haddad, { episode, review }))
  }
  if (!steps.every(({ ok }) => ok)) throw new Error('The sample of destroying is refused.')
}

/** A mother’s request that is answered in part so far, and an old request of a family that is to be destroyed once another person approves it. */
export async function loadRetentionSample(
  casework: Database,
  ground: { readonly haddad: Doer; readonly old: string; readonly receivedOn: Temporal.PlainDate },
): Promise<void> {
  const { haddad, old, receivedOn } = ground
  const needs = { db: casework }
  const reviewed = await reviewRecord(needs, haddad, old, destroy)
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

/** A closed record: one thing of it is put right, after the owner of information governance approved it; another waits. */
export async function loadClosedRights(
  casework: Database,
  by: { readonly haddad: Doer; readonly pryce: Doer; readonly closed: string },
): Promise<void> {
  const needs = { db: casework }
  const { haddad, pryce, closed } = by
  const found = { kind: 'mistake', class: 'family', askedBy: undefined, entitledBy: undefined, receivedOn: pryce.today } as const
  const first = await proposeOther(needs, pryce, closed, {
    ...{
      ...found,
      said: 'Born in a year of the form that was copied',
      wanted: 'The birth certificate says a day later. School has seen it.',
    },
  })
  const waiting = (await readAs(casework, haddad, listRightRegister)).find(({ is_of_closed, verdict }) => is_of_closed && verdict === null)
  if (!first.ok || !waiting) throw new Error('The sample of a closed record is refused.')
  const { version } = await writeAs(casework, haddad, (tx) => openRight(tx, haddad, waiting.id))
  const steps = [
    await approveRight(needs, haddad, waiting.id, {
      verdict: 'put-right',
      because: 'The certificate was shown',
      toldHow: undefined,
      version,
    }),
    await proposeOther(needs, pryce, closed, {
      ...{ kind: 'asked', class: 'assessment', askedBy: 'Finch’s mother', entitledBy: 'responsibility', receivedOn: pryce.today },
      ...{ said: 'Nobody sleeps', wanted: 'It was one of us who did not sleep, for two months after the move.' },
    }),
  ]
  if (!steps.every(({ ok }) => ok)) throw new Error('The sample of a closed record is refused.')
}
