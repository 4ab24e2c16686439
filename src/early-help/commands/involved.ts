import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { InvolvedInput } from '../forms/post.ts'
import { findNames } from '../queries/names.ts'
import { demandTie, findTies } from '../queries/ties.ts'

/** Who is involved with a child: the agency and whom to ask there, and nothing else. */
export interface Involved {
  readonly agency: string
  /** '' where nobody leads yet. */
  readonly contact: string
}

/**
 * Asks whether somebody is involved with a child of that name and day of birth already. Of a family whose being known is itself withheld it says what it
 * says of a stranger: nothing. Each answer is a look that the family can be told of (E6, handbook of early help 1.4).
 */
export async function whoIsInvolved(needs: { readonly db: Database }, doer: Doer, input: InvolvedInput): Promise<readonly Involved[]> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'families', 'involved')
    const found = await tx
      .selectFrom(
        sql<{ agency: string; contact: string | null }>`casework.who_is_involved(${input.name}, ${input.bornOn.toString()}::date)`.as('i'),
      )
      .select(['i.agency', 'i.contact'])
      .execute()
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.existence-asked',
      subjectType: 'person',
      subject: ties.person,
      content: `${found.length}`,
    })
    const names = await findNames(
      tx,
      found.flatMap(({ agency, contact }) => [agency, contact]),
    )
    return found.map(({ agency, contact }) => ({ agency: names.get(agency) ?? '', contact: names.get(contact ?? '') ?? '' }))
  })
}
