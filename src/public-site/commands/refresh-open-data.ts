import { sql } from 'kysely'
import { publishReleases } from '#commissioning/public-data.ts'
import { type AttendancePeriod, findAttendancePeriods, findOpenGovernance } from '#governance/public-data.ts'
import { findOpenMeetings, findOpenOfficerDecisions, listOpenMeetings, type OpenMeeting } from '#meetings/public-data.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type Acting, type Database, readAs, readAtOneMoment, type Writer, writeAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Needs } from '#src/needs.ts'
import { oparlAddresses } from '../open/oparl/addresses.ts'
import { type Draft, keyOf, type Mapping } from '../open/oparl/drafts.ts'
import { governanceObjects, placeObjects } from '../open/oparl/governance-objects.ts'
import { meetingObjects } from '../open/oparl/meeting-objects.ts'
import { officerObjects } from '../open/oparl/officer-objects.ts'
import { publishedAttendance } from '../open/oparl/published-attendance.ts'
import { type Known, stamp } from '../open/oparl/stamp.ts'
import { findPlaceName, findStaleness, type Staleness } from '../queries/open-objects.ts'

/** What is to be given out of one scope: a meeting, or all that belongs to none. */
interface ScopeDrafts {
  readonly scope: string
  readonly drafts: readonly Draft[]
}

/** What keeping the open data needs. */
export type OpenDataNeeds = Pick<Needs, 'db' | 'clock' | 'config'>

/** Raised with every change of the mapping: everything is then written anew, and what differs is modified. */
const MAPPING = 3
/** Meetings that are read and written at a time. */
const BATCH = 100
/** Held while objects are written, so that two processes never give different times for one change. */
const OPEN_DATA_LOCK = 7_305_517_035
/** The scope of what belongs to no meeting. */
const NO_MEETING = '00000000-0000-0000-0000-000000000000'

/**
 * Writes down what a visitor may read now, as far as anything was touched since the last time; costs one look where nothing was.
 * What is depublished is gone from the open data when this resolves.
 */
export async function refreshOpenData(needs: OpenDataNeeds): Promise<void> {
  const now = needs.clock.now()
  const system: Acting = { actor: SYSTEM_ACTOR, now, today: dayOf(now) }
  if (!isStale(needs, await readAs(needs.db, system, findStaleness), system.today)) return
  await writeAs(needs.db, system, async (tx) => {
    await sql`select pg_advisory_xact_lock(${OPEN_DATA_LOCK})`.execute(tx)
    const found = await findStaleness(tx)
    if (isStale(needs, found, system.today)) await writeAnew(needs, tx, found, { ...system, actor: undefined })
  })
}

function isStale({ config }: OpenDataNeeds, { door, changes }: Staleness, today: Temporal.PlainDate): boolean {
  if (door === undefined || changes.length > 0) return true
  return door.mapping !== MAPPING || door.publicUrl !== config.publicUrl || !door.day.equals(today)
}

async function writeAnew({ db, config }: OpenDataNeeds, tx: Writer, { door, changes }: Staleness, visitor: Acting): Promise<void> {
  const { publicUrl } = config
  // Whole seconds, as they are given out; and never before a time that was given already, whatever the clock says.
  const second = Temporal.Instant.fromEpochMilliseconds(Math.floor(visitor.now.epochMilliseconds / 1000) * 1000)
  const now = door !== undefined && Temporal.Instant.compare(second, door.stamp) < 0 ? door.stamp : second
  const place = door?.id ?? newId(visitor.now.epochMilliseconds)
  const mapping: Mapping = { addresses: oparlAddresses(publicUrl), place }
  const everything = door === undefined || door.mapping !== MAPPING || door.publicUrl !== publicUrl
  const periods = await readAs(db, visitor, findAttendancePeriods)
  const placeIsStale = everything || !door.day.equals(visitor.today) || changes.some(({ kind }) => kind === 'governance')
  if (placeIsStale) await writeScopes(tx, mapping, now, [NO_MEETING], await placeDrafts(db, visitor, mapping))
  const touched = everything ? await meetingsOfAll(db, tx, visitor) : await meetingsOf(db, tx, visitor, changes)
  for (let from = 0; from < touched.length; from += BATCH) {
    const scopes = touched.slice(from, from + BATCH)
    const meetings = await readAtOneMoment(db, visitor, (reader) => findOpenMeetings(reader, scopes))
    await writeScopes(tx, mapping, now, scopes, meetingDrafts(mapping, meetings, periods))
  }
  const contracts = placeIsStale ? undefined : changes.filter(({ kind }) => kind === 'contract').map(({ subject }) => subject)
  await publishReleases(tx, db, { ...visitor, now }, contracts)
  await tx
    .insertInto('publicsite.door')
    .values({ id: place, opened: now, stamp: now, mapping: MAPPING, public_url: publicUrl, day: visitor.today })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet({ stamp: now, mapping: MAPPING, public_url: publicUrl, day: visitor.today }),
    )
    .execute()
  await forgetChanges(tx, changes)
}

/** Governance is small, and is looked at whole when any of it was touched: what people and boards are called stands in much of it. */
async function placeDrafts(db: Database, visitor: Acting, mapping: Mapping): Promise<readonly ScopeDrafts[]> {
  return readAtOneMoment(db, visitor, async (reader) => {
    const governance = governanceObjects(mapping, await findOpenGovernance(reader, visitor.today))
    const officers = officerObjects(mapping, await findOpenOfficerDecisions(reader, visitor.today))
    return [{ scope: NO_MEETING, drafts: [...governance, ...officers, ...placeObjects(mapping, await findPlaceName(reader))] }]
  })
}

function meetingDrafts(mapping: Mapping, meetings: readonly OpenMeeting[], periods: readonly AttendancePeriod[]): readonly ScopeDrafts[] {
  return meetings.map((meeting) => ({ scope: meeting.id, drafts: meetingObjects(mapping, publishedAttendance(meeting, periods)) }))
}

/** Every meeting that a visitor may know of, and every one of which something was given out. */
async function meetingsOfAll(db: Database, tx: Writer, visitor: Acting): Promise<readonly string[]> {
  const there = await readAs(db, visitor, (reader) => listOpenMeetings(reader))
  const given = await tx.selectFrom('publicsite.object').select('scope').distinct().where('scope', '<>', NO_MEETING).execute()
  return [...new Set([...there, ...given.map(({ scope }) => scope)])].sort()
}

/** The meetings that were touched, and all of the bodies of which something was touched that each of their meetings shows. */
async function meetingsOf(db: Database, tx: Writer, visitor: Acting, changes: Staleness['changes']): Promise<readonly string[]> {
  const meetings = new Set(changes.filter(({ kind }) => kind === 'meeting').map(({ subject }) => subject))
  const bodies = [...new Set(changes.filter(({ kind }) => kind === 'body').map(({ subject }) => subject))]
  if (bodies.length > 0) {
    for (const id of await readAs(db, visitor, (reader) => listOpenMeetings(reader, bodies))) meetings.add(id)
    const given = await tx
      .selectFrom('publicsite.object')
      .select('id')
      .where('type', '=', 'Meeting')
      .where(sql<boolean>`organizations && ${bodies}::uuid[]`)
      .execute()
    for (const { id } of given) meetings.add(id)
  }
  return [...meetings].sort()
}

/** Compares everything of these scopes with what was written down of them, and writes what differs. */
async function writeScopes(
  tx: Writer,
  { addresses }: Mapping,
  now: Temporal.Instant,
  scopes: readonly string[],
  found: readonly ScopeDrafts[],
): Promise<void> {
  const known: readonly Known[] = await tx
    .selectFrom('publicsite.object')
    .select(['type', 'id', 'created', 'modified', 'deleted', 'digest'])
    .where('scope', 'in', scopes)
    .execute()
  const scopeOf = new Map(found.flatMap(({ scope, drafts }) => drafts.map((draft) => [keyOf(draft), scope] as const)))
  const drafts = found.flatMap((one) => one.drafts)
  const { written, gone } = stamp(addresses, drafts, known, now)
  const rows = written.map((one) => ({ ...one, organizations: [...one.organizations], scope: scopeOf.get(keyOf(one)) ?? NO_MEETING }))
  for (let from = 0; from < rows.length; from += 500) {
    await tx
      .insertInto('publicsite.object')
      .values(rows.slice(from, from + 500))
      .onConflict((conflict) =>
        conflict.columns(['type', 'id']).doUpdateSet((row) => ({
          scope: row.ref('excluded.scope'),
          organizations: row.ref('excluded.organizations'),
          modified: row.ref('excluded.modified'),
          deleted: row.ref('excluded.deleted'),
          digest: row.ref('excluded.digest'),
          content: row.ref('excluded.content'),
        })),
      )
      .execute()
  }
  if (gone.length > 0) await markGone(tx, now, gone)
}

/** Nothing of what is gone is kept but that it was there: depublishing is deleting (handbook governance 5.1). */
async function markGone(tx: Writer, now: Temporal.Instant, gone: readonly Known[]): Promise<void> {
  const [types, ids] = [gone.map(({ type }) => type), gone.map(({ id }) => id)]
  await sql`update publicsite.object o set deleted = true, content = null, digest = '', modified = ${now.toString()}::timestamptz
    from unnest(${types}::text[], ${ids}::uuid[]) as g(type, id) where o.type = g.type and o.id = g.id`.execute(tx)
}

/** What was touched meanwhile stays, and is looked at the next time. */
async function forgetChanges(tx: Writer, changes: Staleness['changes']): Promise<void> {
  if (changes.length === 0) return
  const [kinds, subjects] = [changes.map(({ kind }) => kind), changes.map(({ subject }) => subject)]
  const transactions = changes.map(({ transaction }) => String(transaction))
  await sql`delete from publicsite.change c using unnest(${kinds}::text[], ${subjects}::uuid[], ${transactions}::bigint[]) as d(kind, subject, transaction)
    where c.kind = d.kind and c.subject = d.subject and c.transaction = d.transaction`.execute(tx)
}
