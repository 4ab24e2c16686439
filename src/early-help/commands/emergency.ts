import { sql } from 'kysely'
import { appendAudit } from '#platform/database/audit.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { EmergencyInput, ReviewInput } from '../forms/need-to-know.ts'
import { familyPaths } from '../paths.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { type TellNeeds, tellPerson } from './tell.ts'

type Needs = { readonly db: Database }

/** Opens one family in an emergency, to be read for some hours. Lead and an owner of information governance are told at once, by mails that name nobody (E6). */
export async function openInEmergency(
  needs: Needs & TellNeeds,
  doer: Doer,
  input: EmergencyInput,
): Promise<Result<{ readonly episode: string }, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'families', 'emergency')
    const { reference = '', name = '', bornOn, reason, words } = input
    const born = bornOn?.toString() ?? null
    const found = await tx
      .selectFrom(
        sql<{ problem: string; episode: string; lead: string | null; owner: string | null }>`
          casework.begin_emergency(${reference}, ${name}, ${born}::date, ${reason}, ${words})`.as('b'),
      )
      .select(['b.problem', 'b.episode', 'b.lead', 'b.owner'])
      .executeTakeFirstOrThrow()
    if (found.problem !== '') return fail({ field: found.problem === 'not-one-family' ? 'reference' : '', code: found.problem })
    await appendAudit(tx, { actor: doer.actor, act: 'family.emergency', subjectType: 'family', subject: found.episode, content: reason })
    if (found.lead !== null && found.lead !== ties.person)
      await tellPerson(needs, tx, found.lead, {
        ...{ subject: 'A record that you lead was opened in an emergency', path: familyPaths.step(found.episode, 'looks') },
      })
    if (found.owner !== null)
      await tellPerson(needs, tx, found.owner, { subject: 'An emergency opening waits for your review', path: familyPaths.emergencies() })
    return succeed({ episode: found.episode })
  })
}

/** Reviews a use: justified or not, in words; by an owner of information governance outside the line. Until then its user has no other. */
export async function reviewEmergency(needs: Needs, doer: Doer, id: string, input: ReviewInput): Promise<Result<void, FieldProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'emergencies', 'review')
    const found = await tx
      .selectFrom('casework.break_glass')
      .select(['episode', 'person', 'reviewed_at as reviewedAt', 'version'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!found || found.reviewedAt) return fail({ field: '', code: 'use-reviewed' })
    const inLine = await tx
      .selectFrom('casework.supervises')
      .select('id')
      .where((where) =>
        where.or([
          where.and([where('supervisor', '=', ties.person), where('worker', '=', found.person)]),
          where.and([where('supervisor', '=', found.person), where('worker', '=', ties.person)]),
        ]),
      )
      .executeTakeFirst()
    if (found.person === ties.person || inLine) return fail({ field: '', code: 'in-the-line' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.break_glass')
      .set({
        ...{ reviewed_by: ties.person, reviewed_at: doer.now, is_justified: input.verdict === 'yes', review_words: input.words },
        version: found.version + 1,
      })
      .where('id', '=', id)
      .where('version', '=', found.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    await appendAudit(tx, {
      actor: doer.actor,
      act: 'family.emergency-reviewed',
      subjectType: 'family',
      subject: found.episode,
      content: input.verdict,
    })
    return succeed(undefined)
  })
}
