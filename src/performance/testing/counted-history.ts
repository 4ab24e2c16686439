import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import { addPerson } from '#test/support/board.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)

interface Seat {
  readonly id: string
  readonly from: string
  readonly until: string
}
interface Held {
  readonly day: string
  readonly state: 'ended' | 'abandoned' | 'cancelled'
  readonly kind: 'ordinary' | 'development_day'
  readonly sat: readonly number[]
}
interface Act {
  readonly id: string
  readonly due: string | null
  done: string | null
}
interface Decided {
  readonly id: string
  readonly day: string
  readonly type: 'note' | 'approve'
  actions: number
  withdrawn: boolean
}
interface History {
  readonly meetings: Held[]
  readonly actions: Act[]
  readonly decisions: Decided[]
}

/** Seats that are filled at different times, beside that of the member, which always is. */
async function addSeats(ownerDb: Database, board: string): Promise<readonly Seat[]> {
  const seats: Seat[] = []
  const [memberSeat] = await ownerDb
    .selectFrom('governance.seat')
    .select('id')
    .where('body', '=', board)
    .where('voting', '=', 'voting')
    .execute()
  seats.push({ id: memberSeat?.id ?? '', from: '2010-01-01', until: '2099-01-01' })
  for (const [index, [from, until]] of [
    ['2025-05-10', '2026-02-01'],
    ['2025-01-01', '2099-01-01'],
    ['2026-03-15', '2026-08-15'],
  ].entries()) {
    const id = newId()
    const holder = await addPerson(ownerDb, `Holder ${index}`)
    const [startsOn, endsOn] = [day(from ?? ''), day(until ?? '')]
    await ownerDb
      .insertInto('governance.seat')
      .values({
        id,
        body: board,
        key: `seat_${index}`,
        name: `Seat ${index}`,
        voting: 'voting',
        places: 1,
        starts_on: day('2010-01-01'),
      })
      .execute()
    await ownerDb
      .insertInto('governance.appointment')
      .values({ id: newId(), seat: id, place: 1, person: holder.person, starts_on: startsOn, ends_on: endsOn })
      .execute()
    seats.push({ id, from: from ?? '', until: until ?? '' })
  }
  return seats
}

async function insertMeeting(ownerDb: Database, board: string, seats: readonly Seat[], held: Held): Promise<string> {
  const id = newId()
  await ownerDb
    .insertInto('meetings.meeting')
    .values({
      id,
      body: board,
      sight: 'public',
      kind: held.kind,
      held_on: day(held.day),
      access: 'public',
      state: held.state,
      starts_at: '10:00',
    })
    .execute()
  for (const seat of held.sat) {
    await ownerDb
      .insertInto('meetings.attendance')
      .values({
        id: newId(),
        meeting: id,
        body: board,
        sight: 'public',
        name: `Somebody ${seat}`,
        seat: seats[seat]?.id ?? null,
        place: 1,
        mode: 'in_room',
      })
      .execute()
  }
  return id
}

/** Random things that a board does, written down as its record and remembered beside it, to be counted a second time from what was done. */
export async function buildHistory(ownerDb: Database, board: string, now: Temporal.Instant) {
  const seats = await addSeats(ownerDb, board)
  const history: History = { meetings: [], actions: [], decisions: [] }

  async function hold(held: Held): Promise<string> {
    const id = await insertMeeting(ownerDb, board, seats, held)
    history.meetings.push(held)
    return id
  }

  async function act(meeting: string, due: string | null, done: string | null, decision: string | null = null): Promise<Act> {
    const one = { id: newId(), due, done }
    await ownerDb
      .insertInto('meetings.action')
      .values({
        ...{ id: one.id, meeting, body: board, sight: 'public', text: 'Do it', category: 'public', decision },
        ...{ due_to: due === null ? null : day(due), state: done === null ? 'open' : 'done', done_on: done === null ? null : day(done) },
      })
      .execute()
    history.actions.push(one)
    return one
  }

  async function decide(meeting: string, on: string, type: Decided['type'], actions: number): Promise<Decided> {
    const id = newId()
    await ownerDb
      .insertInto('meetings.decision')
      .values({
        id,
        meeting,
        body: board,
        sight: 'public',
        type,
        text: 'Resolved',
        method: 'consensus',
        category: 'public',
        decided_on: day(on),
        recorded_at: now,
      })
      .execute()
    for (let index = 0; index < actions; index += 1) await act(meeting, null, null, id)
    const one = { id, day: on, type, actions, withdrawn: false }
    history.decisions.push(one)
    return one
  }
  const finish = async (at: number, on: string): Promise<void> => {
    const open = history.actions.filter(({ done }) => done === null)
    const late = open[at % Math.max(open.length, 1)]
    if (late === undefined) return
    late.done = on
    await ownerDb
      .updateTable('meetings.action')
      .set({ state: 'done', done_on: day(on) })
      .where('id', '=', late.id)
      .execute()
  }
  const takeBack = async (at: number): Promise<void> => {
    const gone = history.decisions.filter(({ withdrawn }) => !withdrawn)[at % 7]
    if (gone === undefined) return
    gone.withdrawn = true
    await ownerDb.updateTable('meetings.decision').set({ withdrawn: true }).where('id', '=', gone.id).execute()
  }
  return { hold, act, decide, finish, takeBack, recounted: (what: Parameters<typeof recountedOf>[2]) => recountedOf(history, seats, what) }
}

/** The slow recount, from what was done and from nothing that was stored: quarter by quarter, day by day. */
function recountedOf(
  history: History,
  seats: readonly Seat[],
  what: 'attendance' | 'actions' | 'decisions' | 'held',
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (let quarter = day('2025-04-01'); quarter.toString() < '2026-10-01'; quarter = quarter.add({ months: 3 })) {
    let [met, of, seen] = [0, 0, 0]
    for (let each = quarter; each.toString() < quarter.add({ months: 3 }).toString(); each = each.add({ days: 1 })) {
      const iso = each.toString()
      for (const held of history.meetings) {
        if (held.day !== iso || held.kind !== 'ordinary' || held.state !== 'ended') continue
        if (what === 'held') met += 1
        if (what !== 'attendance') continue
        seen += 1
        if (held.sat.length === 0) continue
        for (const [index, seat] of seats.entries()) {
          if (iso < seat.from || iso >= seat.until) continue
          of += 1
          if (held.sat.includes(index)) met += 1
        }
      }
      if (what === 'actions')
        for (const one of history.actions) {
          if (one.due !== iso) continue
          of += 1
          if (one.done !== null && one.done <= one.due) met += 1
        }
      if (what === 'decisions')
        for (const one of history.decisions) {
          if (one.day !== iso || one.withdrawn || one.type === 'note') continue
          of += 1
          if (one.actions > 0) met += 1
        }
    }
    const share = of > 0 ? `observed ${met}/${of}` : seen > 0 ? 'missing' : 'not-applicable'
    found.set(quarter.toString(), what === 'held' ? `observed ${met}` : share)
  }
  return found
}
