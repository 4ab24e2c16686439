import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { ActionState } from '../rules/plan.ts'
import type { Colour } from '../rules/rag.ts'
import type { Lead } from './rows.ts'

/** What a colour means in a plan, half-open. */
export interface ColourMeaning {
  readonly id: string
  readonly appliesTo: 'action' | 'measure'
  readonly colour: Colour
  readonly meaning: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | null
}

/** The meanings that hold on a day, in the order red, amber, green. */
export async function findColours(reader: Reader, plan: string, day: Temporal.PlainDate): Promise<readonly ColourMeaning[]> {
  return (await findAllColours(reader, plan)).filter(
    ({ startsOn, endsOn }) =>
      Temporal.PlainDate.compare(startsOn, day) <= 0 && (endsOn === null || Temporal.PlainDate.compare(day, endsOn) < 0),
  )
}

/** Every meaning that colours of a plan have had, those of actions first. */
export async function findAllColours(reader: Reader, plan: string): Promise<readonly ColourMeaning[]> {
  const rows = await reader
    .selectFrom('plans.rag_definition')
    .select(['id', 'applies_to as appliesTo', 'colour', 'meaning', 'starts_on as startsOn', 'ends_on as endsOn'])
    .where('plan', '=', plan)
    .orderBy('applies_to')
    .orderBy('starts_on', 'desc')
    .execute()
  const order: readonly string[] = ['red', 'amber', 'green']
  return rows
    .map((row) => ({ ...row, appliesTo: row.appliesTo as ColourMeaning['appliesTo'], colour: row.colour as Colour }))
    .sort((a, b) => order.indexOf(a.colour) - order.indexOf(b.colour))
}

/** A colour that somebody set. */
export interface Rating {
  readonly id: string
  readonly action: string
  readonly colour: Colour
  /** What it meant when it was set. */
  readonly meaning: string
  readonly why: string
  /** What the rule said at that moment. */
  readonly computed: Colour | 'none'
  readonly onDay: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly name: string
}

/** The colours that were set for actions of a plan, or for one of them, the latest first. */
export async function findRatings(reader: Reader, plan: string, action?: string): Promise<readonly Rating[]> {
  const rows = await reader
    .selectFrom('plans.rag_rating as r')
    .innerJoin('plans.rag_definition as d', 'd.id', 'r.definition')
    .select(['r.id', 'r.action', 'r.colour', 'd.meaning', 'r.why', 'r.computed', 'r.on_day as onDay', 'r.ends_on as endsOn', 'r.name'])
    .where('r.plan', '=', plan)
    .$if(action !== undefined, (query) => query.where('r.action', '=', action ?? ''))
    .orderBy('r.set_at', 'desc')
    .orderBy('r.id', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, colour: row.colour as Colour, computed: row.computed as Colour | 'none' }))
}

/** Something that was said of an action or a priority. */
export interface Statement {
  readonly id: string
  readonly action: string | null
  readonly priority: string | null
  readonly kind: 'progress' | 'completion' | 'impact'
  readonly text: string
  /** What shows it; '' where nothing is named. */
  readonly evidence: string
  readonly stateAfter: ActionState | null
  readonly onDay: Temporal.PlainDate
  readonly name: string
  readonly sight: 'members' | 'public'
}

/** What was said of the records of a plan, the latest first; of one of them where it is named. */
export async function findStatements(reader: Reader, plan: string, row?: string): Promise<readonly Statement[]> {
  const rows = await reader
    .selectFrom('plans.statement')
    .select(['id', 'action', 'priority', 'kind', 'text', 'evidence', 'state_after as stateAfter', 'on_day as onDay', 'name', 'sight'])
    .where('plan', '=', plan)
    .$if(row !== undefined, (query) => query.where((eb) => eb.or([eb('action', '=', row ?? ''), eb('priority', '=', row ?? '')])))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((found) => ({
    ...found,
    kind: found.kind as Statement['kind'],
    stateAfter: found.stateAfter as ActionState | null,
    sight: found.sight as Statement['sight'],
  }))
}

/** The first of each group, by a key: of what stands the latest first, the latest. */
export function latestBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string | null): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key !== null && !found.has(key)) found.set(key, row)
  }
  return found
}

/** How an action goes, as the access matrix names it. */
export function guardedProgress(
  { body, sight }: { readonly body: string; readonly sight: string },
  { leads }: { readonly leads: readonly Lead[] },
): Guarded {
  const people = leads.flatMap(({ person, part }) => (person === null || part !== 'lead' ? [] : [person]))
  return { record: 'plan-progress', state: sight, ties: { body, leads: people } }
}
