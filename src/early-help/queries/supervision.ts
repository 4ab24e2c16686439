import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type Absence, isAway, type SupervisionPart, type SupervisionState, supervisionStands } from '../rules/supervision.ts'
import { type FamilyLine, listFamiliesOf } from './families.ts'
import { findNames } from './names.ts'

/** A standard of an agency, from a day on. */
export interface SupervisionStandard {
  readonly id: string
  readonly organisation: string
  readonly everyDays: number
  readonly soonDays: number
  readonly monthsInPost: number
  readonly courseName: string | null
  readonly mustHold: readonly SupervisionPart[]
  readonly source: string
  readonly startsOn: Temporal.PlainDate
  readonly setBy: string
}

/** How supervision stands for somebody of an agency, in days alone. */
export interface SupervisionLine {
  readonly worker: string
  readonly workerName: string
  readonly organisation: string
  readonly organisationName: string
  readonly isMine: boolean
  readonly isSupervised: boolean
  readonly isLed: boolean
  /** Empty where nobody supervises them. */
  readonly supervisors: readonly string[]
  readonly lastOn: Temporal.PlainDate | undefined
  readonly state: SupervisionState
  readonly dueOn: Temporal.PlainDate | undefined
}

interface FactRow {
  readonly worker: string
  readonly organisation: string
  readonly is_mine: boolean
  readonly is_supervised: boolean
  readonly is_led: boolean
  readonly supervisors: string[]
  readonly last_on: Temporal.PlainDate | null
  readonly begins_on: Temporal.PlainDate | null
  readonly away_from: Temporal.PlainDate[]
  readonly away_until: (Temporal.PlainDate | null)[]
}

/** Every standard, of each agency the latest first. */
export async function listStandards(reader: Reader): Promise<readonly SupervisionStandard[]> {
  const rows = await reader
    .selectFrom('casework.supervision_standard as s')
    .leftJoin('casework.training_course as c', 'c.id', 's.course')
    .select(['s.id', 's.organisation', 's.every_days as everyDays', 's.soon_days as soonDays', 's.months_in_post as monthsInPost'])
    .select(['c.name as courseName', 's.must_hold as mustHold', 's.source', 's.starts_on as startsOn', 's.set_by as setBy'])
    .orderBy('s.starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ setBy }) => setBy),
  )
  return rows.map((row) => ({ ...row, mustHold: row.mustHold as SupervisionPart[], setBy: names.get(row.setBy ?? '') ?? '' }))
}

/** The standard of an agency on a day; undefined where it has none yet. */
export function standardOn(standards: readonly SupervisionStandard[], organisation: string, day: Temporal.PlainDate) {
  return standards.find((one) => one.organisation === organisation && Temporal.PlainDate.compare(one.startsOn, day) <= 0)
}

/** How supervision stands: one's own, that of those one supervises, and of agencies whose practice one leads. What needs somebody first comes first. */
export async function listSupervision(reader: Reader, today: Temporal.PlainDate): Promise<readonly SupervisionLine[]> {
  const rows = await reader.selectFrom(sql<FactRow>`casework.supervision_facts()`.as('facts')).selectAll().execute()
  if (rows.length === 0) return []
  const standards = await listStandards(reader)
  const names = await findNames(
    reader,
    rows.flatMap(({ worker, organisation, supervisors }) => [worker, organisation, ...supervisors]),
  )
  return rows
    .map((row) => {
      const facts = { lastOn: row.last_on ?? undefined, beginsOn: row.begins_on ?? undefined, absences: absencesOf(row) }
      return {
        ...{ worker: row.worker, workerName: names.get(row.worker) ?? '' },
        ...{ organisation: row.organisation, organisationName: names.get(row.organisation) ?? '' },
        ...{ isMine: row.is_mine, isSupervised: row.is_supervised, isLed: row.is_led },
        supervisors: row.supervisors.map((id) => names.get(id) ?? ''),
        lastOn: facts.lastOn,
        ...supervisionStands(facts, standardOn(standards, row.organisation, today), today),
      }
    })
    .sort((a, b) => urgency(a) - urgency(b) || (a.workerName < b.workerName ? -1 : 1))
}

const order: readonly SupervisionState[] = ['overdue', 'soon', 'no-standard', 'in-time', 'away', 'no-families']
const urgency = ({ state }: { readonly state: SupervisionState }): number => order.indexOf(state)
const absencesOf = ({ away_from, away_until }: FactRow): readonly Absence[] =>
  away_from.map((startsOn, at) => ({ startsOn, endsOn: away_until[at] ?? undefined }))

/** Who supervises whom now or later: what one may see, by the name of the worker. */
export async function listSupervising(
  reader: Reader,
  of: { readonly supervisor?: string; readonly id?: string },
  today: Temporal.PlainDate,
) {
  const rows = await reader
    .selectFrom('casework.supervises')
    .select(['id', 'supervisor', 'worker', 'organisation', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .$if(of.supervisor !== undefined, (query) => query.where('supervisor', '=', of.supervisor ?? ''))
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id ?? ''))
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ supervisor, worker, organisation }) => [supervisor, worker, organisation]),
  )
  return rows
    .map((row) => ({
      ...row,
      ...{ supervisorName: names.get(row.supervisor) ?? '', workerName: names.get(row.worker) ?? '' },
      organisationName: names.get(row.organisation) ?? '',
    }))
    .sort((a, b) => (a.workerName < b.workerName ? -1 : 1))
}
/** Who supervises whom. */
export type Supervising = Awaited<ReturnType<typeof listSupervising>>[number]

/** One of them. @throws NotFound */
export async function findSupervising(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Supervising> {
  const [found] = await listSupervising(reader, { id }, today)
  if (!found) throw new NotFound('Nobody supervises by this.')
  return found
}

/** From which day on a supervision was, ended or not. @throws NotFound */
export async function findTieBegun(reader: Reader, id: string): Promise<Temporal.PlainDate> {
  const tie = await reader.selectFrom('casework.supervises').select('starts_on').where('id', '=', id).executeTakeFirst()
  if (!tie) throw new NotFound('Nobody supervises by this.')
  return tie.starts_on
}

/** Families that the worker of a tie leads, and that one may supervise by it. */
export async function listLedBy(reader: Reader, tie: string): Promise<readonly FamilyLine[]> {
  const { ids } = await reader.selectNoFrom(sql<string[]>`casework.led_by_supervised(${tie}::uuid)`.as('ids')).executeTakeFirstOrThrow()
  return listFamiliesOf(reader, ids)
}

/** Sessions in which one took part, each as it holds, the latest first, at most 40; or every version of the record of one, the latest first. */
export async function listSessionsHeld(reader: Reader, of: { readonly id?: string; readonly first?: string } = {}) {
  const rows = await reader
    .selectFrom('casework.supervision_session')
    .select(['id', 'tie', 'supervisor', 'worker', 'organisation', 'held_on as heldOn', 'entered_at as enteredAt'])
    .select(['first', 'number', 'because', 'corrected_at as correctedAt'])
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id ?? ''))
    .$if(of.first !== undefined, (query) => query.where((or) => or.or([or('id', '=', of.first ?? ''), or('first', '=', of.first ?? '')])))
    .$if(of.id === undefined && of.first === undefined, (query) => query.where('corrected_at', 'is', null))
    .orderBy('held_on', 'desc')
    .orderBy('number', 'desc')
    .limit(40)
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ supervisor, worker, organisation }) => [supervisor, worker, organisation]),
  )
  return rows.map((row) => ({
    ...row,
    ...{ supervisorName: names.get(row.supervisor) ?? '', workerName: names.get(row.worker) ?? '' },
    organisationName: names.get(row.organisation) ?? '',
  }))
}
/** A session. */
export type SessionHeld = Awaited<ReturnType<typeof listSessionsHeld>>[number]

/** One of them. @throws NotFound for everybody but the two who met */
export async function findSessionHeld(reader: Reader, id: string): Promise<SessionHeld> {
  const [found] = await listSessionsHeld(reader, { id })
  if (!found) throw new NotFound('No such session.')
  return found
}

/**
 * What was written of a session in one version: of the practitioner, what is to be done, and which families were talked about, without a word of them. What the two
 * added, and what was done, stands in later versions, too.
 */
export async function findSessionRecord(reader: Reader, { id: session, first, number }: Pick<SessionHeld, 'id' | 'first' | 'number'>) {
  const earlier = sql`select s.id from casework.supervision_session s where (s.id = ${first} or s.first = ${first}) and s.number < ${number}`
  const inIt = (besides: string) => sql<boolean>`(session = ${session} or (${sql.raw(besides)} and session in (${earlier})))`
  const written = await reader
    .selectFrom('casework.supervision_note')
    .select(['id', 'kind', 'words', 'replaces', 'entered_by as enteredBy', 'entered_at as enteredAt'])
    .where(inIt("kind = 'remark'"))
    .orderBy(sql`kind = 'remark'`)
    .orderBy('entered_at')
    .orderBy('kind')
    .execute()
  const actions = await reader
    .selectFrom('casework.supervision_action')
    .select(['id', 'words', 'owner', 'due_on as dueOn', 'done_on as doneOn'])
    .where(inIt('done_on is not null'))
    .orderBy('due_on')
    .execute()
  const discussed = await reader.selectFrom('casework.supervision_family').select('episode').where('session', '=', session).execute()
  const families = await listFamiliesOf(
    reader,
    discussed.map(({ episode }) => episode),
  )
  const answer = await reader
    .selectFrom('casework.supervision_answer')
    .select(['agrees', 'words', 'entered_at as enteredAt'])
    .where('session', '=', session)
    .executeTakeFirst()
  const notes = written
    .filter(({ id }) => !written.some(({ replaces }) => replaces === id))
    .map((note) => ({ ...note, former: formerOf(written, note) }))
  return { notes, answer, actions, families, discussed: discussed.map(({ episode }) => episode) }
}

/** The earlier wordings of a remark, the latest first. */
function formerOf<Note extends { readonly id: string; readonly replaces: string | null }>(
  all: readonly Note[],
  note: Note,
): readonly Note[] {
  const before = all.find(({ id }) => id === note.replaces)
  return before ? [before, ...formerOf(all, before)] : []
}

/** What was written of a session. */
export type SessionRecord = Awaited<ReturnType<typeof findSessionRecord>>

/** Who is away now or will be: oneself, whom one supervises, and of agencies whose practice one leads. */
export async function listAbsences(reader: Reader, today: Temporal.PlainDate) {
  const rows = await reader
    .selectFrom('casework.absence')
    .select(['id', 'person', 'organisation', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('starts_on')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ person }) => person),
  )
  return rows.map((row) => ({
    ...row,
    name: names.get(row.person) ?? '',
    isAway: isAway({ startsOn: row.startsOn, endsOn: row.endsOn ?? undefined }, today),
  }))
}
/** Days away of somebody. */
export type AbsenceLine = Awaited<ReturnType<typeof listAbsences>>[number]
