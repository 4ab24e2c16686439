import assert from 'node:assert/strict'
import type { YearBoard } from './board.ts'
import type { Acknowledged } from './life.ts'
import type { PreparedMeeting } from './meeting.ts'

/*
 * Judges a meeting by its rows alone, with none of the product's rules: two of each side in the room at every decision, nobody counted or voting who
 * was out, no vote on policy or resources, and nothing acknowledged that is not there once.
 */

type Rows = Awaited<ReturnType<typeof readRows>>

async function readRows({ house: { ownerDb } }: YearBoard, meeting: string) {
  return {
    stays: await ownerDb.selectFrom('meetings.attendance').selectAll().where('meeting', '=', meeting).execute(),
    interests: await ownerDb.selectFrom('meetings.declared_interest').selectAll().where('meeting', '=', meeting).execute(),
    times: await ownerDb.selectFrom('meetings.item_time').selectAll().where('meeting', '=', meeting).execute(),
    motions: await ownerDb.selectFrom('meetings.motion').selectAll().where('meeting', '=', meeting).execute(),
    votes: await ownerDb.selectFrom('meetings.vote').selectAll().where('meeting', '=', meeting).execute(),
    decisions: await ownerDb.selectFrom('meetings.decision').selectAll().where('meeting', '=', meeting).execute(),
    actions: await ownerDb.selectFrom('meetings.action').selectAll().where('meeting', '=', meeting).execute(),
    entries: await ownerDb.selectFrom('meetings.entry').selectAll().where('meeting', '=', meeting).execute(),
    agreed: await ownerDb.selectFrom('governance.deputy_authorisation').selectAll().execute(),
  }
}

const covers = (from: Temporal.Instant | null, to: Temporal.Instant | null, at: Temporal.Instant): boolean =>
  (from === null || Temporal.Instant.compare(from, at) <= 0) && (to === null || Temporal.Instant.compare(at, to) < 0)

/** Who must leave for an item as far as was settled at that instant. */
function leavers({ interests }: Rows, item: string | null, at: Temporal.Instant): ReadonlySet<string> {
  const settled = interests.filter((one) => {
    const rulings = one.rulings as readonly { readonly at: string; readonly consequence: string }[]
    const said = [...rulings].reverse().find((ruling) => Temporal.Instant.compare(Temporal.Instant.from(ruling.at), at) <= 0)
    const then = rulings.length > 0 ? said?.consequence : one.consequence
    return one.item === item && then === 'leave' && covers(one.declared_at, one.withdrawn_at, at)
  })
  return new Set(settled.map(({ person }) => person))
}

/** People who count in a group at an instant. */
function counted(
  board: YearBoard,
  rows: Rows,
  meeting: PreparedMeeting,
  group: string,
  at: Temporal.Instant,
  out: ReadonlySet<string>,
): number {
  const here = rows.stays.filter((stay) => covers(stay.arrived_at, stay.left_at, at))
  const accepted = here.filter((stay) => {
    if (!stay.deputy) return true
    const memberIsHere = here.some((one) => one.seat === stay.seat && !one.deputy)
    const agreement = rows.agreed.find(
      (one) => one.person === stay.person && one.seat === stay.seat && (one.meeting === null || one.meeting === meeting.id),
    )
    const isTold = agreement?.members_told_on !== undefined && agreement.members_told_on !== null
    return !memberIsHere && agreement?.agreed_by != null && isTold
  })
  const groupOf = (seat: string | null): string => board.places.find((place) => place.seat === seat)?.group ?? ''
  return new Set(accepted.filter((stay) => groupOf(stay.seat) === group && !out.has(stay.person ?? '')).map(({ person }) => person)).size
}

/** Every decision of a meeting was one that the rules allow, at the instant it was taken. */
export async function assertLawful(board: YearBoard, meeting: PreparedMeeting): Promise<number> {
  const rows = await readRows(board, meeting.id)
  for (const decision of rows.decisions) {
    const at = Temporal.Instant.from((decision.quorum as { readonly at: string }).at)
    const on = rows.times.find((time) => covers(time.from_at, time.to_at, at))
    const out = new Set([
      ...leavers(rows, on?.item ?? null, at),
      ...(decision.method === 'recorded_vote' ? leavers(rows, decision.item, at) : []),
    ])
    for (const group of ['ccg', 'council'])
      assert.ok(counted(board, rows, meeting, group, at, out) >= 2, `decision ${decision.number} was taken without two of ${group}`)
    const isFinal = ['approve', 'resolve', 'accept', 'delegate'].includes(decision.type)
    const isVoted = decision.method !== 'consensus'
    if (['policy', 'resources'].includes(decision.matter))
      assert.ok(!isFinal && !isVoted, `${decision.type} on ${decision.matter} by ${decision.method}`)
    if (['resources', 'priorities', 'policy'].includes(decision.function_key))
      assert.ok(!isFinal, `${decision.type} on ${decision.function_key}`)
  }
  for (const motion of rows.motions) {
    const cast = rows.votes.filter((vote) => vote.motion === motion.id)
    if (motion.method === 'recorded_vote' && motion.state !== 'open' && motion.votes_for !== null) {
      const of = (choice: string): number => cast.filter((vote) => vote.choice === choice).length
      assert.deepEqual([motion.votes_for, motion.votes_against, motion.abstained], [of('for'), of('against'), of('abstain')])
    }
    assert.equal(motion.state === 'carried', motion.decision !== null, 'what is carried is decided, and nothing else')
    assert.equal(new Set(cast.map(({ person }) => person)).size, cast.length, 'nobody votes twice')
    for (const vote of cast) {
      assert.ok(!leavers(rows, motion.item, vote.at).has(vote.person), 'nobody votes who must leave')
      assert.ok(
        rows.stays.some((stay) => stay.person === vote.person && stay.seat === vote.seat),
        'nobody votes who was never there',
      )
    }
  }
  for (const stay of rows.stays)
    for (const other of rows.stays)
      if (stay.id < other.id && stay.person !== null && stay.person === other.person)
        assert.ok(
          covers(null, stay.left_at, other.arrived_at ?? meetingStart(meeting)) === false ||
            covers(null, other.left_at, stay.arrived_at ?? meetingStart(meeting)) === false,
          'nobody is in two places',
        )
  return rows.decisions.length
}

const meetingStart = ({ heldOn }: PreparedMeeting): Temporal.Instant => Temporal.Instant.from(`${heldOn.toString()}T14:00:00Z`)

/** What was acknowledged is there, once, however often it was sent. */
export async function assertKept(board: YearBoard, meeting: PreparedMeeting, acknowledged: readonly Acknowledged[]): Promise<void> {
  const rows = await readRows(board, meeting.id)
  const entries = new Set(rows.entries.map(({ id }) => id))
  for (const { kind, entry, outcome } of acknowledged) {
    assert.ok(entries.has(entry), `the entry of ${kind} is lost`)
    if (kind === 'act') assert.equal(rows.actions.filter(({ id }) => id === outcome).length, 1)
    if (kind === 'agree') assert.equal(rows.decisions.filter(({ id }) => id === outcome).length, 1)
    if (kind === 'put') assert.equal(rows.motions.filter(({ id }) => id === outcome).length, 1)
  }
  const distinct = (kind: Acknowledged['kind']): number =>
    new Set(acknowledged.filter((one) => one.kind === kind).map(({ entry }) => entry)).size
  assert.equal(rows.actions.length, distinct('act'), 'an action that is sent twice is one')
  assert.equal(rows.motions.length, distinct('put'), 'a motion that is sent twice is one')
}

/** No paper that came late was published without both of the consents that the terms name. */
export async function assertPapersInOrder(
  { house: { ownerDb } }: YearBoard,
  meeting: PreparedMeeting,
  needsConsents: boolean,
): Promise<void> {
  const out = await ownerDb
    .selectFrom('meetings.published_paper as p')
    .innerJoin('meetings.paper_version as v', 'v.id', 'p.paper_version')
    .select('v.paper')
    .where('p.meeting', '=', meeting.id)
    .where('v.paper', '=', meeting.paper)
    .execute()
  const consents = await ownerDb.selectFrom('meetings.late_consent').select('consenter').where('paper', '=', meeting.paper).execute()
  if (needsConsents && out.length > 0) assert.equal(consents.length, 2, 'a late paper is out without the consents')
}
