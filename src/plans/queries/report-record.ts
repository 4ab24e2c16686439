import { recordPaths } from '#meetings/public.ts'
import { findDecisionsBetween } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { ReportAside } from '../needs.ts'
import { planPaths, riskPaths } from '../paths.ts'
import type { Colour } from '../rules/rag.ts'
import { colourOn, dayOfReport, isIn, isOverdueOn, type Span, type StateThen, stateOn } from '../rules/report.ts'
import { movementOf, placeNow, type RiskMovement, type RiskPlace, type RiskScale } from '../rules/risk.ts'
import { findVersions, listPlans, type PlanHead } from './plans.ts'
import { findRatings, findStatements, type Rating, type Statement } from './progress.ts'
import { findRounds } from './reviews.ts'
import { listRiskScales, listRisks } from './risks.ts'
import { type ActionRow, findRows } from './rows.ts'

/** An action as it stood at the end of a period. */
export interface ActionThen {
  readonly name: string
  readonly href: string
  readonly state: StateThen
  readonly colour: Colour | 'none'
  readonly dueWords: string
  readonly dueTo: Temporal.PlainDate | null
  readonly doneOn: Temporal.PlainDate | null
  readonly isDoneInPeriod: boolean
  readonly isOverdue: boolean
  /** What was said of it last in the period, of progress or completion; undefined where nothing was. */
  readonly said: { readonly text: string; readonly evidence: string } | undefined
}

/** What somebody said had changed. */
export interface ImpactSaid {
  readonly of: string
  readonly text: string
  readonly evidence: string
  readonly onDay: Temporal.PlainDate
}

/** A plan as it stood at the end of a period. */
export interface PlanThen {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly priorities: readonly { readonly name: string; readonly actions: readonly ActionThen[] }[]
  readonly actions: readonly ActionThen[]
  readonly impacts: readonly ImpactSaid[]
  /** Reviews that were closed in the period. */
  readonly rounds: readonly { readonly closedOn: Temporal.PlainDate; readonly summary: string }[]
  readonly risks: readonly {
    readonly name: string
    readonly href: string
    /** Its last score by then, with what is done about it; undefined where it was not scored. */
    readonly stood: { readonly scale: RiskScale; readonly place: RiskPlace } | undefined
    readonly movement: RiskMovement
  }[]
}

/** Everything that a report is drafted from. */
export interface ReportRecord {
  readonly span: Span
  /** The day by which it tells how things stand. */
  readonly day: Temporal.PlainDate
  readonly plans: readonly PlanThen[]
  readonly decisions: readonly {
    readonly number: string
    readonly text: string
    readonly decidedOn: Temporal.PlainDate
    readonly href: string
  }[]
  readonly aside: ReportAside
}

/** What a report is of. */
export interface ReportScope {
  readonly body: string
  /** Null: every plan of the board. */
  readonly plan: string | null
  readonly span: Span
}

/**
 * Reads what the record says of the plans of a report in its period, as far as the reader may see it; drafts of plans and of risks are never in it. Plans in
 * which nothing was in force by then are left out.
 */
export async function findPlansThen(reader: Reader, scope: ReportScope, today: Temporal.PlainDate): Promise<readonly PlanThen[]> {
  const day = dayOfReport(scope.span, today)
  const ids = scope.plan === null ? (await listPlans(reader, scope.body)).map(({ id }) => id) : [scope.plan]
  const found: PlanThen[] = []
  for (const id of ids) {
    const head = inForceOn(await findVersions(reader, id), day)
    if (head) found.push(await planThen(reader, head, { span: scope.span, day, today }))
  }
  return found
}

/** The decisions of a board in a span, as far as the reader may see them. */
export async function findDecisionsThen(reader: Reader, body: string, span: Span): Promise<ReportRecord['decisions']> {
  const found = await findDecisionsBetween(reader, body, span)
  return found.map(({ id, number, text, decidedOn }) => ({ number, text, decidedOn, href: recordPaths.decision(id) }))
}

/** The version that was in force on a day: the latest that had been published. What was closed before keeps its last. */
function inForceOn(versions: readonly PlanHead[], day: Temporal.PlainDate): PlanHead | undefined {
  return versions.find(
    ({ sight, publishedOn }) => sight !== 'draft' && publishedOn !== null && Temporal.PlainDate.compare(publishedOn, day) <= 0,
  )
}

interface Then {
  readonly span: Span
  readonly day: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}

async function planThen(reader: Reader, head: PlanHead, then: Then): Promise<PlanThen> {
  const [rows, ratings, statements, rounds, risks] = await Promise.all([
    findRows(reader, head.version),
    findRatings(reader, head.id),
    findStatements(reader, head.id),
    findRounds(reader, head.id),
    risksThen(reader, head.id, then),
  ])
  const actions = rows.actions.map((row) => ({ row, action: actionThen(row, ratings, statements, then) }))
  const names = new Map([...rows.priorities, ...rows.actions].map((row) => [row.id, nameOf(row)]))
  return {
    ...{ id: head.id, title: head.title, href: planPaths.plan(head.id), risks, actions: actions.map((one) => one.action) },
    priorities: rows.priorities.map((priority) => ({
      name: nameOf(priority),
      actions: actions.filter(({ row }) => row.priority === priority.id).map((one) => one.action),
    })),
    impacts: statements
      .filter(({ kind, onDay }) => kind === 'impact' && isIn(then.span, onDay))
      .map(({ action, priority, text, evidence, onDay }) => ({
        ...{ text, evidence, onDay, of: names.get(action ?? priority ?? '') ?? head.title },
      }))
      .toReversed(),
    rounds: rounds
      .flatMap(({ closedOn, summary }) => (closedOn !== null && isIn(then.span, closedOn) ? [{ closedOn, summary }] : []))
      .toReversed(),
  }
}

const nameOf = ({ reference, title }: { readonly reference: string; readonly title: string }): string => `${reference} ${title}`.trim()

function actionThen(row: ActionRow, ratings: readonly Rating[], statements: readonly Statement[], { span, day, today }: Then): ActionThen {
  const own = statements.filter(({ action }) => action === row.id)
  const state = stateOn(row, own, day, today)
  const said = own.find(({ kind, onDay }) => kind !== 'impact' && isIn(span, onDay))
  const rated = ratings.filter(({ action }) => action === row.id)
  return {
    ...{ name: nameOf(row), href: planPaths.action(row.id), state, dueWords: row.dueWords, dueTo: row.dueTo, doneOn: row.doneOn },
    colour: colourOn(row, state, rated, day),
    isDoneInPeriod: state === 'done' && isIn(span, row.doneOn),
    isOverdue: isOverdueOn(state, row.dueTo, day),
    said: said && { text: said.text, evidence: said.evidence },
  }
}

async function risksThen(reader: Reader, plan: string, { day }: Then): Promise<PlanThen['risks']> {
  const [risks, scales] = await Promise.all([listRisks(reader, { plan }), listRiskScales(reader)])
  const isBy = (on: Temporal.PlainDate | null): boolean => on !== null && Temporal.PlainDate.compare(on, day) <= 0
  return risks
    .filter(({ sight, raisedOn }) => sight !== 'draft' && isBy(raisedOn))
    .map(({ id, title, scores, closedOn }) => {
      const given = scores.filter(({ onDay }) => isBy(onDay))
      const last = given.at(-1)
      const scale = scales.find(({ version }) => version === last?.scale)
      return {
        ...{ name: title, href: riskPaths.risk(id), movement: movementOf(given, scales, isBy(closedOn)) },
        stood: last && scale && { scale, place: placeNow(last) },
      }
    })
}
