import type { JSX } from 'hono/jsx/jsx-runtime'
import { reviewInterests } from '../commands/interests.ts'
import { allows } from '../commands/permit.ts'
import type { DispensationsView } from '../pages/dispensations.tsx'
import { type RegisterEntry, RegisterPage } from '../pages/interests-page.tsx'
import { MyInterestsPage } from '../pages/my-interests-page.tsx'
import { myInterestsPath } from '../paths.ts'
import { type Dispensation, endOf, listDispensations } from '../queries/dispensations.ts'
import { findBodyInterests, findPersonInterests, type InterestRecord } from '../queries/interests.ts'
import { findMembership, type PersonName } from '../queries/membership.ts'
import { findOffices } from '../queries/offices.ts'
import { findMemberRules, findRegisters, type Registers } from '../queries/register-review.ts'
import { declaredLate } from '../rules/register-review.ts'
import { type Act, type Asked, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** The register of interests of a board. */
export async function registerPage({ reader, visit, standing, body }: Asked): Promise<JSX.Element> {
  const [rules, registered, leave] = await Promise.all([
    findMemberRules(reader, visit.today),
    findRegistered({ reader, visit, body }),
    leaveOf({ reader, visit, standing }, body.id),
  ])
  const { notice } = rules(body.settings?.legalRegime ?? '')
  const view = {
    body,
    entries: entriesOf(registered, body.id, notice?.days),
    leave,
    declares: standing.person !== undefined,
    keeps: [standing.clerkOf, standing.chairOf, standing.memberOf].some((bodies) => bodies.has(body.id)),
    notice,
  }
  return <RegisterPage visit={visit} view={view} />
}

interface Registered extends Registers {
  readonly people: readonly PersonName[]
  readonly interests: readonly InterestRecord[]
}

/** Everybody who fills a seat or chairs, by name, with their interests and boards. */
async function findRegistered({ reader, visit, body }: Pick<Asked, 'reader' | 'visit' | 'body'>): Promise<Registered> {
  const [interests, people] = await Promise.all([
    findBodyInterests(reader, body.id, visit.today),
    findKeepers(reader, body.id, visit.today),
  ])
  const ids = people.map(({ id }) => id)
  return { people, interests, ...(await findRegisters(reader, ids, visit.today)) }
}

/** What the register of a board holds of each. */
function entriesOf(
  { people, interests, memberships, reviews, standings }: Registered,
  board: string,
  noticeDays: number | undefined,
): readonly RegisterEntry[] {
  const interestsOf = Map.groupBy(interests, ({ person }) => person.id)
  const boardsOf = Map.groupBy(memberships, ({ person }) => person)
  return people.map((person) => {
    const own = boardsOf.get(person.id) ?? []
    const since = own.find((membership) => membership.body.id === board)?.startsOn
    return {
      person,
      interests: (interestsOf.get(person.id) ?? []).map((interest) => ({
        ...interest,
        daysLate: noticeDays === undefined || since === undefined ? 0 : declaredLate(interest, since, noticeDays),
      })),
      boards: own.filter((membership) => membership.body.id !== board),
      reviewedOn: reviews.get(person.id),
      standing: standings.get(person.id),
    }
  })
}

async function findKeepers(reader: Asked['reader'], body: string, today: Temporal.PlainDate): Promise<readonly PersonName[]> {
  const [{ seats }, offices] = await Promise.all([findMembership(reader, body, today), findOffices(reader, body, today)])
  const chairs = offices.filter(({ role }) => role !== 'clerk')
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
  const { memberships, reviews, standings } = await findRegisters(reader, [id], visit.today)
  const view = {
    interests: await findPersonInterests(reader, id),
    boards: memberships,
    reviewedOn: reviews.get(id),
    standing: standings.get(id),
  }
  return <MyInterestsPage visit={visit} view={view} />
}

/** Confirms that one's register is right. */
export const reviewedInterests: Act = {
  perform: async ({ db, visit }) => mapped(await reviewInterests(db, visit), () => myInterestsPath),
  redraw: myInterestsPage,
}
