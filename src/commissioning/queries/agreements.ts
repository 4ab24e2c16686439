import type { Guarded } from '#governance/public.ts'
import { findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type AgreementKind, type AgreementState, agreementState } from '../rules/agreement.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import { findOfficers } from './officers.ts'

/** A party of an agreement, from when to when; what it agreed, and who signed for it. */
export interface Party {
  readonly id: string
  readonly organisation: string
  readonly name: string
  readonly part: 'host' | 'commissioner' | 'provider' | 'other'
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly approvedOn: Temporal.PlainDate | undefined
  readonly decision: string | undefined
  readonly approvedBy: string
  readonly signedOn: Temporal.PlainDate | undefined
  readonly signedBy: string
}

/** An agreement between partners (C4). */
export interface Agreement {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  /** The law it rests on, by its code, and its words. */
  readonly basis: string
  readonly kind: AgreementKind
  readonly basisName: string
  readonly basisSource: string
  readonly title: string
  readonly reference: string
  readonly summary: string
  readonly host: string
  readonly hostName: string
  /** People who commission for the host today. */
  readonly commissioners: readonly string[]
  readonly manager: string | undefined
  readonly managerName: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
  readonly reviewOn: Temporal.PlainDate | undefined
  readonly consultedOn: Temporal.PlainDate | undefined
  readonly consultation: string
  readonly endedOn: Temporal.PlainDate | undefined
  readonly endedBecause: string
  readonly parties: readonly Party[]
  readonly state: AgreementState
  readonly version: number
}

/** What the matrix knows of an agreement: its sight, and who leads it. */
export const guardedAgreement = ({
  body,
  sight,
  commissioners,
  manager,
}: Pick<Agreement, 'body' | 'sight' | 'commissioners' | 'manager'>): Guarded => ({
  ...{ record: 'agreement', state: sight, ties: { body, leads: manager === undefined ? commissioners : [...commissioners, manager] } },
})

function rows(reader: Reader) {
  return reader
    .selectFrom('commissioning.agreement as a')
    .innerJoin('commissioning.legal_basis as l', 'l.code', 'a.basis')
    .selectAll('a')
    .select(['l.kind', 'l.name as basisName', 'l.source as basisSource'])
}

/** One agreement that one may see. @throws NotFound */
export async function findAgreement(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Agreement> {
  const row = isUuid(id) ? await rows(reader).where('a.id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such agreement.')
  return found
}

/** The agreements of a board that one may see, the latest term first; at most 1,000. */
export async function listAgreements(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Agreement[]> {
  const found = await rows(reader).where('a.body', '=', body).orderBy('a.starts_on', 'desc').orderBy('a.title').limit(1000).execute()
  return complete(reader, found, today)
}

/** Some agreements by id that one may see, in no order. */
export async function findAgreements(reader: Reader, ids: readonly string[], today: Temporal.PlainDate): Promise<readonly Agreement[]> {
  if (ids.length === 0) return []
  return complete(reader, await rows(reader).where(among('a.id', ids)).execute(), today)
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

async function complete(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly Agreement[]> {
  if (found.length === 0) return []
  const [organisations, people, parties, officers] = await Promise.all([
    listOrganisations(reader),
    findPeopleNames(
      reader,
      found.flatMap(({ manager }) => manager ?? []),
    ),
    findParties(
      reader,
      found.map(({ id }) => id),
    ),
    findOfficers(
      reader,
      found.map(({ host }) => host),
      'commissioner',
      today,
    ),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return found.map((row) => {
    const facts = {
      ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, consultedOn: row.consulted_on ?? undefined },
      endedOn: row.ended_on ?? undefined,
      parties: (parties.get(row.id) ?? []).map((party) => ({ ...party, name: names.get(party.organisation) ?? '' })),
    }
    return {
      ...{ id: row.id, body: row.body, sight: row.sight as Sight, basis: row.basis, kind: row.kind as AgreementKind },
      ...{ basisName: row.basisName, basisSource: row.basisSource, title: row.title, reference: row.reference, summary: row.summary },
      ...{ host: row.host, hostName: names.get(row.host) ?? '', commissioners: officers.get(row.host) ?? [] },
      ...{ manager: row.manager ?? undefined, managerName: people.get(row.manager ?? '') ?? '', reviewOn: row.review_on ?? undefined },
      ...{ consultation: row.consultation, endedBecause: row.ended_because, version: row.version },
      ...facts,
      state: agreementState(facts, today),
    }
  })
}

async function findParties(reader: Reader, agreements: readonly string[]): Promise<ReadonlyMap<string, readonly Omit<Party, 'name'>[]>> {
  const found = await reader
    .selectFrom('commissioning.party')
    .selectAll()
    .where(among('agreement', agreements))
    .orderBy('starts_on')
    .orderBy('id')
    .execute()
  return new Map(
    [...Map.groupBy(found, ({ agreement }) => agreement)].map(([agreement, parties]) => [
      agreement,
      parties.map((row) => ({
        ...{ id: row.id, organisation: row.organisation, part: row.part as Party['part'], startsOn: row.starts_on },
        ...{ endsOn: row.ends_on ?? undefined, approvedOn: row.approved_on ?? undefined, decision: row.decision ?? undefined },
        ...{ approvedBy: row.approved_by, signedOn: row.signed_on ?? undefined, signedBy: row.signed_by },
      })),
    ]),
  )
}
