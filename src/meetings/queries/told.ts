import type { Guarded } from '#governance/public.ts'
import { findPeopleNames } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { type DeliveryReport, type DeliveryState, deliveryState, findDeliveryReports } from '#platform/mail/delivery-reports.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Occasion, Way } from '../rules/addressees.ts'

/** One line of the evidence of despatch: who was told of what, by which lists, how, and what became of it (M7). */
export interface ToldOne {
  readonly id: string
  readonly publication: string | undefined
  /** '' in a record of before lists. */
  readonly occasion: Occasion | ''
  readonly reason: string
  readonly person: string | undefined
  /** Entry of a list and the list, for an address outside. */
  readonly entry: string | undefined
  readonly list: string | undefined
  readonly name: string
  readonly email: string
  readonly lists: readonly string[]
  readonly way: Way | 'post'
  readonly hasCalendar: boolean
  readonly at: Temporal.Instant
  /** Of a mail. */
  readonly state: DeliveryState
  readonly report: DeliveryReport | undefined
  /** Whether it was sent again or posted since. */
  readonly isRepeated: boolean
}

/** Everybody who was told of a meeting, or of one publication of it, earliest first. For clerks. */
export async function findTold(reader: Reader, meeting: string, publication?: string): Promise<readonly ToldOne[]> {
  const rows = await told(reader)
    .where('d.meeting', '=', meeting)
    .$if(publication !== undefined, (query) => query.where('d.publication', '=', publication ?? ''))
    .orderBy('d.at')
    .orderBy('d.id')
    .execute()
  return withReports(reader, rows)
}

/** One line of the evidence. @throws NotFound */
export async function findToldOne(reader: Reader, meeting: string, id: string): Promise<ToldOne> {
  const rows = isUuid(id) ? await told(reader).where('d.meeting', '=', meeting).where('d.id', '=', id).execute() : []
  const [one] = await withReports(reader, rows)
  if (!one) throw new NotFound('Nobody was told so.')
  return one
}

function told(reader: Reader) {
  return reader
    .selectFrom('meetings.despatch as d')
    .leftJoin('meetings.list_entry as e', 'e.id', 'd.entry')
    .select([
      'd.id',
      'd.publication',
      'd.occasion',
      'd.reason',
      'd.person',
      'd.entry',
      'e.list',
      'd.name',
      'd.email',
      'd.lists',
      'd.channel',
      'd.mail',
      'd.at',
    ])
    .select((row) => [
      row
        .exists(
          row.selectFrom('meetings.despatch as c').select('c.id').whereRef('c.mail', '=', 'd.mail').where('c.channel', '=', 'calendar'),
        )
        .as('hasCalendar'),
      row.exists(row.selectFrom('meetings.despatch as r').select('r.id').whereRef('r.repeats', '=', 'd.id')).as('isRepeated'),
    ])
    .where('d.channel', '<>', 'calendar')
}

type Row = Awaited<ReturnType<ReturnType<typeof told>['execute']>>[number]

async function withReports(reader: Reader, rows: readonly Row[]): Promise<readonly ToldOne[]> {
  const reports = await findDeliveryReports(
    reader,
    rows.flatMap(({ mail }) => mail ?? []),
  )
  const names = await findPeopleNames(
    reader,
    rows.flatMap(({ person }) => person ?? []),
  )
  return rows.map(({ mail, channel, ...row }) => {
    const report = reports.get(mail ?? '')
    return {
      ...row,
      publication: row.publication ?? undefined,
      occasion: row.occasion as ToldOne['occasion'],
      person: row.person ?? undefined,
      entry: row.entry ?? undefined,
      list: row.list ?? undefined,
      name: names.get(row.person ?? '') ?? row.name,
      way: channel as ToldOne['way'],
      hasCalendar: Boolean(row.hasCalendar),
      isRepeated: Boolean(row.isRepeated),
      state: deliveryState(report),
      report,
    }
  })
}

/** Mail about a meeting that came back and that nobody has dealt with. */
export interface ReturnedMail {
  readonly meeting: string
  readonly heldOn: Temporal.PlainDate
  readonly count: number
}

/** Mail of bodies that came back since an instant, by meeting, the nearest meeting first; what was sent again or posted is left out. */
export async function findReturnedMail(
  reader: Reader,
  bodies: readonly string[],
  since: Temporal.Instant,
): Promise<readonly ReturnedMail[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.despatch as d')
    .innerJoin('meetings.meeting as m', 'm.id', 'd.meeting')
    .select(['d.meeting', 'd.mail', 'm.held_on as heldOn'])
    .where('m.body', 'in', [...bodies])
    .where('d.channel', '=', 'email')
    .where('d.at', '>=', since)
    .where((row) => row.not(row.exists(row.selectFrom('meetings.despatch as r').select('r.id').whereRef('r.repeats', '=', 'd.id'))))
    .orderBy('m.held_on')
    .execute()
  const reports = await findDeliveryReports(
    reader,
    rows.flatMap(({ mail }) => mail ?? []),
  )
  const returned = rows.filter(({ mail }) => ['bounced', 'refused'].includes(deliveryState(reports.get(mail ?? ''))))
  const byMeeting = Map.groupBy(returned, ({ meeting }) => meeting)
  return [...byMeeting].flatMap(([meeting, [first, ...more]]) => (first ? [{ meeting, heldOn: first.heldOn, count: more.length + 1 }] : []))
}

/** The evidence of a meeting's despatches, as the access matrix names it. */
export function guardedTold({ body, id, sight }: { readonly body: string; readonly id: string; readonly sight: string }): Guarded {
  return { record: 'despatch', state: sight, ties: { body, meeting: id } }
}
