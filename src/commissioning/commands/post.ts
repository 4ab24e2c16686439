import { newId } from '#platform/database/ids.ts'
import { fail, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { PostCostInput, PostInput } from '../forms/saving.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findLine } from '../queries/fund-money.ts'
import type { JointPost } from '../queries/posts.ts'
import { type Done, inFund, ofFund } from './in-fund.ts'
import { isWhole } from './saving.ts'

/** Records a post that partners pay together, or somebody whom one lends to another; the parts of the partners are the whole (C5). */
export function addPost(needs: CommissioningNeeds, doer: Doer, fund: string, input: PostInput): Promise<Done<null>> {
  return inFund(needs, doer, fund, 'joint-post-added', async (tx, found) => {
    const { kind, title, host, lentBy, startsOn, endsOn, parts } = input
    if (!isWhole(parts)) return fail({ field: '', code: 'parts-add-up' })
    if (endsOn !== undefined && Temporal.PlainDate.compare(endsOn, startsOn) <= 0)
      return fail({ field: 'endsOn', code: 'ends-before-it-begins' })
    if (kind === 'secondment' && (lentBy === undefined || lentBy === host)) return fail({ field: 'lentBy', code: 'lent-by-another' })
    const id = newId()
    await tx
      .insertInto('commissioning.joint_post')
      .values({
        ...{ id, ...ofFund(found), kind, title, host, lent_by: kind === 'secondment' ? (lentBy ?? null) : null },
        ...{ starts_on: startsOn, ends_on: endsOn ?? null },
      })
      .execute()
    await tx
      .insertInto('commissioning.joint_post_part')
      .values(parts.map((part, place) => ({ post: id, place: place + 1, ...ofFund(found), ...part })))
      .execute()
    return succeed(null)
  })
}

/** Says what a post costs in the year of a line; what was said of that year before is replaced. */
export function setPostCost(needs: CommissioningNeeds, doer: Doer, post: JointPost, { line, amount }: PostCostInput): Promise<Done<null>> {
  return inFund(needs, doer, post.fund, 'joint-post-cost', async (tx, fund) => {
    const on = await findLine(tx, line)
    if (on.fund !== post.fund) return fail({ field: 'line', code: 'choice-unknown' })
    await tx
      .insertInto('commissioning.joint_post_cost')
      .values({ post: post.id, year: on.year, ...ofFund(fund), line, pence: amount })
      .onConflict((conflict) =>
        conflict
          .columns(['post', 'year'])
          .doUpdateSet((eb) => ({ line, pence: amount, version: eb('commissioning.joint_post_cost.version', '+', 1) })),
      )
      .execute()
    return succeed(null)
  })
}
