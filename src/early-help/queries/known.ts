import type { Writer } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { ContentClass } from '../rules/access.ts'
import type { RecordSource } from '../rules/assessment-form.ts'
import { partWords, standingWords } from '../words/casework.ts'
import { findAround, findNumbersOf } from './assessments.ts'
import type { FamilyLine } from './families.ts'
import { findNames } from './names.ts'
import { findAgreements, findPeople, findRequest } from './record.ts'

/** What the record knows already, as a table; no rows where nothing is known, or nothing of it is open to whoever reads. */
export interface Known {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
/** By source, as far as it is known; addresses and signs stand on pages of their own. */
export type KnownSources = ReadonlyMap<RecordSource, Known>

/** The class by which each source is read; undefined for what everybody who works with the family may see. */
export const classOfKnown: Readonly<Partial<Record<RecordSource, ContentClass>>> = {
  people: 'family',
  about: 'family',
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
  const [people, numbers, around] = [
    await findPeople(tx, family.family),
    await findNumbersOf(tx, family.family),
    await findAround(tx, of.assessment),
  ]
  const request = await findRequest(tx, family.id)
  const agreements = await findAgreements(tx, family.id, today)
  const names = await findNames(tx, [family.lead?.person ?? null, family.lead?.organisation ?? null])
  const born = ({ bornOn, dueOn }: (typeof people)[number]): string =>
    bornOn ? dayInWords(bornOn) : dueOn ? `Due ${dayInWords(dueOn)}` : 'Not known'
  return new Map<RecordSource, Known>([
    [
      'people',
      {
        columns: ['Name', 'Who', 'Born or due', 'Parental responsibility', 'Assessment'],
        rows: people.map((one) => [
          one.name,
          partWords[one.part],
          born(one),
          one.part === 'child' ? 'Does not apply' : one.hasResponsibility ? 'Yes' : 'No',
          (numbers.get(one.id) ?? []).join(', '),
        ]),
      },
    ],
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

/** What the record said when an assessment was complete. */
export async function findKnownThen(tx: Writer, assessment: string): Promise<KnownSources> {
  const rows = await tx.selectFrom('casework.assessment_known').where('assessment', '=', assessment).select(['source', 'content']).execute()
  return new Map(rows.map(({ source, content }) => [source as RecordSource, content as unknown as Known]))
}
