import type { Reader } from '#platform/database/session.ts'
import type { ActionState } from '../rules/plan.ts'

/** Who leads or sponsors a row, as written; the ids say who that is, where it is known. */
export interface Lead {
  readonly part: 'lead' | 'sponsor'
  readonly name: string
  readonly person: string | null
  readonly organisation: string | null
  readonly ledByBody: string | null
}

interface TextRow {
  readonly id: string
  readonly position: number
  readonly reference: string
  readonly title: string
  readonly text: string
  /** What the further columns of the shape hold. */
  readonly details: Readonly<Record<string, string>>
  /** Of this text, for forms. */
  readonly revision: number
  readonly leads: readonly Lead[]
}

/** A timescale: as written, and as days, both of which belong to it; null is open. */
interface Dated {
  readonly dueWords: string
  readonly dueFrom: Temporal.PlainDate | null
  readonly dueTo: Temporal.PlainDate | null
}

/** A priority in a version of its plan. */
export interface PriorityRow extends TextRow {
  readonly accountable: string | null
}

/** An outcome in a version of its plan. */
export interface OutcomeRow extends TextRow, Dated {
  readonly priority: string
}

/** An action in a version of its plan, with how it stands. */
export interface ActionRow extends TextRow, Dated {
  readonly priority: string
  /** Null: it stands right under its priority. */
  readonly outcome: string | null
  readonly state: ActionState
  readonly doneOn: Temporal.PlainDate | null
  /** Of how it stands, for forms. */
  readonly actionVersion: number
}

/** Everything that stands in a version, each level in order. */
export interface PlanRows {
  readonly priorities: readonly PriorityRow[]
  readonly outcomes: readonly OutcomeRow[]
  readonly actions: readonly ActionRow[]
}

const textColumns = ['t.position', 't.reference', 't.title', 't.text', 't.details', 't.revision'] as const
const dueColumns = ['t.due_words as dueWords', 't.due_from as dueFrom', 't.due_to as dueTo'] as const

/** The rows of a version, as far as one may see them. */
export async function findRows(reader: Reader, version: string): Promise<PlanRows> {
  const [leads, priorities, outcomes, actions] = await Promise.all([
    findLeads(reader, version),
    reader
      .selectFrom('plans.priority_text as t')
      .select(['t.priority as id', 't.accountable', ...textColumns])
      .where('t.version', '=', version)
      .orderBy('t.position')
      .orderBy('t.priority')
      .execute(),
    reader
      .selectFrom('plans.outcome_text as t')
      .select(['t.outcome as id', 't.priority', ...textColumns, ...dueColumns])
      .where('t.version', '=', version)
      .orderBy('t.position')
      .orderBy('t.outcome')
      .execute(),
    reader
      .selectFrom('plans.action_text as t')
      .innerJoin('plans.action as a', 'a.id', 't.action')
      .select(['t.action as id', 't.priority', 't.outcome', ...textColumns, ...dueColumns])
      .select(['a.state', 'a.done_on as doneOn', 'a.version as actionVersion'])
      .where('t.version', '=', version)
      .orderBy('t.position')
      .orderBy('t.action')
      .execute(),
  ])
  const led = <Row extends { readonly id: string; readonly details: unknown }>(row: Row) => ({
    ...row,
    details: row.details as Readonly<Record<string, string>>,
    leads: leads.get(row.id) ?? [],
  })
  return {
    priorities: priorities.map(led),
    outcomes: outcomes.map(led),
    actions: actions.map((row) => led({ ...row, state: row.state as ActionState })),
  }
}

/** Who leads and sponsors the rows of a version, by row. */
export async function findLeads(reader: Reader, version: string): Promise<ReadonlyMap<string, readonly Lead[]>> {
  const rows = await reader
    .selectFrom('plans.lead')
    .select(['priority', 'outcome', 'action', 'part', 'name', 'person', 'organisation', 'led_by_body as ledByBody'])
    .where('version', '=', version)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const found = new Map<string, Lead[]>()
  for (const { priority, outcome, action, part, ...lead } of rows) {
    const row = priority ?? outcome ?? action ?? ''
    found.set(row, [...(found.get(row) ?? []), { ...lead, part: part as Lead['part'] }])
  }
  return found
}

/** In which version a row is shown, and which plan that is; undefined where one may not see it. */
export async function findRowPlace(
  reader: Reader,
  kind: 'priority' | 'outcome' | 'action',
  id: string,
): Promise<{ readonly plan: string; readonly number: number } | undefined> {
  const place = () =>
    reader.selectFrom('plans.plan_version as v').select(['v.plan', 'v.number', 'v.shown']).where('v.state', '<>', 'dropped')
  const found =
    kind === 'priority'
      ? await place()
          .innerJoin('plans.priority_text as t', 't.version', 'v.id')
          .where('t.priority', '=', id)
          .orderBy('v.shown', 'desc')
          .orderBy('v.number', 'desc')
          .executeTakeFirst()
      : kind === 'outcome'
        ? await place()
            .innerJoin('plans.outcome_text as t', 't.version', 'v.id')
            .where('t.outcome', '=', id)
            .orderBy('v.shown', 'desc')
            .orderBy('v.number', 'desc')
            .executeTakeFirst()
        : await place()
            .innerJoin('plans.action_text as t', 't.version', 'v.id')
            .where('t.action', '=', id)
            .orderBy('v.shown', 'desc')
            .orderBy('v.number', 'desc')
            .executeTakeFirst()
  return found
}
