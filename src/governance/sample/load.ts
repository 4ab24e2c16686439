import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { printTerms } from '../rules/terms/portable.ts'
import type { Terms } from '../rules/terms/terms.ts'
import { sampleAppointments, sampleDeputies, sampleOffices } from './appointments.ts'
import { sampleArrangement, sampleArrangementRelations } from './arrangement.ts'
import { type SampleBody, sampleBodies, sampleRelations } from './bodies.ts'
import { addBankHoliday, addClosureDays, addComposition } from './composition.ts'
import { addDelegations } from './delegations.ts'
import { addEarlierKind } from './earlier-kinds.ts'
import { addExpenses } from './expenses.ts'
import { on, sampleId, until } from './ids.ts'
import { addInduction } from './induction.ts'
import { addInterests } from './interests.ts'
import { sampleLaterTerms } from './later-terms.ts'
import { addAreas } from './load-areas.ts'
import { addBetween } from './load-between.ts'
import { addReviews } from './members-own.ts'
import { sampleEmail, samplePeople } from './people.ts'
import { sampleOrganisations, sampleSuccessions } from './places.ts'
import { addSharing } from './sharing.ts'
import { type SampleSignIn, sampleSignIns } from './sign-ins.ts'
import { addSuccessionActs } from './succession-acts.ts'
import { sampleTerms } from './terms.ts'

/** What the sample put in, by key, so that others can build on it. */
export interface GovernanceSample {
  /** Ids by slug. */
  readonly bodies: ReadonlyMap<string, string>
  /** Ids by key, for example 'marsh'. */
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  /** Ids of seats by slug of the body, then by key of the seat in its terms. */
  readonly seats: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly signIns: readonly SampleSignIn[]
}

/** Fills an empty database with the invented county of Northbrook. Takes the owner's connection; all or nothing. */
export async function loadGovernanceSample(db: Database, acting: Acting, now: Temporal.Instant): Promise<GovernanceSample> {
  return db.transaction().execute(async (tx) => {
    await addPlaces(tx)
    await addPeople(tx)
    const seats = await addBodies(tx, { by: acting.actor ?? SYSTEM_ACTOR, at: now })
    await addRelations(tx)
    await addMembers(tx, seats)
    await addComposition(tx)
    await addBankHoliday(tx)
    await addClosureDays(tx)
    await addBetween(tx, acting.today)
    await addDelegations(tx)
    await addSharing(tx, acting.today)
    await addInterests(tx, acting.today)
    await addReviews(tx, acting.today)
    await addInduction(tx, acting.today)
    await addExpenses(tx, acting.today)
    const ids = (kind: string, keys: readonly string[]) => new Map(keys.map((key) => [key, sampleId(kind, key)]))
    return {
      bodies: ids(
        'body',
        [...sampleBodies, ...sampleArrangement].map(({ slug }) => slug),
      ),
      people: ids(
        'person',
        samplePeople.map(([key]) => key),
      ),
      organisations: ids(
        'organisation',
        sampleOrganisations.map(({ key }) => key),
      ),
      seats,
      signIns: sampleSignIns(),
    }
  })
}

async function addPlaces(tx: Writer): Promise<void> {
  await addAreas(tx)
  const organisation = (key: string): string => sampleId('organisation', key)
  await tx
    .insertInto('governance.organisation')
    .values(
      sampleOrganisations.map(({ key, name, sector, from, until: end }) => ({
        id: organisation(key),
        name,
        sector,
        starts_on: on(from),
        ends_on: until(end),
      })),
    )
    .execute()
  const names = sampleOrganisations.flatMap(({ key, earlierNames = [] }) =>
    earlierNames.map(([name, from, end]) => ({ organisation: organisation(key), name, starts_on: on(from), ends_on: on(end) })),
  )
  await tx.insertInto('governance.organisation_name').values(names).execute()
  const identifiers = sampleOrganisations.flatMap(({ key, identifiers: known = [] }) =>
    known.map(([scheme, value]) => ({ organisation: organisation(key), scheme, value })),
  )
  await tx.insertInto('governance.organisation_identifier').values(identifiers).execute()
  const successions = sampleSuccessions.map(([former, successor, kind, day, reason, source]) => ({
    former: organisation(former),
    successor: organisation(successor),
    ...{ kind, on_day: on(day), reason, source },
  }))
  await tx.insertInto('governance.organisation_succession').values(successions).execute()
  await addSuccessionActs(tx)
}

async function addPeople(tx: Writer): Promise<void> {
  const person = (key: string): string => sampleId('person', key)
  await tx
    .insertInto('governance.person')
    .values(samplePeople.map(([key, name]) => ({ id: person(key), name })))
    .execute()
  await tx
    .insertInto('governance.person_contact')
    .values(samplePeople.map(([key, name]) => ({ person: person(key), email: sampleEmail(name) })))
    .execute()
  const posts = samplePeople.map(([key, , title, organisation, from, end]) => ({
    id: sampleId('post', key),
    person: person(key),
    organisation: organisation === undefined ? null : sampleId('organisation', organisation),
    title,
    starts_on: on(from),
    ends_on: until(end),
  }))
  await tx.insertInto('governance.post').values(posts).execute()
  await tx
    .insertInto('governance.administrator')
    .values({ person: person('lowe'), starts_on: on('2013-04-01') })
    .execute()
}

interface Recorded {
  readonly by: string
  readonly at: Temporal.Instant
}

async function addBodies(tx: Writer, recorded: Recorded): Promise<ReadonlyMap<string, ReadonlyMap<string, string>>> {
  const documents = sampleTerms()
  const seats = new Map<string, ReadonlyMap<string, string>>()
  for (const body of [...sampleBodies, ...sampleArrangement]) {
    await addBody(tx, body)
    const terms = documents.find(({ key }) => key === body.terms)
    if (terms) seats.set(body.slug, await addTerms(tx, body, terms, recorded))
  }
  return seats
}

async function addBody(tx: Writer, body: SampleBody): Promise<void> {
  const id = sampleId('body', body.slug)
  const { slug, name, shortName, kind, statuses, from } = body
  await tx.insertInto('governance.body').values({ id, slug, name, short_name: shortName, kind }).execute()
  const periods = statuses.map(([status, starts, note = ''], index) => ({
    body: id,
    status,
    note,
    starts_on: on(starts),
    ends_on: until(statuses[index + 1]?.[1]),
    becomes: status === 'evolving' && body.becomes ? sampleId('body', body.becomes) : null,
  }))
  await tx.insertInto('governance.body_status').values(periods).execute()
  await addEarlierKind(tx, id, body)
  await tx
    .insertInto('governance.body_setting')
    .values({
      body: id,
      legal_regime: body.regime ?? 'partnership',
      holiday_division: 'england-and-wales',
      public_access: body.publicAccess ?? 'public',
      starts_on: on(from),
    })
    .execute()
  await tx
    .insertInto('governance.body_area')
    .values(
      [[body.area, from] as const, ...(body.moreAreas ?? [])].map(([key, since]) => ({
        body: id,
        area: sampleId('area', key),
        starts_on: on(since),
      })),
    )
    .execute()
}

/** The first day on which a body no longer meets; undefined while it does. */
function endOf({ statuses }: SampleBody): string | undefined {
  return statuses.find(([status]) => status === 'ended')?.[1]
}

async function addTerms(tx: Writer, body: SampleBody, written: Terms, recorded: Recorded): Promise<ReadonlyMap<string, string>> {
  const id = sampleId('body', body.slug)
  const ends = endOf(body)
  const terms: Terms = { ...written, from: body.from }
  const versions = [terms, ...sampleLaterTerms(terms.key)]
  for (const [index, version] of versions.entries()) {
    const lastDay = versions[index + 1]?.from ?? ends
    const document: Terms = { ...version, body: { ...version.body, slug: body.slug }, until: lastDay ?? null }
    await tx
      .insertInto('governance.terms_version')
      .values({
        id: sampleId('terms', `${body.slug} ${index + 1}`),
        body: id,
        number: index + 1,
        state: 'adopted',
        starts_on: on(version.from),
        ends_on: until(lastDay),
        document: printTerms(document),
        adopted_by: `The members of the ${body.name}`,
        recorded_at: recorded.at,
        recorded_by: recorded.by,
      })
      .execute()
  }
  const organisations = new Map(sampleOrganisations.map(({ key, name }) => [name, sampleId('organisation', key)]))
  const rows = terms.seats.map((seat, position) => ({
    id: sampleId('seat', `${body.slug} ${seat.key}`),
    body: id,
    key: seat.key,
    name: seat.name,
    category: seat.category,
    group_key: seat.group ?? '',
    organisation: organisations.get(seat.organisation ?? '') ?? null,
    sector: seat.sector ?? '',
    voting: seat.voting,
    votes_on: seat.votesOn ?? [],
    places: seat.places,
    alternatives: seat.alternatives,
    capacity_required: seat.capacity ?? '',
    by_post: seat.byPost,
    may_attend_private: seat.mayAttendPrivate,
    position,
    starts_on: on(body.from),
    ends_on: until(ends),
  }))
  await tx.insertInto('governance.seat').values(rows).execute()
  return new Map(rows.map(({ key, id: seat }) => [key, seat]))
}

async function addRelations(tx: Writer): Promise<void> {
  const rows = [...sampleRelations, ...sampleArrangementRelations].map(([from, kind, to, cadence, source, starts, ends]) => ({
    id: sampleId('relation', `${from} ${kind} ${to} ${starts}`),
    from_body: sampleId('body', from),
    to_body: sampleId('body', to),
    kind,
    cadence,
    source,
    starts_on: on(starts),
    ends_on: until(ends),
  }))
  await tx.insertInto('governance.body_relation').values(rows).execute()
}

async function addMembers(tx: Writer, seats: ReadonlyMap<string, ReadonlyMap<string, string>>): Promise<void> {
  const seatId = (slug: string, key: string): string => {
    const id = seats.get(slug)?.get(key)
    if (id === undefined) throw new Error(`The sample's ${slug} has no seat ${key}.`)
    return id
  }
  const person = (key: string): string => sampleId('person', key)
  for (const [slug, appointments] of Object.entries(sampleAppointments)) {
    const rows = appointments.map(([seat, place, who, organisation, from, end, reason = '']) => ({
      id: sampleId('appointment', `${slug} ${seat} ${place} ${who}`),
      seat: seatId(slug, seat),
      place,
      person: person(who),
      on_behalf_of: organisation === undefined ? null : sampleId('organisation', organisation),
      mandate: slug === 'northbrook-childrens-partnership' ? ['decide', 'speak'] : ['decide', 'commit_money', 'speak'],
      starts_on: on(from),
      ends_on: until(end),
      ending_reason: reason,
    }))
    await tx.insertInto('governance.appointment').values(rows).execute()
  }
  for (const [slug, offices] of Object.entries(sampleOffices)) {
    const rows = offices.map(([role, who, basis, from, end, note = '']) => ({
      id: sampleId('office', `${slug} ${role} ${who}`),
      body: sampleId('body', slug),
      role,
      person: person(who),
      basis,
      note,
      starts_on: on(from),
      ends_on: until(end),
    }))
    await tx.insertInto('governance.office').values(rows).execute()
  }
  const deputies = sampleDeputies.map(([slug, seat, place, who, basis, mayDecide, from, agreedBy, told]) => ({
    id: sampleId('deputy', `${slug} ${seat} ${place} ${who}`),
    seat: seatId(slug, seat),
    place,
    person: person(who),
    basis,
    may_decide: mayDecide,
    agreed_by: agreedBy === undefined ? null : person(agreedBy),
    members_told_on: until(told),
    starts_on: on(from),
  }))
  await tx.insertInto('governance.deputy_authorisation').values(deputies).execute()
}
