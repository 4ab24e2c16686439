import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import type { Database, Writer } from '#platform/database/session.ts'
import { Conflict } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { LeadAnswerInput, LeadInput, TeamInput } from '../forms/team.ts'
import { findPosts } from '../queries/posts.ts'
import { findAgreements, findDecisions, findGrants, findProposal } from '../queries/record.ts'
import type { ContentClass } from '../rules/access.ts'
import { covered } from '../rules/agreement.ts'
import { lookAt } from './look.ts'

type Needs = { readonly db: Database }
/** Access is bounded by its basis; the database shortens it to that. */
const AT_MOST = { hours: 24 * 366 }

/** What a grant can rest on: the agreement in force, or a decision to share that was approved and stands. */
export interface Basis {
  readonly agreement?: string
  readonly decision?: string
  readonly classes: readonly ContentClass[]
}

/** What opens this family to an agency now, the agreement before a decision; no classes where nothing does (handbook of early help 3.1). */
export async function basisFor(tx: Writer, episode: string, organisation: string, today: Temporal.PlainDate): Promise<Basis> {
  const agreement = (await findAgreements(tx, episode, today)).find(({ standing }) => standing === 'in-force')
  const agreed = agreement === undefined ? [] : covered(agreement.scope, organisation)
  if (agreement && agreed.length > 0) return { agreement: agreement.id, classes: agreed }
  const decision = (await findDecisions(tx, { episode })).find(
    (one) =>
      one.isToShare &&
      one.approvedAt &&
      !one.endedAt &&
      one.organisation === organisation &&
      Temporal.PlainDate.compare(today, one.holdsUntil) < 0,
  )
  return decision ? { decision: decision.id, classes: decision.classes } : { classes: [] }
}

/** Asks somebody to lead: they are lead once they say yes, and not before (E4). */
export async function proposeLead(needs: Needs, doer: Doer, episode: string, input: LeadInput): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'propose', async ({ tx, family, ties }) => {
    if (family.closedOn) return fail({ field: '', code: 'closed-already' })
    if (await findProposal(tx, episode)) return fail({ field: '', code: 'asked-already' })
    const [post] = await findPosts(tx, doer.today, { ids: [input.post] })
    if (!post) return fail({ field: 'post', code: 'no-such-post' })
    if (family.lead?.person === post.person) return fail({ field: 'post', code: 'leads-already' })
    const { classes } = await basisFor(tx, episode, post.organisation, doer.today)
    if (classes.length === 0) return fail({ field: 'post', code: 'agency-not-covered' })
    await tx
      .insertInto('casework.lead_period')
      .values({
        id: newId(),
        episode,
        person: post.person,
        organisation: post.organisation,
        proposed_by: ties.person,
        proposed_at: doer.now,
      })
      .execute()
    await appendAudit(tx, { actor: doer.actor, act: 'family.lead-proposed', subjectType: 'family', subject: episode, content: post.person })
    return succeed(undefined)
  })
}

/** Says yes or no to leading. With yes the database ends the former lead in the same moment (migration 0651), and what the family agreed to opens. */
export async function answerLead(needs: Needs, doer: Doer, episode: string, input: LeadAnswerInput): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'answer', async ({ tx, ties }) => {
    const asked = await findProposal(tx, episode)
    if (asked?.person !== ties.person) return fail({ field: '', code: 'not-asked' })
    const declined = input.verdict === 'no'
    if (!declined && (await basisFor(tx, episode, asked.organisation, doer.today)).classes.length === 0)
      return fail({ field: '', code: 'agency-not-covered' })
    const { numUpdatedRows } = await tx
      .updateTable('casework.lead_period')
      .set({
        ...(declined ? { declined_at: doer.now, declined_because: input.because ?? '' } : { accepted_at: doer.now }),
        version: asked.version + 1,
      })
      .where('id', '=', asked.id)
      .where('version', '=', asked.version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw new Conflict('Somebody else changed this first.')
    if (!declined)
      await openTo(tx, doer, { episode, person: ties.person, organisation: asked.organisation, relation: 'lead', by: ties.person })
    await appendAudit(tx, {
      actor: doer.actor,
      act: declined ? 'family.lead-declined' : 'family.lead-accepted',
      subjectType: 'family',
      subject: episode,
      content: asked.id,
    })
    return succeed(undefined)
  })
}

/** Brings somebody into the team: they read what the family agreed to for their agency, of what is chosen, and nothing else (E4, E6). */
export async function joinTeam(needs: Needs, doer: Doer, episode: string, input: TeamInput): Promise<Result<void, FieldProblem>> {
  return lookAt(needs.db, doer, episode, 'team', async ({ tx, ties }) => {
    const [post] = await findPosts(tx, doer.today, { ids: [input.post] })
    if (!post) return fail({ field: 'post', code: 'no-such-post' })
    const { classes } = await basisFor(tx, episode, post.organisation, doer.today)
    if (classes.length === 0) return fail({ field: 'post', code: 'agency-not-covered' })
    const asked = input.classes.filter((one) => classes.includes(one))
    if (asked.length < input.classes.length) return fail({ field: 'classes', code: 'classes-not-covered' })
    const relation = post.role === 'co-ordinator' ? 'co-ordinator' : 'member'
    await openTo(tx, doer, { episode, person: post.person, organisation: post.organisation, relation, by: ties.person, only: asked })
    await appendAudit(tx, { actor: doer.actor, act: 'family.joined-team', subjectType: 'family', subject: episode, content: post.person })
    return succeed(undefined)
  })
}

interface Opening {
  readonly episode: string
  readonly person: string
  readonly organisation: string
  readonly relation: 'lead' | 'member' | 'co-ordinator'
  readonly by: string
  /** Of what the basis covers, only these; undefined for all. */
  readonly only?: readonly ContentClass[]
}

/** Grants what the basis covers, but for what is open already; what somebody may now read is a disclosure to their agency. */
export async function openTo(tx: Writer, doer: Doer, opening: Opening): Promise<void> {
  const { episode, person, organisation, relation, by, only } = opening
  const { classes, agreement = null, decision = null } = await basisFor(tx, episode, organisation, doer.today)
  const held = new Set(
    (await findGrants(tx, episode, doer.now))
      .filter((grant) => grant.person === person && grant.isOpen && (grant.agreement ?? grant.decision) === (agreement ?? decision))
      .map((grant) => grant.class),
  )
  const opened = (only ?? classes).filter((one) => classes.includes(one) && !held.has(one))
  if (opened.length === 0) return
  await tx
    .insertInto('casework.access_grant')
    .values(
      opened.map((one) => ({
        id: newId(),
        episode,
        person,
        organisation,
        class: one,
        relation,
        starts_at: doer.now,
        ends_at: doer.now.add(AT_MOST),
        agreement,
        decision,
        given_by: by,
      })),
    )
    .execute()
  await tx
    .insertInto('casework.disclosure')
    .values(
      opened.map((one) => ({
        id: newId(),
        episode,
        class: one,
        organisation,
        person,
        channel: 'read-here',
        at: doer.now,
        recorded_by: by,
      })),
    )
    .execute()
}
