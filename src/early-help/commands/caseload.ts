import { appendAudit } from '#platform/database/audit.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, writeAs } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { LimitInput, ShareInput } from '../forms/caseload.ts'
import { findPosts } from '../queries/posts.ts'
import { demandTie, findTies } from '../queries/ties.ts'
import { agencyRuleRefused } from './agency-rule.ts'

type Needs = { readonly db: Database }
type Done = Result<void, FieldProblem>

/** Sets how many families somebody in whole-time post of an agency leads at most, from a day on, signed; none is changed. @throws Forbidden */
export async function setLimit(needs: Needs, doer: Doer, input: LimitInput): Promise<Done> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'supervision', 'keep')
    const { organisation, startsOn } = input
    const refused = agencyRuleRefused(ties, doer, input)
    if (refused) return refused
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.caseload_limit')
      .values({
        ...{ id: newId(), organisation, families: input.families, source: input.source, starts_on: startsOn },
        ...{ elsewhere: input.elsewhere ?? null, elsewhere_source: input.elsewhereSource ?? '' },
        ...{ set_by: ties.person, set_on: doer.today },
      })
      .onConflict((conflict) => conflict.columns(['organisation', 'starts_on']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'caseload-limit.set', subjectType: 'organisation', subject: organisation },
      content: `${startsOn.toString()}: ${input.families}`,
    })
    return succeed(undefined)
  })
}

/** Says which share of whole time somebody works for their agency, from a day on. @throws Forbidden */
export async function setShare(needs: Needs, doer: Doer, input: ShareInput): Promise<Done> {
  return writeAs(needs.db, doer, async (tx) => {
    const ties = await findTies(tx, doer)
    demandTie(ties, 'supervision', 'keep')
    const [post] = await findPosts(tx, doer.today, { ids: [input.post] })
    if (!post) return fail({ field: 'post', code: 'no-such-post' })
    if (!ties.relations.has('administrator') && !ties.ledAgencies.includes(post.organisation))
      return fail({ field: 'post', code: 'not-your-agency' })
    const { person, organisation } = post
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('casework.working_share')
      .values({ id: newId(), person, organisation, percent: input.percent, starts_on: input.startsOn, entered_by: ties.person })
      .onConflict((conflict) => conflict.columns(['person', 'organisation', 'starts_on']).doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows !== 1n) return fail({ field: 'startsOn', code: 'set-that-day' })
    await appendAudit(tx, {
      ...{ actor: doer.actor, act: 'working-share.set', subjectType: 'early-help-post', subject: post.id, content: String(input.percent) },
    })
    return succeed(undefined)
  })
}
