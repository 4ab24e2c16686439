import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { type DisputeFacts, disputeState, type LadderStep, stepDueOn, type TakenStep } from '../rules/dispute.ts'

/** A step that a dispute was taken to, with whom it went to and what came down. */
export interface DisputeStep extends TakenStep {
  /** As the ladder names it. */
  readonly who: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string } | undefined
  readonly person: { readonly id: string; readonly name: string } | undefined
  /** The meeting that took it there, in words; '' where none is named. */
  readonly takenIn: string
  readonly postponedFor: string
  readonly answeredOn: Temporal.PlainDate | undefined
  readonly answer: string
  readonly version: number
}

/** What a board cannot agree on (G9). */
export interface Dispute extends DisputeFacts {
  readonly id: string
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly subject: string
  readonly words: string
  readonly majority: string
  readonly majorityView: string
  readonly minority: string
  readonly minorityView: string
  readonly raisedIn: string
  readonly sight: 'members' | 'public'
  readonly steps: readonly DisputeStep[]
  readonly settledHow: '' | 'answered' | 'agreed' | 'withdrawn'
  readonly settledWords: string
  readonly version: number
}

function disputes(reader: Reader) {
  return reader
    .selectFrom('governance.dispute as d')
    .innerJoin('governance.body as b', 'b.id', 'd.body')
    .selectAll('d')
    .select(['b.slug', 'b.name'])
    .orderBy('d.raised_on', 'desc')
    .orderBy('d.id', 'desc')
}
type Row = Awaited<ReturnType<ReturnType<typeof disputes>['executeTakeFirstOrThrow']>>

async function stepsOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly DisputeStep[]>> {
  const steps = new Map<string, DisputeStep[]>()
  if (ids.length === 0) return steps
  const rows = await reader
    .selectFrom('governance.dispute_step as s')
    .leftJoin('governance.body as b', 'b.id', 's.to_body')
    .leftJoin('governance.person as p', 'p.id', 's.to_person')
    .selectAll('s')
    .select(['b.slug', 'b.name as bodyName', 'p.name as personName'])
    .where('s.dispute', 'in', ids)
    .orderBy('s.number')
    .execute()
  for (const row of rows)
    steps.set(row.dispute, [
      ...(steps.get(row.dispute) ?? []),
      {
        ...{ number: row.number, who: row.who, takenOn: row.taken_on, dueOn: row.due_on ?? undefined, takenIn: row.taken_in },
        body: row.to_body === null ? undefined : { id: row.to_body, slug: row.slug ?? '', name: row.bodyName ?? '' },
        person: row.to_person === null ? undefined : { id: row.to_person, name: row.personName ?? '' },
        ...{ postponedUntil: row.postponed_until ?? undefined, postponedFor: row.postponed_for },
        ...{
          outcome: row.outcome as DisputeStep['outcome'],
          answeredOn: row.answered_on ?? undefined,
          answer: row.answer,
          version: row.version,
        },
      },
    ])
  return steps
}

async function whole(reader: Reader, rows: readonly Row[]): Promise<readonly Dispute[]> {
  const steps = await stepsOf(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...{ id: row.id, body: { id: row.body, slug: row.slug, name: row.name }, subject: row.subject, words: row.words },
    ...{ majority: row.majority, majorityView: row.majority_view, minority: row.minority, minorityView: row.minority_view },
    ...{ raisedOn: row.raised_on, raisedIn: row.raised_in, ladder: row.ladder as unknown as readonly LadderStep[] },
    ...{ sight: row.sight as Dispute['sight'], steps: steps.get(row.id) ?? [], settledOn: row.settled_on ?? undefined },
    ...{ settledHow: row.settled_how as Dispute['settledHow'], settledWords: row.settled_words, version: row.version },
  }))
}

/** The disputes of a board, and those that were taken to it, as far as the reader may see them; the latest first. */
export async function findDisputes(reader: Reader, body: string): Promise<readonly Dispute[]> {
  const rows = await disputes(reader)
    .where((where) =>
      where.or([
        where('d.body', '=', body),
        where.exists(
          where
            .selectFrom('governance.dispute_step as s')
            .select('s.number')
            .whereRef('s.dispute', '=', 'd.id')
            .where('s.to_body', '=', body),
        ),
      ]),
    )
    .execute()
  return whole(reader, rows)
}

/** One dispute in the pages of a board that it belongs to or was taken to; undefined where there is none that the reader may see. */
export async function findDispute(reader: Reader, id: string, body: string): Promise<Dispute | undefined> {
  const row = await disputes(reader).where('d.id', '=', id).executeTakeFirst()
  if (row === undefined) return undefined
  const [found] = await whole(reader, [row])
  return found && (found.body.id === body || found.steps.some((step) => step.body?.id === body)) ? found : undefined
}

/** How the disputes of each of some boards stand, for compliance: open ones, and those of them whose step is overdue. */
export async function findDisputeStandings(
  reader: Reader,
  bodies: readonly string[],
  today: Temporal.PlainDate,
): Promise<(body: string) => { readonly open: number; readonly overdue: number }> {
  const open = await whole(reader, await disputes(reader).where(among('d.body', bodies)).where('d.settled_on', 'is', null).execute())
  return (body) => {
    const own = open.filter((dispute) => dispute.body.id === body)
    return { open: own.length, overdue: own.filter((dispute) => disputeState(dispute, today) === 'overdue').length }
  }
}

/** Something that waits for somebody about a dispute. */
export interface DisputeDuty {
  readonly id: string
  /** The board in whose pages it is opened. */
  readonly slug: string
  /** 'answer': it was taken to one's board or to oneself; for the clerk of its own board 'take-up': no step was taken, 'decide-again', 'chase'. */
  readonly kind: 'answer' | 'take-up' | 'decide-again' | 'chase'
  readonly subject: string
  readonly board: string
  readonly dueOn: Temporal.PlainDate | undefined
}

/** What waits for somebody: as clerk or chair of a board that it was taken to, as the person, or as clerk of the board that cannot agree. */
export async function findDisputeDuties(
  reader: Reader,
  who: { readonly person: string | undefined; readonly clerkOf: ReadonlySet<string>; readonly chairOf: ReadonlySet<string> },
  today: Temporal.PlainDate,
): Promise<readonly DisputeDuty[]> {
  if (who.person === undefined) return []
  const open = await whole(reader, await disputes(reader).where('d.settled_on', 'is', null).execute())
  return open.flatMap((dispute): DisputeDuty[] => {
    const state = disputeState(dispute, today)
    const last = dispute.steps.at(-1)
    const { id, subject, body } = dispute
    const common = { id, subject, slug: body.slug, board: body.name, dueOn: last && stepDueOn(last) }
    const isAsked = last?.outcome === '' && state !== 'postponed'
    if (isAsked && last.body && (who.clerkOf.has(last.body.id) || who.chairOf.has(last.body.id)))
      return [{ ...common, slug: last.body.slug, kind: 'answer' }]
    if (isAsked && last.person?.id === who.person) return [{ ...common, kind: 'answer' }]
    if (!who.clerkOf.has(body.id)) return []
    if (state === 'raised') return dispute.ladder.length === 0 ? [] : [{ ...common, kind: 'take-up', dueOn: undefined }]
    if (state === 'returned') return [{ ...common, kind: 'decide-again', dueOn: undefined }]
    return state === 'overdue' ? [{ ...common, kind: 'chase' }] : []
  })
}
