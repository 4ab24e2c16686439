import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { type FamilyLine, findFamily } from '../queries/families.ts'
import { type CaseworkTies, demandTie, findTies } from '../queries/ties.ts'

/** A transaction that has said which family it looks at. */
export interface Looking {
  readonly tx: Writer
  readonly family: FamilyLine
  readonly ties: CaseworkTies
}

/** What a look is for: to read a page, or to change something. */
export type LookPurpose = 'page' | 'change'

/**
 * Looks at a family: the line in the list of who looked and the audit are written in the transaction that reads, and without it the database shows nothing
 * (E6, X2). @throws NotFound, Forbidden, SignInNeeded
 * @param verb - what the access matrix is asked, for example 'list' to read, 'agree' to record an agreement
 */
export async function lookAt<Value>(
  db: Database,
  doer: Doer,
  episode: string,
  verb: string,
  work: (looking: Looking) => Promise<Value>,
): Promise<Value> {
  const what = ['list', 'looks', 'content', 'export', 'relatives'].includes(verb) ? 'page' : 'change'
  return writeAs(db, doer, async (tx) => work(await beginLook(tx, doer, { episode, verb, what })))
}

/** Begins a look in a transaction that is open already. @throws NotFound, Forbidden, SignInNeeded */
export async function beginLook(
  tx: Writer,
  doer: Doer,
  look: { readonly episode: string; readonly verb: string; readonly what: LookPurpose },
): Promise<Looking> {
  const { episode, verb } = look
  const family = await findFamily(tx, episode)
  const ties = await findTies(tx, doer, family)
  demandTie(ties, 'family', verb)
  const other = look.what === 'page' ? otherwise(ties, verb) : undefined
  const what = other ?? look.what
  await tx
    .insertInto('casework.look')
    .values({ id: newId(), episode, person: ties.person, organisation: ties.agencies[0] ?? null, what, at: doer.now })
    .execute()
  await appendAudit(tx, { actor: doer.actor, act: `family.looked-${what}`, subjectType: 'family', subject: episode, content: verb })
  // What an emergency or supervision opens is opened to a transaction that can no longer write (migration 0534).
  if (other !== undefined) await sql`set transaction read only`.execute(tx)
  return { tx, family, ties }
}

/** By what somebody looks who has no part in the family's work; undefined for whoever has, and for what is done and not read. */
function otherwise({ relations }: CaseworkTies, verb: string): 'emergency' | 'supervised' | undefined {
  if (relations.has('reader') || relations.has('keeper') || !['list', 'content'].includes(verb)) return undefined
  if (relations.has('breaker')) return 'emergency'
  return relations.has('supervisor') ? 'supervised' : undefined
}
