import type { Writer } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { ContentClass } from '../rules/access.ts'
import type { RecordSource } from '../rules/assessment-form.ts'
import { standingWords } from '../words/casework.ts'
import { findAround, findNumbersOf } from './assessments.ts'
import type { FamilyLine } from './families.ts'
import { findHomes, findKnownPeople } from './known-people.ts'
import { findSigns } from './known-signs.ts'
import { findNames } from './names.ts'
import { findAgreements, findRequest } from './record.ts'

/** What the record knows already, as a table; no rows where nothing is known, or nothing of it is open to whoever reads. */
export interface Known {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
/** By source, as far as it is known. */
export type KnownSources = ReadonlyMap<RecordSource, Known>

/** The class by which each source is kept beside a complete assessment; addresses are kept nowhere but with the people, where it is asked who may see one. */
export const classOfKnown: Readonly<Partial<Record<RecordSource, ContentClass>>> = {
  people: 'family',
  about: 'family',
  outside: 'family',
  facts: 'family',
  signs: 'voice',
  request: 'assessment',
  agreement: 'assessment',
  lead: 'assessment',
}

/** Reads what the record knows, live. */
export async function findKnown(
  tx: Writer,
  of: { readonly family: FamilyLine; readonly assessment: string },
  today: Temporal.PlainDate,
): Promise<KnownSources> {
  const { family } = of
  const numbers = await findNumbersOf(tx, family.family)
  const around = await findAround(tx, of.assessment)
  const request = await findRequest(tx, family.id)
  const agreements = await findAgreements(tx, family.id, today)
  const names = await findNames(tx, [family.lead?.person ?? null, family.lead?.organisation ?? null])
  return new Map<RecordSource, Known>([
    ...(await findKnownPeople(tx, family, numbers, today)),
    ['signs', await findSigns(tx, family, today)],
    ['about', { columns: ['Child'], rows: around.children.map(({ name }) => [name]) }],
    [
      'lead',
      {
        columns: ['Lead', 'Agency'],
        rows: family.lead ? [[names.get(family.lead.person) ?? '', names.get(family.lead.organisation) ?? '']] : [],
      },
    ],
    [
      'request',
      {
        columns: ['What was asked for', 'Asked on', 'By'],
        rows: request ? [[request.why, dayInWords(family.requestedOn), family.agencyName]] : [],
      },
    ],
    [
      'agreement',
      {
        columns: ['Agreed by', 'On', 'State', 'Agencies'],
        rows: agreements.map((one) => [
          one.givenBy,
          dayInWords(one.givenOn),
          standingWords[one.standing][1],
          [...new Set(one.scope.map(({ organisationName }) => organisationName))].join(', '),
        ]),
      },
    ],
  ])
}

/** What the record said when an assessment was complete; addresses as they stand now, for they are copied nowhere. */
export async function findKnownThen(tx: Writer, of: { readonly family: FamilyLine; readonly assessment: string }): Promise<KnownSources> {
  const rows = await tx
    .selectFrom('casework.assessment_known')
    .where('assessment', '=', of.assessment)
    .select(['source', 'content'])
    .execute()
  const kept = rows.map(({ source, content }) => [source as RecordSource, content as unknown as Known] as const)
  return new Map<RecordSource, Known>([...kept, ['home', await findHomes(tx, of.family)]])
}
