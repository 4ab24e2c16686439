import type { JSX } from 'hono/jsx/jsx-runtime'
import { reviewInterests } from '../commands/interests.ts'
import { allows } from '../commands/permit.ts'
import type { DispensationsView } from '../pages/dispensations.tsx'
import { type RegisterEntry, RegisterPage } from '../pages/interests-page.tsx'
import { MyInterestsPage } from '../pages/my-interests-page.tsx'
import { myInterestsPath } from '../paths.ts'
import { type Dispensation, endOf, listDispensations } from '../queries/dispensations.ts'
import { findBodyInterests, findPersonInterests } from '../queries/interests.ts'
import { findMembership, type PersonName } from '../queries/membership.ts'
import { findOffices } from '../queries/offices.ts'
import { findMemberRules, findMembershipsOf, findRegisterReviews, findRegisterStandings } from '../queries/register-review.ts'
import { declaredLate } from '../rules/register-review.ts'
import { type Act, type Asked, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** The register of interests of a board. */
export async function registerPage({ reader, visit, standing, body }: Asked): Promise<JSX.Element> {
  const { notice } = (await findMemberRules(reader, visit.today))(body.settings?.legalRegime ?? '')
  const view = {
    body,
    entries: await entriesOf({ reader, visit, body }, notice?.days),
    leave: await leaveOf({ reader, visit, standing }, body.id),
    declares: standing.person !== undefined,
    keeps: [standing.clerkOf, standing.chairOf, standing.memberOf].some((bodies) => bodies.has(body.id)),
    notice,
  }
  return <RegisterPage visit={visit} view={view} />
}

/** Everybody who fills a seat or chairs, by name, with what the register holds of them. */
async function entriesOf(
  { reader, visit, body }: Pick<Asked, 'reader' | 'visit' | 'body'>,
  noticeDays: number | undefined,
): Promise<readonly RegisterEntry[]> {
  const interests = await findBodyInterests(reader, body.id, visit.today)
  const people = await findKeepers(reader, body.id, visit.today)
  const ids = people.map(({ id }) => id)
  const memberships = await findMembershipsOf(reader, ids, visit.today)
  const reviews = await findRegisterReviews(reader, ids)
  const standings = await findRegisterStandings(reader, ids, visit.today)
  return people.map((person) => {
    const own = memberships.filter((membership) => membership.person === person.id)
    const since = own.find((membership) => membership.body.id === body.id)?.startsOn
    return {
      person,
      interests: interests
        .filter((interest) => interest.person.id === person.id)
        .map((interest) => ({
          ...interest,
          daysLate: noticeDays === undefined || since === undefined ? 0 : declaredLate(interest, since, noticeDays),
        })),
      boards: own.filter((membership) => membership.body.id !== body.id),
      reviewedOn: reviews.get(person.id),
      standing: standings.get(person.id),
    }
  })
}

async function findKeepers(reader: Asked['reader'], body: string, today: Temporal.PlainDate): Promise<readonly PersonName[]> {
  const { seats } = await findMembership(reader, body, today)
  const chairs = (await findOffices(reader, body, today)).filter(({ role }) => role !== 'clerk')
  const holders = seats.flatMap(({ places }) => places.flatMap(({ holder }) => (holder ? [holder.person] : [])))
  const everybody = new Map([...chairs.map(({ person }) => person), ...holders].map((person) => [person.id, person]))
  return [...everybody.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
}

/** The dispensations of a board: those that hold or will, and those that are over, as far as one may see them. */
async function leaveOf(
  { reader, visit, standing }: Pick<Asked, 'reader' | 'visit' | 'standing'>,
  body: string,
): Promise<DispensationsView> {
  const all = await listDispensations(reader, body)
  const isOver = (one: Dispensation): boolean => {
    const end = endOf(one)
    return end !== undefined && Temporal.PlainDate.compare(end, visit.today) <= 0
  }
  const may = (verb: string): boolean => allows(standing, { record: 'dispensation', verb, ties: { body } })
  const isOwn = (one: Dispensation): boolean => one.person.id === standing.person?.id && !standing.clerkOf.has(body)
  return {
    open: all.filter((one) => !isOver(one)).map((one) => ({ ...one, mayEnd: may('end') && one.ended === undefined && !isOwn(one) })),
    over: all.filter(isOver).reverse(),
    grants: may('add'),
  }
}

/** One's own register. */
export async function myInterestsPage({ reader, visit, standing }: Asked): Promise<JSX.Element> {
  const { id } = known(standing.person)
  const view = {
    interests: await findPersonInterests(reader, id),
    boards: await findMembershipsOf(reader, [id], visit.today),
    reviewedOn: (await findRegisterReviews(reader, [id])).get(id),
    standing: (await findRegisterStandings(reader, [id], visit.today)).get(id),
  }
  return <MyInterestsPage visit={visit} view={view} />
}

/** Confirms that one's register is right. */
export const reviewedInterests: Act = {
  perform: async ({ db, visit }) => mapped(await reviewInterests(db, visit), () => myInterestsPath),
  redraw: myInterestsPage,
}
