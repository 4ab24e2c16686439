import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { type ContentClass, contentClasses } from '../rules/access.ts'
import { type AgreementStanding, agreementStanding, type Cover } from '../rules/agreement.ts'
import { type Birth, birthOf } from '../rules/birth.ts'
import { findNames } from './names.ts'

/** Somebody of a family. */
export interface FamilyPerson {
  readonly id: string
  readonly name: string
  readonly part: 'child' | 'parent' | 'other'
  readonly bornOn: Temporal.PlainDate | null
  readonly dueOn: Temporal.PlainDate | null
  readonly birth: Birth
  readonly hasResponsibility: boolean
}

/** People of a family, children first, each once though entered twice; none where one may not read them, or does not look. */
export async function findPeople(reader: Reader, family: string): Promise<readonly FamilyPerson[]> {
  const rows = await reader
    .selectFrom('casework.person')
    .select(['id', 'name', 'part', 'born_on as bornOn', 'due_on as dueOn', 'has_responsibility as hasResponsibility'])
    .select(['born_year as bornYear', 'born_month as bornMonth'])
    .where('family', '=', family)
    .where((where) =>
      where.not(
        where.exists(where.selectFrom('casework.person_merge as m').select('m.id').whereRef('m.merged', '=', 'casework.person.id')),
      ),
    )
    .orderBy((order) => order.case().when('part', '=', 'child').then(1).when('part', '=', 'parent').then(2).else(3).end())
    .orderBy('born_on')
    .execute()
  return rows.map((row) => ({ ...row, part: row.part as FamilyPerson['part'], birth: birthOf(row) }))
}

/** What was asked for; undefined where one may not read it. */
export async function findRequest(reader: Reader, episode: string) {
  return reader
    .selectFrom('casework.request')
    .select(['why', 'is_family_told as isFamilyTold', 'not_told_because as notToldBecause'])
    .where('episode', '=', episode)
    .executeTakeFirst()
}

type NamedCover = Cover & { readonly organisationName: string }

/** An agreement, with what it opens to whom. */
export interface AgreementRecord {
  readonly id: string
  readonly number: number
  readonly isGiven: boolean
  readonly givenBy: string
  readonly entitledBy: string
  readonly givenOn: Temporal.PlainDate
  readonly informedHow: string
  readonly evidence: string
  readonly holdsUntil: Temporal.PlainDate | undefined
  readonly withdrawnAt: Temporal.Instant | undefined
  readonly withdrawnBy: string
  /** What it opens: of what was given, what everybody agrees to who may decide. */
  readonly scope: readonly NamedCover[]
  /** What was given, whatever others say. */
  readonly given: readonly NamedCover[]
  readonly standing: AgreementStanding
  readonly version: number
}

/** What a family agreed to or refused, the latest first. */
export async function findAgreements(reader: Reader, episode: string, today: Temporal.PlainDate): Promise<readonly AgreementRecord[]> {
  const rows = await reader
    .selectFrom('casework.agreement')
    .select(['id', 'number', 'is_given as isGiven', 'given_by as givenBy', 'entitled_by as entitledBy', 'given_on as givenOn'])
    .select([
      'informed_how as informedHow',
      'evidence',
      'holds_until as holdsUntil',
      'withdrawn_at as withdrawnAt',
      'withdrawn_by as withdrawnBy',
      'version',
    ])
    .where('episode', '=', episode)
    .orderBy('number', 'desc')
    .execute()
  const scope = await reader
    .selectFrom('casework.agreement_scope as s')
    .innerJoin('casework.agreement as a', 'a.id', 's.agreement')
    .select(['s.agreement', 's.organisation', 's.class'])
    .select(sql<boolean>`casework.covers(s.agreement, s.organisation, s.class)`.as('isOpen'))
    .where('a.episode', '=', episode)
    .execute()
  const names = await findNames(
    reader,
    scope.map(({ organisation }) => organisation),
  )
  return rows.map((row) => {
    const facts = { isGiven: row.isGiven, holdsUntil: row.holdsUntil ?? undefined, withdrawnAt: row.withdrawnAt ?? undefined }
    const lines = scope.filter(({ agreement }) => agreement === row.id)
    const named = ({ organisation, class: part }: (typeof lines)[number]): NamedCover => ({
      ...{ organisation, class: part as ContentClass, organisationName: names.get(organisation) ?? '' },
    })
    return {
      ...row,
      ...facts,
      scope: lines.filter(({ isOpen }) => isOpen).map(named),
      given: lines.map(named),
      standing: agreementStanding(facts, today),
    }
  })
}

/** The parts of a record that are open to whoever looks in this transaction. */
export async function findOpenClasses(reader: Reader, episode: string): Promise<readonly ContentClass[]> {
  const open = sql<
    string[]
  >`array(select c from unnest(${[...contentClasses]}::text[]) c where ${episode}::uuid = any (casework.open_now(c)))`
  const row = await reader.selectNoFrom(open.as('open')).executeTakeFirstOrThrow()
  return contentClasses.filter((one) => row.open.includes(one))
}

/** Who may read what, now or once; the latest first. */
export async function findGrants(reader: Reader, episode: string, now: Temporal.Instant) {
  const rows = await reader
    .selectFrom('casework.access_grant')
    .select(['person', 'organisation', 'class', 'relation', 'starts_at as startsAt', 'ends_at as endsAt', 'agreement', 'decision'])
    .where('episode', '=', episode)
    .orderBy('starts_at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows.map((row) => ({
    ...row,
    class: row.class as ContentClass,
    name: names.get(row.person) ?? '',
    organisationName: names.get(row.organisation) ?? '',
    isOpen: Temporal.Instant.compare(row.endsAt, now) > 0,
  }))
}

/** So many looks stand on one list. */
export const MOST_LOOKS = 500

/** The looks at a family, the latest first, at most `MOST_LOOKS`: the plain list that the family can be given. */
export async function findLooks(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.look')
    .select(['person', 'organisation', 'what', 'at'])
    .where('episode', '=', episode)
    .orderBy('at', 'desc')
    .limit(MOST_LOOKS)
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows.map((row) => ({ ...row, name: names.get(row.person) ?? '', organisationName: names.get(row.organisation ?? '') ?? '' }))
}

/** What went to whom, the latest first: shown to whoever withdraws an agreement. */
export async function findDisclosures(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.disclosure')
    .select(['class', 'organisation', 'person', 'channel', 'at'])
    .where('episode', '=', episode)
    .orderBy('at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ person, organisation }) => [person, organisation]),
  )
  return rows.map((row) => ({
    ...row,
    class: row.class as ContentClass,
    name: names.get(row.person ?? '') ?? '',
    organisationName: names.get(row.organisation ?? '') ?? '',
  }))
}

/** Whoever was asked to lead and has not answered; undefined where nobody is asked. */
export async function findProposal(reader: Reader, episode: string) {
  const row = await reader
    .selectFrom('casework.lead_period')
    .select(['id', 'person', 'organisation', 'proposed_at as proposedAt', 'version'])
    .where('episode', '=', episode)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? undefined : { ...row, name: (await findNames(reader, [row.person])).get(row.person) ?? '' }
}

/** The records that wait for one person’s answer whether to lead. */
export async function findAskedToLead(reader: Reader, person: string): Promise<ReadonlySet<string>> {
  const rows = await reader
    .selectFrom('casework.lead_period')
    .select('episode')
    .where('person', '=', person)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .execute()
  return new Set(rows.map(({ episode }) => episode))
}

/** Decisions to share or not to share, the latest first. */
export async function findDecisions(reader: Reader, of: { readonly episode: string } | { readonly id: string }) {
  const rows = await reader
    .selectFrom('casework.sharing_decision')
    .select([
      'id',
      'episode',
      'is_to_share as isToShare',
      'basis',
      'purpose',
      'organisation',
      'classes',
      'proportionate_because as because',
    ])
    .select(['is_family_told as isFamilyTold', 'told_words as toldWords', 'requested_by as requestedBy', 'requested_at as requestedAt'])
    .select(['approved_by as approvedBy', 'approved_at as approvedAt', 'holds_until as holdsUntil', 'ended_at as endedAt', 'version'])
    .$if('episode' in of, (query) => query.where('episode', '=', 'episode' in of ? of.episode : ''))
    .$if('id' in of, (query) => query.where('id', '=', 'id' in of ? of.id : ''))
    .orderBy('requested_at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ requestedBy, approvedBy, organisation }) => [requestedBy, approvedBy, organisation]),
  )
  return rows.map((row) => ({
    ...row,
    classes: row.classes as readonly ContentClass[],
    organisationName: names.get(row.organisation) ?? '',
    requestedByName: names.get(row.requestedBy) ?? '',
    approvedByName: names.get(row.approvedBy ?? '') ?? '',
  }))
}
