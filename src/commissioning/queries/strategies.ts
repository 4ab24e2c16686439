import type { Guarded } from '#governance/public.ts'
import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import { strategyPaths } from '../paths.ts'
import type { Criterion, ScoredOption } from '../rules/appraisal.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import { findOfficers } from './officers.ts'

/** A commissioning strategy (C2). Texts are '' where nothing is written yet. */
export interface Strategy {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly scope: string
  readonly lead: string
  readonly leadName: string
  readonly commissioners: readonly string[]
  readonly policy: string
  readonly priorities: string
  readonly feedback: string
  readonly market: string
  readonly intentions: string
  readonly implementation: string
  readonly equalityOn: Temporal.PlainDate | undefined
  readonly equality: string
  readonly reviewOn: Temporal.PlainDate | undefined
  readonly decision: string | undefined
  /** Ids of the needs and findings that it used; none: it is flagged. */
  readonly needs: readonly string[]
  readonly services: readonly string[]
  readonly version: number
}

/** An option of one question of a strategy, with its scores. */
export interface StrategyOption extends ScoredOption {
  readonly question: string
  readonly text: string
  readonly isChosen: boolean
}

/** What the matrix knows of a strategy. */
export const guardedStrategy = ({ body, sight, commissioners }: Pick<Strategy, 'body' | 'sight' | 'commissioners'>): Guarded => ({
  ...{ record: 'strategy', state: sight, ties: { body, leads: commissioners } },
})

/** One strategy that one may see. @throws NotFound */
export async function findStrategy(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Strategy> {
  const found = isUuid(id) ? await readStrategies(reader, { id }, today) : []
  const [strategy] = found
  if (!strategy) throw new NotFound('No such strategy.')
  return strategy
}

/** The strategies of a board that one may see, by title, as other parts name them. */
export async function findStrategiesBeside(reader: Reader, body: string, today: Temporal.PlainDate) {
  const found = await listStrategies(reader, body, today)
  return found.map(({ id, title }) => ({ id, title, href: strategyPaths.strategy(id) }))
}

/** The strategies of a board that one may see, by title. */
export function listStrategies(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly Strategy[]> {
  return readStrategies(reader, { body }, today)
}

async function readStrategies(
  reader: Reader,
  of: { readonly id: string } | { readonly body: string },
  today: Temporal.PlainDate,
): Promise<readonly Strategy[]> {
  const rows = await reader
    .selectFrom('commissioning.strategy')
    .selectAll()
    .where((where) => ('id' in of ? where('id', '=', of.id) : where('body', '=', of.body)))
    .orderBy('title')
    .orderBy('id')
    .limit(500)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [needs, services, organisations, officers] = await Promise.all([
    reader.selectFrom('commissioning.strategy_need').select(['strategy', 'need']).where('strategy', 'in', ids).orderBy('need').execute(),
    reader
      .selectFrom('commissioning.strategy_service')
      .select(['strategy', 'service'])
      .where('strategy', 'in', ids)
      .orderBy('service')
      .execute(),
    listOrganisations(reader),
    findOfficers(
      reader,
      rows.map(({ lead }) => lead),
      'commissioner',
      today,
    ),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map(({ equality_on: equalityOn, review_on: reviewOn, decision, ...row }) => ({
    ...row,
    ...{ sight: row.sight as Sight, leadName: names.get(row.lead) ?? '', commissioners: officers.get(row.lead) ?? [] },
    ...{ equalityOn: equalityOn ?? undefined, reviewOn: reviewOn ?? undefined, decision: decision ?? undefined },
    needs: needs.filter(({ strategy }) => strategy === row.id).map(({ need }) => need),
    services: services.filter(({ strategy }) => strategy === row.id).map(({ service }) => service),
  }))
}

/** What the options of a strategy are appraised by, in order. */
export function findCriteria(reader: Reader, strategy: string): Promise<readonly Criterion[]> {
  return reader
    .selectFrom('commissioning.criterion')
    .select(['id', 'name', 'weight'])
    .where('strategy', '=', strategy)
    .orderBy('position')
    .execute()
}

/** The options of a strategy, in order, with their scores. */
export async function findOptions(reader: Reader, strategy: string): Promise<readonly StrategyOption[]> {
  const [options, scores] = await Promise.all([
    reader
      .selectFrom('commissioning.strategy_option')
      .select(['id', 'question', 'title', 'text', 'is_chosen as isChosen'])
      .where('strategy', '=', strategy)
      .orderBy('position')
      .execute(),
    reader.selectFrom('commissioning.score').select(['option', 'criterion', 'score']).where('strategy', '=', strategy).execute(),
  ])
  return options.map((option) => ({
    ...option,
    scores: new Map(scores.filter((one) => one.option === option.id).map(({ criterion, score }) => [criterion, score])),
  }))
}
