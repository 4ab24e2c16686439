import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { type RegisterStanding, registerStanding } from '../rules/register-review.ts'
import { holdsOn } from './periods.ts'
import { findAllTermsInForce } from './terms.ts'

/** What law and dated data ask of the members of a body on a day. */
export interface MemberRules {
  /** Days for a notice; undefined where no law of the body says. */
  readonly notice: { readonly days: number; readonly source: string } | undefined
  /** Months between two looks where the terms say nothing. */
  readonly reviewMonths: number
  /** Months between two reviews of terms that say nothing themselves; undefined: nobody asks. */
  readonly termsMonths: number | undefined
}

/** The rules for each legal regime on a day; '' for every regime without rules of its own. */
export async function findMemberRules(reader: Reader, onDay: Temporal.PlainDate): Promise<(regime: string) => MemberRules> {
  const rows = await reader.selectFrom('governance.member_rule as r').selectAll().where(holdsOn('r', onDay)).execute()
  return (regime) => {
    const own = (kind: string) =>
      rows.find((row) => row.kind === kind && row.legal_regime === regime) ??
      rows.find((row) => row.kind === kind && row.legal_regime === null)
    const notice = own('notice-days')
    return {
      notice: notice && { days: notice.amount, source: notice.source },
      reviewMonths: own('register-months')?.amount ?? 12,
      termsMonths: own('terms-months')?.amount,
    }
  }
}

/** When each of some people last looked their register through; who never did is left out. */
export async function findRegisterReviews(reader: Reader, people: readonly string[]): Promise<ReadonlyMap<string, Temporal.PlainDate>> {
  if (people.length === 0) return new Map()
  const rows = await reader
    .selectFrom('governance.register_review as r')
    .select('r.person')
    .select((row) => row.fn.max('r.reviewed_on').as('on'))
    .where(among('r.person', people))
    .groupBy('r.person')
    .execute()
  return new Map(rows.map(({ person, on }) => [person, on]))
}

/** A seat or the chair of a body that somebody holds, for the register: derived from what is recorded here, never typed (G13). */
export interface BoardMembership {
  readonly person: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  /** The name of the seat, or the code of the office. */
  readonly as: string
  readonly isOffice: boolean
  readonly startsOn: Temporal.PlainDate
}

/** The boards on which some people sit or which they chair on a day, the earliest first. */
export async function findMembershipsOf(
  reader: Reader,
  people: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<readonly BoardMembership[]> {
  if (people.length === 0) return []
  const seatsRead = reader
    .selectFrom('governance.appointment as a')
    .innerJoin('governance.seat as s', 's.id', 'a.seat')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .select(['a.person', 'b.id', 'b.slug', 'b.name', 's.name as as', 'a.starts_on as startsOn'])
    .where(among('a.person', people))
    .where(holdsOn('a', onDay))
    .orderBy('b.name')
    .orderBy('a.id')
    .execute()
  const officesRead = reader
    .selectFrom('governance.office as f')
    .innerJoin('governance.body as b', 'b.id', 'f.body')
    .select(['f.person', 'b.id', 'b.slug', 'b.name', 'f.role as as', 'f.starts_on as startsOn'])
    .where(among('f.person', people))
    .where('f.role', '<>', 'clerk')
    .where(holdsOn('f', onDay))
    .orderBy('b.name')
    .orderBy('f.id')
    .execute()
  const [seats, offices] = await Promise.all([seatsRead, officesRead])
  return [...offices.map((row) => ({ ...row, isOffice: true })), ...seats.map((row) => ({ ...row, isOffice: false }))]
    .map(({ id, slug, name, ...row }) => ({ ...row, body: { id, slug, name } }))
    .toSorted((a, b) => Temporal.PlainDate.compare(a.startsOn, b.startsOn))
}

/**
 * How the registers of some people stand on a day; who sits on no board keeps none and is left out.
 * @param rulesRead - the rules of the day, where they are being read already
 */
export async function findRegisterStandings(
  reader: Reader,
  people: readonly string[],
  onDay: Temporal.PlainDate,
  rulesRead = findMemberRules(reader, onDay),
): Promise<ReadonlyMap<string, RegisterStanding>> {
  return (await findRegisters(reader, people, onDay, rulesRead)).standings
}

/** What is known of the registers of some people on a day. */
export interface Registers {
  readonly memberships: readonly BoardMembership[]
  readonly reviews: ReadonlyMap<string, Temporal.PlainDate>
  readonly standings: ReadonlyMap<string, RegisterStanding>
}

/** The boards of some people, when each last looked their register through, and how it stands. */
export async function findRegisters(
  reader: Reader,
  people: readonly string[],
  onDay: Temporal.PlainDate,
  rulesRead = findMemberRules(reader, onDay),
): Promise<Registers> {
  // Sent together: none waits for another.
  const [memberships, reviews, terms, regimes, rules] = await Promise.all([
    findMembershipsOf(reader, people, onDay),
    findRegisterReviews(reader, people),
    findAllTermsInForce(reader, onDay),
    findRegimes(reader, onDay),
    rulesRead,
  ])
  const standings = new Map<string, RegisterStanding>()
  const ofPerson = Map.groupBy(memberships, ({ person }) => person)
  for (const person of people) {
    const own = ofPerson.get(person) ?? []
    const [first] = own
    if (first === undefined) continue
    // The strictest of the boards on which the person sits.
    const asked = own.map(({ body }) => {
      const { notice, reviewMonths } = rules(regimes.get(body.id) ?? '')
      return { months: terms.get(body.id)?.interests.value?.reviewedEveryMonths ?? reviewMonths, days: notice?.days }
    })
    const days = asked.flatMap((one) => (one.days === undefined ? [] : [one.days]))
    const facts = {
      reviewedOn: reviews.get(person),
      memberSince: first.startsOn,
      everyMonths: Math.min(...asked.map(({ months }) => months)),
      newMemberDays: days.length === 0 ? undefined : Math.min(...days),
    }
    standings.set(person, registerStanding(facts, onDay))
  }
  return { memberships, reviews, standings }
}

async function findRegimes(reader: Reader, onDay: Temporal.PlainDate): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('governance.body_setting as s')
    .select(['s.body', 's.legal_regime as regime'])
    .where(holdsOn('s', onDay))
    .execute()
  return new Map(rows.map(({ body, regime }) => [body, regime]))
}

/** What the law of somebody's boards says on notice of a new interest; empty where none says anything. */
export async function findNotices(
  reader: Reader,
  person: string,
  onDay: Temporal.PlainDate,
): Promise<readonly { readonly board: string; readonly days: number; readonly source: string }[]> {
  const memberships = await findMembershipsOf(reader, [person], onDay)
  const regimes = await findRegimes(reader, onDay)
  const rules = await findMemberRules(reader, onDay)
  return memberships.flatMap(({ body }) => {
    const { notice } = rules(regimes.get(body.id) ?? '')
    return notice ? [{ board: body.name, ...notice }] : []
  })
}
