import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { MemberInput } from '../forms/plan.ts'
import { findTeam, findWho } from '../queries/plan.ts'
import { findPosts } from '../queries/posts.ts'
import { note } from './plan.ts'
import { demandSeen, enteredBy, found, lookAtPlan } from './plan-look.ts'
import { basisFor, openTo } from './team.ts'

type Needs = { readonly db: Database }
type Done = Promise<Result<void, FieldProblem>>

/** Brings somebody into the team, with or without an account; what they may read is opened with it, as far as the family agreed for their agency (E4). */
export async function addMember(needs: Needs, doer: Doer, episode: string, input: MemberInput): Done {
  return lookAtPlan(needs.db, doer, { episode, verb: 'plan-lead' }, async (looking) => {
    const { tx, ties, family } = looking
    const [post] = input.post ? await findPosts(tx, doer.today, { ids: [input.post] }) : []
    if (input.post && !post) return fail({ field: 'post', code: 'no-such-post' })
    const { team, people } = await findWho(tx, family)
    if (post && team.some(({ person, endsOn }) => person === post.person && endsOn === null))
      return fail({ field: 'post', code: 'in-team-already' })
    if (Temporal.PlainDate.compare(input.startsOn, doer.today) > 0) return fail({ field: 'startsOn', code: 'in-the-future' })
    const basis = post ? await basisFor(tx, episode, post.organisation, doer.today) : undefined
    if (input.classes.some((one) => !basis?.classes.includes(one)))
      return fail({ field: 'classes', code: basis?.classes.length === 0 ? 'agency-not-covered' : 'classes-not-covered' })
    const id = newId()
    const who = post ? { person: post.person, organisation: post.organisation } : { name: input.name ?? '', agency: input.agency ?? '' }
    const shielded_from = input.shieldedFrom.filter((one) => people.some((person) => person.id === one))
    const rest = { role: input.role, contact: input.contact ?? '', shielded_from, starts_on: input.startsOn }
    await tx
      .insertInto('casework.team_member')
      .values({ id, episode, ...who, ...rest, ...enteredBy(looking, doer) })
      .execute()
    if (post && input.classes.length > 0) {
      const relation = post.role === 'co-ordinator' ? 'co-ordinator' : 'member'
      await openTo(tx, doer, {
        episode,
        person: post.person,
        organisation: post.organisation,
        relation,
        by: ties.person,
        only: input.classes,
      })
    }
    await note(tx, doer, episode, 'member-joined', id)
    return succeed(undefined)
  })
}

/** Lets somebody leave the team: they read nothing more from this moment (E4, E6). */
export async function endMember(
  needs: Needs,
  doer: Doer,
  of: { readonly episode: string; readonly member: string },
  input: { readonly endsOn: Temporal.PlainDate; readonly version: number },
): Done {
  return lookAtPlan(needs.db, doer, { episode: of.episode, verb: 'plan-lead' }, async ({ tx }) => {
    const member = found((await findTeam(tx, of.episode)).find(({ id }) => id === of.member))
    if (member.endsOn) return fail({ field: '', code: 'left-already' })
    if (Temporal.PlainDate.compare(input.endsOn, doer.today) > 0) return fail({ field: 'endsOn', code: 'in-the-future' })
    if (Temporal.PlainDate.compare(input.endsOn, member.startsOn) < 0) return fail({ field: 'endsOn', code: 'before-it-began' })
    const query = tx.updateTable('casework.team_member').set({ ends_on: input.endsOn, version: input.version + 1 })
    demandSeen(await query.where('id', '=', member.id).where('version', '=', input.version).executeTakeFirst())
    await note(tx, doer, of.episode, 'member-left', member.id)
    return succeed(undefined)
  })
}
