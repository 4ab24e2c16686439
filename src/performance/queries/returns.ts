import { findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { RegularPeriodType } from '../rules/period.ts'
import type { ReturnState } from '../rules/returns.ts'

/** Which agency gives which figures of a board, and how often. */
export interface ReturnTemplate {
  readonly id: string
  readonly body: string
  readonly agency: string
  readonly agencyName: string
  readonly title: string
  /** Who gives it; null: nobody is named. */
  readonly giver: string | null
  readonly giverName: string
  readonly periodType: RegularPeriodType
  readonly dueDays: number
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
  readonly measures: readonly string[]
  readonly version: number
}

/** What an agency owes for one period. */
export interface ReturnDue {
  readonly id: string
  readonly template: string
  readonly body: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly state: ReturnState
  readonly givenAt: Temporal.Instant | null
  readonly note: string
  readonly chased: number
  readonly chasedOn: Temporal.PlainDate | null
  readonly version: number
}

/** The returns of some boards, by their titles. @param by - by board, or by their ids */
export async function findTemplates(reader: Reader, by: 'body' | 'id', values: readonly string[]): Promise<readonly ReturnTemplate[]> {
  if (values.length === 0) return []
  const rows = await reader
    .selectFrom('performance.return_template')
    .select(['id', 'body', 'agency', 'title', 'giver', 'period_type as periodType', 'due_days as dueDays', 'version'])
    .select(['starts_on as startsOn', 'ends_on as endsOn'])
    .where(by, 'in', [...values])
    .orderBy('title')
    .orderBy('id')
    .execute()
  if (rows.length === 0) return []
  const measures = await reader
    .selectFrom('performance.return_measure')
    .select(['template', 'measure'])
    .where(
      'template',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('position')
    .execute()
  const people = await findPeopleNames(
    reader,
    rows.flatMap(({ giver }) => giver ?? []),
  )
  const agencies = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...row,
    periodType: row.periodType as RegularPeriodType,
    agencyName: agencies.get(row.agency) ?? '',
    giverName: row.giver === null ? '' : (people.get(row.giver) ?? ''),
    measures: measures.filter(({ template }) => template === row.id).map(({ measure }) => measure),
  }))
}

function dues(reader: Reader) {
  return reader
    .selectFrom('performance.return_due')
    .select(['id', 'template', 'body', 'starts_on as startsOn', 'ends_on as endsOn', 'due_on as dueOn', 'state', 'given_at as givenAt'])
    .select(['note', 'chased', 'chased_on as chasedOn', 'version'])
}

/** What some returns owe or owed, the latest period first, at most 200. */
export async function findDues(reader: Reader, templates: readonly string[]): Promise<readonly ReturnDue[]> {
  if (templates.length === 0) return []
  const rows = await dues(reader)
    .where('template', 'in', [...templates])
    .orderBy('ends_on', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as ReturnState }))
}

/** One of them with its return. @throws NotFound where there is none that one may see */
export async function findDue(reader: Reader, id: string): Promise<{ readonly due: ReturnDue; readonly template: ReturnTemplate }> {
  const row = isUuid(id) ? await dues(reader).where('id', '=', id).executeTakeFirst() : undefined
  const [template] = row ? await findTemplates(reader, 'id', [row.template]) : []
  if (!row || !template) throw new NotFound('No such return.')
  return { due: { ...row, state: row.state as ReturnState }, template }
}

/** A return that waits for somebody: to be given by its giver, or to be accepted by the clerk of its board. */
export interface ReturnDuty {
  readonly id: string
  readonly body: string
  readonly kind: 'give' | 'accept'
  readonly title: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly periodType: RegularPeriodType
  readonly dueOn: Temporal.PlainDate
}

/** What waits for somebody: returns one gives that are due, and those given to boards whose clerk one is; the earliest due first. */
export async function findReturnDuties(
  reader: Reader,
  who: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
): Promise<readonly ReturnDuty[]> {
  const rows = await reader
    .selectFrom('performance.return_due as d')
    .innerJoin('performance.return_template as t', 't.id', 'd.template')
    .select([
      'd.id',
      'd.body',
      'd.state',
      't.title',
      'd.starts_on as startsOn',
      'd.ends_on as endsOn',
      't.period_type as periodType',
      'd.due_on as dueOn',
    ])
    .where((where) =>
      where.or([
        ...(who.person === undefined ? [] : [where.and([where('d.state', '=', 'due'), where('t.giver', '=', who.person)])]),
        ...(who.clerkOf.length === 0 ? [] : [where.and([where('d.state', '=', 'given'), where('d.body', 'in', [...who.clerkOf])])]),
      ]),
    )
    .orderBy('d.due_on')
    .limit(50)
    .execute()
  return rows.map(({ state, ...row }) => ({
    ...row,
    periodType: row.periodType as RegularPeriodType,
    kind: state === 'due' ? 'give' : 'accept',
  }))
}

/** A red or missing figure that asks somebody for an answer. */
export interface AlertDuty {
  readonly id: string
  /** The board of the measure. */
  readonly body: string
  readonly measure: string
  readonly title: string
  readonly kind: 'red' | 'missing'
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly raisedOn: Temporal.PlainDate
}

/** The figures that ask a person for an answer, the first asked first. */
export async function findAlertDuties(reader: Reader, person: string): Promise<readonly AlertDuty[]> {
  const rows = await reader
    .selectFrom('performance.alert as a')
    .innerJoin('performance.measure_definition as d', 'd.measure', 'a.measure')
    .select([
      'a.id',
      'a.body',
      'a.measure',
      'd.title',
      'a.kind',
      'a.starts_on as startsOn',
      'a.ends_on as endsOn',
      'a.raised_on as raisedOn',
    ])
    .where('a.owner', '=', person)
    .where('a.answered_by', 'is', null)
    .where('a.settled_on', 'is', null)
    .where('d.number', '=', (last) =>
      last
        .selectFrom('performance.measure_definition as x')
        .whereRef('x.measure', '=', 'a.measure')
        .select((x) => x.fn.max('x.number').as('number')),
    )
    .orderBy('a.raised_on')
    .orderBy('a.id')
    .limit(50)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind === 'red' ? 'red' : 'missing' }))
}
