import type { Guarded } from '#governance/public.ts'
import { findBodiesById, findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { type ChallengeState, challengeState, type LadderStep, type TakenStep } from '../rules/challenge.ts'

/** A step that was taken or is drafted; its letter only for those who may read it. */
export interface ChallengeStep extends TakenStep {
  readonly id: string
  readonly who: string
  readonly toWhom: string
  readonly copiedTo: string
  readonly version: number
  readonly letter:
    | {
        readonly text: string
        readonly sentTo: string
        readonly sentHow: string
        readonly answer: string
        readonly sentAt: Temporal.Instant | undefined
      }
    | undefined
}

/** A challenge of the log. */
export interface Challenge {
  readonly id: string
  readonly body: string
  readonly bodyName: string
  readonly slug: string
  readonly sight: 'members' | 'public'
  readonly number: number
  readonly title: string
  readonly text: string
  readonly raisedBy: string
  readonly raisedOn: Temporal.PlainDate
  readonly meeting: string | undefined
  readonly addressee: string | undefined
  readonly addresseeName: string
  readonly addresseeOffice: string
  readonly owner: string | undefined
  readonly ownerName: string
  readonly response: string
  readonly respondedOn: Temporal.PlainDate | undefined
  readonly impact: string
  readonly impactEvidence: string
  readonly impactOn: Temporal.PlainDate | undefined
  readonly closedOn: Temporal.PlainDate | undefined
  readonly closedMeeting: string | undefined
  readonly milestoneOn: Temporal.PlainDate | undefined
  readonly everyMonths: number
  readonly takenBackReason: string
  readonly version: number
  readonly steps: readonly ChallengeStep[]
  readonly state: ChallengeState
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
function rows(reader: Reader) {
  return reader.selectFrom('assurance.challenge').selectAll()
}

/** One challenge. @throws NotFound */
export async function findChallenge(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Challenge> {
  const row = isUuid(id) ? await rows(reader).where('id', '=', id).executeTakeFirst() : undefined
  const [found] = row ? await complete(reader, [row], today) : []
  if (!found) throw new NotFound('No such challenge.')
  return found
}

/** The log of a board as far as one may see it, the latest first. */
export async function listChallenges(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Challenge[]> {
  return listed(reader, { bodies: [body], owner: undefined }, today)
}

/** The logs of some boards, and what somebody answers for and is open wherever it stands: one reading for everything that waits for one person. */
export async function listChallengesOf(
  reader: Reader,
  of: { readonly bodies: readonly string[]; readonly owner: string | undefined },
  today: Temporal.PlainDate,
): Promise<readonly Challenge[]> {
  return listed(reader, of, today)
}

async function listed(
  reader: Reader,
  { bodies, owner }: { readonly bodies: readonly string[]; readonly owner: string | undefined },
  today: Temporal.PlainDate,
): Promise<readonly Challenge[]> {
  const found = await rows(reader)
    .where((where) =>
      where.or([
        among('body', bodies),
        ...(owner === undefined ? [] : [where.and([where('owner', '=', owner), where('closed_on', 'is', null)])]),
      ]),
    )
    .orderBy('raised_on', 'desc')
    .orderBy('number', 'desc')
    .orderBy('id')
    .limit(1000)
    .execute()
  return complete(reader, found, today)
}

async function complete(reader: Reader, found: readonly Row[], today: Temporal.PlainDate): Promise<readonly Challenge[]> {
  if (found.length === 0) return []
  const steps = await findSteps(
    reader,
    found.map(({ id }) => id),
  )
  const bodies = new Map((await findBodiesById(reader, [...new Set(found.map(({ body }) => body))], today)).map((body) => [body.id, body]))
  const people = await findPeopleNames(
    reader,
    found.flatMap(({ owner }) => owner ?? []),
  )
  const agencies = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  return found.map((row) => {
    const facts = {
      ...{ raisedOn: row.raised_on, respondedOn: row.responded_on ?? undefined, impactOn: row.impact_on ?? undefined },
      ...{ closedOn: row.closed_on ?? undefined, steps: steps.get(row.id) ?? [] },
    }
    return {
      ...{ id: row.id, body: row.body, bodyName: bodies.get(row.body)?.name ?? '', slug: bodies.get(row.body)?.slug ?? '' },
      ...{ sight: row.sight as 'members' | 'public', number: row.number, title: row.title, text: row.text, raisedBy: row.raised_by },
      ...{
        meeting: row.meeting ?? undefined,
        addressee: row.addressee ?? undefined,
        addresseeName: agencies.get(row.addressee ?? '') ?? '',
      },
      ...{ addresseeOffice: row.addressee_office, owner: row.owner ?? undefined, ownerName: people.get(row.owner ?? '') ?? '' },
      ...{
        response: row.response,
        impact: row.impact,
        impactEvidence: row.impact_evidence,
        closedMeeting: row.closed_meeting ?? undefined,
      },
      ...{ milestoneOn: row.milestone_on ?? undefined, everyMonths: row.every_months, takenBackReason: row.taken_back_reason },
      version: row.version,
      ...facts,
      state: challengeState(facts, today),
    }
  })
}

async function findSteps(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly ChallengeStep[]>> {
  const found = await reader
    .selectFrom('assurance.challenge_step as s')
    .leftJoin('assurance.challenge_letter as l', 'l.step', 's.id')
    .selectAll('s')
    .select(['l.text', 'l.sent_to', 'l.sent_how', 'l.answer', 'l.sent_at'])
    .where('s.challenge', 'in', [...ids])
    .orderBy('s.position')
    .execute()
  const stepOf = (row: (typeof found)[number]): ChallengeStep => ({
    ...{ id: row.id, position: row.position, who: row.who, toWhom: row.to_whom, copiedTo: row.copied_to, version: row.version },
    ...{ sentOn: row.sent_on ?? undefined, answerDueOn: row.answer_due_on ?? undefined, answeredOn: row.answered_on ?? undefined },
    letter:
      row.text === null
        ? undefined
        : {
            text: row.text,
            sentTo: row.sent_to ?? '',
            sentHow: row.sent_how ?? '',
            answer: row.answer ?? '',
            sentAt: row.sent_at ?? undefined,
          },
  })
  return new Map(ids.map((id) => [id, found.filter(({ challenge }) => challenge === id).map(stepOf)]))
}

/** The ladder of a board on a day: its own, or else the partnership's. */
export async function findLadder(
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
): Promise<{ readonly isOwn: boolean; readonly steps: readonly LadderStep[] }> {
  const found = await reader
    .selectFrom('assurance.ladder_step')
    .selectAll()
    .where((where) => where.or([where('body', '=', body), where('body', 'is', null)]))
    .where('starts_on', '<=', today)
    .where((where) => where.or([where('ends_on', 'is', null), where('ends_on', '>', today)]))
    .orderBy('position')
    .execute()
  const own = found.filter((step) => step.body === body)
  const steps = (own.length > 0 ? own : found.filter((step) => step.body === null)).map((row) => ({
    ...{ id: row.id, position: row.position, who: row.who, toWhom: row.to_whom, copiedTo: row.copied_to, waitDays: row.wait_days },
    ...{ dayMode: row.day_mode as 'calendar' | 'working', letter: row.letter },
  }))
  return { isOwn: own.length > 0, steps }
}

/** A challenge as the access matrix names it; whoever answers for the addressee leads it. */
export function guardedChallenge({ body, sight, owner }: Pick<Challenge, 'body' | 'sight' | 'owner'>): Guarded {
  return { record: 'challenge', state: sight, ties: { body, leads: owner === undefined ? [] : [owner] } }
}

/** A letter as the access matrix names it. */
export function guardedLetter({ body }: Pick<Challenge, 'body'>, { sentOn }: Pick<TakenStep, 'sentOn'>): Guarded {
  return { record: 'challenge-letter', state: sentOn === undefined ? 'draft' : 'members', ties: { body } }
}
