import { sql } from 'kysely'
import type { Reader, Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayOf } from '#platform/time/london.ts'
import { isUuid } from '#platform/web/fields.ts'
import {
  type MovementClock,
  type RunningClock,
  runningClock,
  type TransitionDecision,
  type TransitionKind,
  type TransitionStage,
  transitionStage,
} from '../rules/movement.ts'
import { tierCalled } from '../rules/tiers.ts'
import { findNames } from './names.ts'
import { listTierDocuments } from './tiers.ts'

/** A transition as lists have it: what is written of the family is read apart. */
export interface TransitionLine {
  readonly id: string
  readonly episode: string
  readonly kind: TransitionKind
  readonly target: string | null
  /** The agency, or who it goes to outside. */
  readonly to: string
  readonly toTier: string | null
  readonly isAgreed: boolean
  readonly withoutBecause: string
  readonly channel: 'here' | 'link' | 'paper' | null
  readonly sentAt: Temporal.Instant | null
  readonly receivedAt: Temporal.Instant | null
  readonly decidedAt: Temporal.Instant | null
  readonly decidedName: string
  readonly reason: string
  readonly disputedAt: Temporal.Instant | null
  readonly disputedBecause: string
  readonly disputedTo: string
  readonly settledAt: Temporal.Instant | null
  readonly settlement: string
  /** By which day a disagreement is settled; null: none, or of before that was asked. */
  readonly settleBy: Temporal.PlainDate | null
  readonly settledAs: 'stands' | 'again' | null
  readonly decidedBy: string | null
  readonly proposedOn: Temporal.PlainDate
  readonly enteredBy: string
  readonly version: number
  readonly stage: TransitionStage
  readonly clock: RunningClock | undefined
}

const on = (instant: Temporal.Instant | null): Temporal.PlainDate | undefined => (instant === null ? undefined : dayOf(instant))

/** Transitions that one may list: of a family, or one of them, or all that are under way; the latest first, at most 200. */
export async function listTransitions(
  reader: Reader,
  of: {
    readonly episode?: string
    readonly id?: string
    readonly underWay?: true
    readonly disputed?: true
    readonly target?: readonly string[]
  },
  today: Temporal.PlainDate,
): Promise<readonly TransitionLine[]> {
  const rows = await reader
    .selectFrom('casework.transition')
    .select(['id', 'episode', 'kind', 'target', 'target_name as targetName', 'to_tier as toTier', 'is_agreed as isAgreed'])
    .select(['channel', 'sent_at as sentAt', 'received_at as receivedAt', 'decision'])
    .select(['decided_at as decidedAt', 'decided_name as decidedName', 'withdrawn_at as withdrawnAt', 'disputed_at as disputedAt'])
    .select([
      'disputed_to as disputedTo',
      'settled_at as settledAt',
      'settle_by as settleBy',
      'settled_as as settledAs',
      'decided_by as decidedBy',
    ])
    .select(['proposed_on as proposedOn', 'entered_by as enteredBy', 'version'])
    .$if(of.episode !== undefined, (query) => query.where('episode', '=', of.episode ?? ''))
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id ?? ''))
    .$if(of.target !== undefined, (query) => query.where('target', '=', sql<string>`any (${of.target ?? []}::uuid[])`))
    .$if(of.disputed === true, (query) => query.where('disputed_at', 'is not', null).where('settled_at', 'is', null))
    .$if(of.underWay === true, (query) => query.where('decision', 'is', null).where('withdrawn_at', 'is', null))
    .orderBy('entered_at', 'desc')
    .limit(200)
    .execute()
  if (rows.length === 0) return []
  const clocks = await reader
    .selectFrom('casework.movement_clock')
    .select(['kind', 'send_days as sendDays', 'receive_days as receiveDays', 'decide_days as decideDays', 'starts_on as startsOn'])
    .orderBy('starts_on', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ target }) => target),
  )
  const why = await findMovementWords(
    reader,
    rows.map(({ id }) => id),
  )
  return rows.map(({ decision, withdrawnAt, targetName, ...row }) => {
    const facts = {
      ...{ proposedOn: row.proposedOn, sentOn: on(row.sentAt), receivedOn: on(row.receivedAt), isWithdrawn: withdrawnAt !== null },
      decision: (decision as TransitionDecision | null) ?? undefined,
    }
    const clock: MovementClock | undefined = clocks.find(
      ({ kind, startsOn }) => kind === row.kind && Temporal.PlainDate.compare(startsOn, row.proposedOn) <= 0,
    )
    return {
      ...row,
      kind: row.kind as TransitionKind,
      channel: row.channel as TransitionLine['channel'],
      settledAs: row.settledAs as TransitionLine['settledAs'],
      ...{ withoutBecause: why(row.id, 'withoutBecause'), reason: why(row.id, 'reason') },
      ...{ disputedBecause: why(row.id, 'disputedBecause'), settlement: why(row.id, 'settlement') },
      to: row.target === null ? targetName : (names.get(row.target) ?? ''),
      stage: transitionStage(facts),
      clock: clock && runningClock(clock, facts, today),
    }
  })
}

/** The words of pauses, tiers and transitions; empty where there are none, and where they are not open to whoever asks, as to a co-ordinator who lists days and kinds (E6). */
async function findMovementWords(reader: Reader, ids: readonly string[]): Promise<(id: string, field: string) => string> {
  const rows = await reader
    .selectFrom(sql<{ record: string; field: string; words: string }>`casework.movement_words(${sql.val(ids)}::uuid[])`.as('why'))
    .select(['why.record', 'why.field', 'why.words'])
    .execute()
  const words = new Map(rows.map(({ record, field, words: said }) => [`${record} ${field}`, said]))
  return (id, field) => words.get(`${id} ${field}`) ?? ''
}

/** One of them. @throws NotFound where there is none, or none that one may see */
export async function findTransition(reader: Reader, id: string, today: Temporal.PlainDate): Promise<TransitionLine> {
  const [found] = isUuid(id) ? await listTransitions(reader, { id }, today) : []
  if (!found) throw new NotFound('No such transition.')
  return found
}

/** What was written of the family, and what happened since; no words where they are not open to whoever looks. */
export async function findTransitionStory(reader: Reader, id: string) {
  const words = await reader.selectFrom('casework.transition_words').select('words').where('transition', '=', id).executeTakeFirst()
  const rows = await reader
    .selectFrom('casework.transition_event')
    .select(['what', 'at', 'person', 'outside'])
    .where('transition', '=', id)
    .orderBy('at')
    .orderBy(sql`array_position(array['proposed', 'sent', 'opened', 'received'], what)`)
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ person }) => person),
  )
  return { words: words?.words, events: rows.map((row) => ({ ...row, who: names.get(row.person ?? '') ?? row.outside })) }
}

/** How a family moved: tiers, levels of need, pauses, closings, who grows up; the latest first, each empty where there is none or none may be read. */
export async function findCourse(tx: Writer, episode: string, today: Temporal.PlainDate) {
  const documents = await listTierDocuments(tx)
  const periods = await tx
    .selectFrom('casework.tier_period as p')
    .select(['p.id', 'p.tier', 'p.starts_on as startsOn', 'p.ends_on as endsOn'])
    .where('p.episode', '=', episode)
    .orderBy('p.starts_on', 'desc')
    .execute()
  // The day on which a tier ends is that of the next: what is called otherwise from then on is nothing of this one.
  const tiers = periods.map((one) => ({
    ...one,
    called: tierCalled(documents, one.tier, one.startsOn, one.endsOn?.subtract({ days: 1 }) ?? today),
  }))
  const levels = await tx
    .selectFrom('casework.level_of_need as n')
    .innerJoin('casework.threshold_level as l', (join) => join.onRef('l.document', '=', 'n.document').onRef('l.level', '=', 'n.level'))
    .innerJoin('casework.threshold_document as d', 'd.id', 'n.document')
    .select(['n.level', 'l.name', 'd.name as document', 'd.starts_on as documentFrom', 'n.reason', 'n.assessed_on as assessedOn'])
    .where('n.episode', '=', episode)
    .orderBy('n.assessed_on', 'desc')
    .orderBy('n.entered_at', 'desc')
    .execute()
  const pauses = await tx
    .selectFrom('casework.pause')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn', 'version'])
    .where('episode', '=', episode)
    .orderBy('starts_on', 'desc')
    .execute()
  const why = await findMovementWords(
    tx,
    [...tiers, ...pauses].map(({ id }) => id),
  )
  const withWords = <Line extends { readonly id: string }>(line: Line) => ({ ...line, because: why(line.id, 'because') })
  return { tiers: tiers.map(withWords), levels, pauses: pauses.map(withWords), ...(await findEnds(tx, episode, today)) }
}

async function findEnds(tx: Writer, episode: string, today: Temporal.PlainDate) {
  const closings = await tx
    .selectFrom('casework.closure as c')
    .select(['c.closed_on as closedOn', 'c.reason', 'c.called', 'c.reopened_on as reopenedOn'])
    .select((select) =>
      select
        .selectFrom('casework.closure_group as g')
        .select('g.reported_as')
        .whereRef('g.reason', '=', 'c.reason')
        .whereRef('g.starts_on', '<=', 'c.closed_on')
        .orderBy('g.starts_on', 'desc')
        .limit(1)
        .as('reportedAs'),
    )
    .where('c.episode', '=', episode)
    .orderBy('c.closed_on', 'desc')
    .execute()
  const plans = await tx
    .selectFrom('casework.closing_plan')
    .select(['plan', 'family_view as familyView', 'no_view_because as noViewBecause', 'entered_at as at'])
    .where('episode', '=', episode)
    .orderBy('entered_at', 'desc')
    .execute()
  const adults = await tx
    .selectFrom('casework.adulthood as a')
    .leftJoin('casework.person as p', 'p.id', 'a.person')
    .select([
      'p.name',
      'a.service',
      'a.asked_on as askedOn',
      'a.answer',
      'a.answered_on as answeredOn',
      'a.answered_by as answeredBy',
      'a.words',
    ])
    .where('a.episode', '=', episode)
    .orderBy('a.asked_on', 'desc')
    .execute()
  const growing = await tx
    .selectFrom(
      sql<{ episode: string; person: string; adult_on: Temporal.PlainDate }>`casework.coming_of_age(${today.toString()}::date)`.as('g'),
    )
    .leftJoin('casework.person as p', 'p.id', 'g.person')
    .select(['g.adult_on as adultOn', 'p.name'])
    .where('g.episode', '=', episode)
    .execute()
  return { closings, plans, adults, growing }
}

/** That whoever referred families is told of them, and whether they heard; the words are read by `hearOutcome` alone, which leaves a look. */
export async function listOutcomes(reader: Reader, of: { readonly id?: string; readonly episode?: string; readonly unheard?: true }) {
  const rows = await reader
    .selectFrom('casework.outcome')
    .select(['id', 'episode', 'referrer', 'what', 'entered_at as at', 'mailed_at as mailedAt', 'heard_at as heardAt'])
    .select(['letter_on as letterOn', 'version'])
    .$if(of.id !== undefined, (query) => query.where('id', '=', of.id ?? ''))
    .$if(of.episode !== undefined, (query) => query.where('episode', '=', of.episode ?? ''))
    .$if(of.unheard === true, (query) => query.where('heard_at', 'is', null).where('letter_on', 'is', null))
    .orderBy('entered_at', 'desc')
    .limit(200)
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ referrer }) => referrer),
  )
  return rows.map((row) => ({ ...row, referrerName: names.get(row.referrer) ?? '' }))
}

/** Advice asked and given that one may read, the latest first, at most 200. */
export async function listAdvice(reader: Reader) {
  const rows = await reader
    .selectFrom('casework.advice')
    .select(['id', 'episode', 'organisation', 'asked_on as askedOn', 'asked_by as askedBy', 'question', 'answer', 'entered_by as by'])
    .orderBy('asked_on', 'desc')
    .orderBy('entered_at', 'desc')
    .limit(200)
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ by, organisation }) => [by, organisation]),
  )
  return rows.map((row) => ({ ...row, byName: names.get(row.by) ?? '', agency: names.get(row.organisation) ?? '' }))
}

/** Episodes with a young person who comes of age within the months of the rule and whose service has not answered yet. */
export async function listGrowing(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom(sql<{ episode: string }>`casework.coming_of_age(${today.toString()}::date)`.as('g'))
    .select('g.episode')
    .execute()
}
