import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { type ActionState, actionStanding, standsIn } from '../rules/plan.ts'
import type { PlanAction, PlanNeed, PlanView } from './plan.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: string }

/** The rows of a table as they stood at a moment: what was entered until then, as it was before it was changed afterwards. */
async function rowsThen(
  reader: Reader,
  table: 'plan_action' | 'plan_need' | 'plan_version' | 'team_member',
  of: { readonly episode: string; readonly at: Temporal.Instant },
): Promise<readonly Row[]> {
  const at = of.at.toString()
  const rows = await reader
    .selectFrom(
      sql<{ content: Row }>`(select coalesce(former.content, to_jsonb(t)) as content from ${sql.table(`casework.${table}`)} t
        left join lateral (select v.content from casework.former_version v
          where v.source = ${table} and v.record = t.id and v.changed_at > ${at}::timestamptz order by v.changed_at limit 1) former on true
        where t.episode = ${of.episode}::uuid and t.entered_at <= ${at}::timestamptz)`.as('stood'),
    )
    .select('stood.content')
    .execute()
  return rows.map(({ content }) => content)
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/**
 * A version of a plan as it stood at a moment: what whoever was given a print then has in hand. Words, needs and actions are those of then, and so is who was in the
 * team; names, and what is withheld from whom, are those of today, for the print may be made again (requirement E4).
 */
export async function findPlanThen(
  reader: Reader,
  plan: PlanView,
  of: { readonly episode: string; readonly number: number; readonly at: Temporal.Instant },
): Promise<{ readonly plan: PlanView; readonly needs: readonly PlanNeed[] }> {
  const day = dayOf(of.at)
  const words = (await rowsThen(reader, 'plan_version', of)).find(({ number }) => number === of.number)
  const team = new Set((await rowsThen(reader, 'team_member', of)).filter((row) => row.ends_on === null).map(({ id }) => id))
  const needs = (await rowsThen(reader, 'plan_need', of))
    .map(needOf)
    .filter((need) => standsIn(need, of.number))
    .toSorted((one, other) => one.position - other.position || order(one.id, other.id))
  const actions = (await rowsThen(reader, 'plan_action', of))
    .map((row) => actionOf(row, day))
    .toSorted((one, other) => Temporal.PlainDate.compare(one.dueOn, other.dueOn) || order(one.id, other.id))
  return {
    needs,
    plan: {
      ...plan,
      ...{ needs, actions },
      versions: plan.versions.map((one) => (one.number === of.number && words ? { ...one, familyWords: text(words.family_words) } : one)),
      who: { ...plan.who, team: plan.who.team.filter(({ id }) => team.has(id)).map((member) => ({ ...member, endsOn: null })) },
    },
  }
}

const needOf = (row: Row): PlanNeed => ({
  ...{ id: row.id, position: Number(row.position), relative: textOrNull(row.relative), need: text(row.need), outcome: text(row.outcome) },
  ...{
    fromNumber: Number(row.from_number),
    toNumber: row.to_number === null ? undefined : Number(row.to_number),
    version: Number(row.version),
  },
})

function actionOf(row: Row, day: Temporal.PlainDate): PlanAction {
  const [state, dueOn] = [row.state as ActionState, Temporal.PlainDate.from(text(row.due_on))]
  const doneOn = textOrNull(row.done_on)
  return {
    ...{ id: row.id, need: text(row.need), what: text(row.what), member: textOrNull(row.member), relative: textOrNull(row.relative) },
    ...{
      state,
      dueOn,
      standing: actionStanding({ state, dueOn }, day),
      meeting: textOrNull(row.meeting),
      isInRoom: row.is_in_room === true,
    },
    ...{ declinedBecause: text(row.declined_because), progress: text(row.progress), evidence: text(row.evidence) },
    ...{
      doneOn: doneOn === null ? null : Temporal.PlainDate.from(doneOn),
      endedBecause: text(row.ended_because),
      version: Number(row.version),
    },
  }
}
