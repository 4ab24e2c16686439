import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs, writeAtOneMoment } from '#platform/database/session.ts'
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
  // A page shows what was open at one moment: a withdrawal that is committed meanwhile leaves it whole, and closes the next (E3).
  const at = what === 'page' ? writeAtOneMoment : writeAs
  return at(db, doer, async (tx) => work(await beginLook(tx, doer, { episode, verb, what })))
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
    .values({ id: newId(), episode, person: ties.person, organisation: actingFor(ties, family, doer.now), what, at: doer.now })
    .execute()
  await appendAudit(tx, { actor: doer.actor, act: `family.looked-${what}`, subjectType: 'family', subject: episode, content: verb })
  // What an emergency or supervision opens is opened to a transaction that can no longer write (migration 0534).
  if (other !== undefined) await sql`set transaction read only`.execute(tx)
  return { tx, family, ties }
}

/** For which agency somebody with several posts looks: that of their grant, else that of the locality they co-ordinate, else any of theirs. */
function actingFor({ person, agencies }: CaseworkTies, { id, area }: FamilyLine, now: Temporal.Instant) {
  return sql<string | null>`coalesce(
    (select g.organisation from casework.access_grant g where g.episode = ${id} and g.person = ${person} and g.ends_at > ${now.toString()}::timestamptz
      and g.organisation = any (${agencies}::uuid[]) order by g.organisation limit 1),
    (select p.organisation from casework.post p where p.person = ${person} and p.area = ${area} and p.organisation = any (${agencies}::uuid[]) order by p.organisation limit 1),
    ${agencies[0] ?? null}::uuid)`
}

/** What an emergency opens, and supervision: to be read. */
const readsOtherwise = new Set(['list', 'content', 'assessment', 'plan', 'plan-read', 'plan-paper', 'relatives'])

/** By what somebody looks who has no part in the family's work; undefined for whoever has, and for what is done and not read. */
function otherwise({ relations }: CaseworkTies, verb: string): 'emergency' | 'supervised' | undefined {
  if (relations.has('reader') || relations.has('keeper') || !readsOtherwise.has(verb)) return undefined
  if (relations.has('breaker')) return 'emergency'
  return relations.has('supervisor') ? 'supervised' : undefined
}
