import { findBodiesById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { findTakenHome } from './ratifications.ts'

/** Something that waits for somebody about decisions that partners take home. */
export interface RatificationDuty {
  /**
   * 'answer': for a partner's lead; for clerks 'name-partners': nobody has said who must take it home, 'put-changes': it needs changed words,
   * 'chase': partners have not answered in time.
   */
  readonly kind: 'answer' | 'name-partners' | 'put-changes' | 'chase'
  /** The partner's part for 'answer', the decision for the others. */
  readonly id: string
  /** The board that decided, by its id. */
  readonly body: string
  /** Its name. */
  readonly board: string
  /** The partner for 'answer', '' for the others. */
  readonly partner: string
  /** How many partners have not answered. */
  readonly pending: number
  /** Undefined where nobody has been asked yet. */
  readonly dueOn: Temporal.PlainDate | undefined
}

/** Decisions ahead of which nobody asks: looked for as far back as this. */
const YEARS_BACK = 1

/** What waits for a person as a partner's lead, and for them as a clerk of some bodies, the earliest due first. */
export async function findRatificationDuties(
  reader: Reader,
  who: { readonly person: string | undefined; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<readonly RatificationDuty[]> {
  const duties = [...(await duesAsLead(reader, who.person, today)), ...(await duesAsClerk(reader, who.clerkOf, today))]
  const bodies = await findBodiesById(reader, [...new Set(duties.map(({ body }) => body))], today)
  const names = new Map(bodies.map(({ id, name }) => [id, name]))
  const last = (one: RatificationDuty): string => one.dueOn?.toString() ?? ''
  return duties.map((duty) => ({ ...duty, board: names.get(duty.body) ?? '' })).toSorted((a, b) => last(a).localeCompare(last(b)))
}

const isOpen = ({ withdrawn, force }: TakenHome): boolean => !withdrawn && (force.state === 'waiting' || force.state === 'changes-asked')

async function duesAsLead(reader: Reader, person: string | undefined, today: Temporal.PlainDate): Promise<readonly RatificationDuty[]> {
  if (person === undefined) return []
  const mine = await reader
    .selectFrom('meetings.ratification as r')
    .innerJoin('meetings.ratification_ask as q', 'q.decision', 'r.decision')
    .select(['r.id', 'r.decision'])
    .where('r.lead', '=', person)
    .where('q.withdrawn', '=', false)
    .orderBy('q.due_on', 'desc')
    .limit(200)
    .execute()
  const homes = await findTakenHome(reader, [...new Set(mine.map(({ decision }) => decision))], today)
  return mine.flatMap(({ id, decision }): RatificationDuty[] => {
    const home = homes.get(decision)
    const partner = home?.partners.find((one) => one.id === id)
    if (!home || partner?.standing.answer !== 'pending' || home.force.state === 'ended') return []
    return [{ kind: 'answer', id, body: home.body, board: '', partner: partner.name, pending: 1, dueOn: home.dueOn }]
  })
}

async function duesAsClerk(reader: Reader, clerkOf: readonly string[], today: Temporal.PlainDate): Promise<readonly RatificationDuty[]> {
  if (clerkOf.length === 0) return []
  const unasked = await reader
    .selectFrom('meetings.decision as d')
    .leftJoin('meetings.ratification_ask as q', 'q.decision', 'd.id')
    .select(['d.id', 'd.body'])
    .where('d.body', 'in', clerkOf)
    .where('d.binds_nobody', '=', true)
    .where('d.withdrawn', '=', false)
    .where('d.decided_on', '>=', today.subtract({ years: YEARS_BACK }))
    .where('q.decision', 'is', null)
    .limit(50)
    .execute()
  const asked = await reader
    .selectFrom('meetings.ratification_ask')
    .select('decision')
    .where('body', 'in', clerkOf)
    .where('withdrawn', '=', false)
    .orderBy('due_on', 'desc')
    .limit(200)
    .execute()
  const homes = await findTakenHome(
    reader,
    asked.map(({ decision }) => decision),
    today,
  )
  const named = unasked.map(
    ({ id, body }): RatificationDuty => ({ kind: 'name-partners', id, body, board: '', partner: '', pending: 0, dueOn: undefined }),
  )
  return [...named, ...[...homes.values()].filter(isOpen).flatMap((home) => dueOfClerk(home, today))]
}

function dueOfClerk(home: TakenHome, today: Temporal.PlainDate): readonly RatificationDuty[] {
  const pending = home.partners.filter(({ standing }) => standing.answer === 'pending').length
  const duty = { id: home.decision, body: home.body, board: '', partner: '', pending, dueOn: home.dueOn }
  if (home.purpose === 'ratify' && home.force.state === 'changes-asked') return [{ ...duty, kind: 'put-changes' }]
  return pending > 0 && Temporal.PlainDate.compare(home.dueOn, today) < 0 ? [{ ...duty, kind: 'chase' }] : []
}
