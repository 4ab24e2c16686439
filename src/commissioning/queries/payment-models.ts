import type { Guarded } from '#governance/public.ts'
import { listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Sight } from '../rules/commissioned-service.ts'
import type { RelapseTerm } from '../rules/payment.ts'
import type { Cohort, Starts } from '../rules/payment-model.ts'
import type { PaymentBase, PaymentTerms } from '../rules/payment-terms.ts'
import { findOfficers } from './officers.ts'

/** A model of a year of packages. */
export interface PaymentModel {
  readonly id: string
  readonly body: string
  readonly sight: Sight
  readonly title: string
  readonly lead: string
  readonly leadName: string
  readonly commissioners: readonly string[]
  readonly strategy: string | undefined
  readonly startsOn: Temporal.PlainDate
  readonly weeks: number
  readonly starts: Starts
  readonly sources: string
  readonly chosen: string | undefined
  readonly chosenBecause: string
  readonly version: number
}

/** A cohort of a model. */
export interface ModelCohort extends Cohort {
  readonly id: string
  readonly title: string
}

/** A mechanism that a model compares, with the share of outcomes that is assumed of each cohort. */
export interface ModelOption {
  readonly id: string
  readonly title: string
  readonly terms: PaymentTerms
  /** By cohort, of a hundred; a cohort that is missing has no assumption yet. */
  readonly percents: ReadonlyMap<string, number>
}

/** Who pays. */
export interface ModelPayer {
  readonly organisation: string
  readonly name: string
  readonly weight: number
}

/** What the matrix knows of a model. */
export const guardedModel = ({ body, sight, commissioners }: Pick<PaymentModel, 'body' | 'sight' | 'commissioners'>): Guarded => ({
  ...{ record: 'payment-model', state: sight, ties: { body, leads: commissioners } },
})

/** One model that one may see. @throws NotFound */
export async function findModel(reader: Reader, id: string, today: Temporal.PlainDate): Promise<PaymentModel> {
  const [model] = isUuid(id) ? await readModels(reader, { id }, today) : []
  if (!model) throw new NotFound('No such model.')
  return model
}

/** The models of a board that one may see, by title. */
export function listModels(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly PaymentModel[]> {
  return readModels(reader, { body }, today)
}

async function readModels(
  reader: Reader,
  of: { readonly id: string } | { readonly body: string },
  today: Temporal.PlainDate,
): Promise<readonly PaymentModel[]> {
  const rows = await reader
    .selectFrom('commissioning.payment_model')
    .selectAll()
    .where((where) => ('id' in of ? where('id', '=', of.id) : where('body', '=', of.body)))
    .orderBy('title')
    .orderBy('id')
    .limit(500)
    .execute()
  if (rows.length === 0) return []
  const leads = rows.map(({ lead }) => lead)
  const [organisations, officers] = await Promise.all([listOrganisations(reader), findOfficers(reader, leads, 'commissioner', today)])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({
    ...{ id: row.id, body: row.body, sight: row.sight as Sight, title: row.title, lead: row.lead, weeks: row.weeks },
    ...{ leadName: names.get(row.lead) ?? '', commissioners: officers.get(row.lead) ?? [], strategy: row.strategy ?? undefined },
    ...{ startsOn: row.starts_on, starts: row.starts as Starts, sources: row.sources, version: row.version },
    ...{ chosen: row.chosen ?? undefined, chosenBecause: row.chosen_because },
  }))
}

/** The cohorts of a model, in order. */
export async function findCohorts(reader: Reader, model: string): Promise<readonly ModelCohort[]> {
  const rows = await reader
    .selectFrom('commissioning.payment_model_cohort')
    .selectAll()
    .where('model', '=', model)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, packages: row.packages, minutesBefore: row.minutes_before, minutesAt: row.minutes_at },
    ...{ minutesAfter: row.minutes_after, outcomeWeek: row.outcome_week },
    lengths: row.lengths.map((weeks, place) => ({ weeks, weight: row.shares[place] ?? 0 })),
  }))
}

/** The mechanisms that a model compares, in order. */
export async function findModelOptions(reader: Reader, model: string): Promise<readonly ModelOption[]> {
  const [rows, shares] = await Promise.all([
    reader.selectFrom('commissioning.payment_model_option').selectAll().where('model', '=', model).orderBy('position').execute(),
    reader.selectFrom('commissioning.payment_model_share').select(['option', 'cohort', 'percent']).where('model', '=', model).execute(),
  ])
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, terms: termsOfRow(row) },
    percents: new Map(shares.filter(({ option }) => option === row.id).map(({ cohort, percent }) => [cohort, percent])),
  }))
}

/** Who pays in a model, the largest weight first. */
export async function findPayers(reader: Reader, model: string): Promise<readonly ModelPayer[]> {
  const [rows, organisations] = await Promise.all([
    reader
      .selectFrom('commissioning.payment_model_payer')
      .select(['organisation', 'weight'])
      .where('model', '=', model)
      .orderBy('weight', 'desc')
      .orderBy('organisation')
      .execute(),
    listOrganisations(reader),
  ])
  const names = new Map(organisations.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, name: names.get(row.organisation) ?? '' }))
}

/** The columns in which terms are stored. */
export interface TermsRow {
  readonly base: string
  readonly rate: bigint | null
  readonly step_weeks: number[]
  readonly step_rates: (bigint | string)[]
  readonly continue_weeks: number | null
  readonly on_relapse: string | null
  readonly block_pence: bigint | null
  readonly block_weeks: number | null
  readonly bonus_pence: bigint | null
  readonly claw_back_weeks: number | null
}

/** Terms as they are stored. */
export function termsOfRow(row: TermsRow): PaymentTerms {
  return {
    ...{ base: row.base as PaymentBase, rate: row.rate, continueWeeks: row.continue_weeks },
    steps: row.step_weeks.map((weeks, place) => ({ weeks, rate: BigInt(row.step_rates[place] ?? 0) })),
    ...{ onRelapse: row.on_relapse as RelapseTerm | null, blockPence: row.block_pence, blockWeeks: row.block_weeks },
    ...{ bonusPence: row.bonus_pence, clawBackWeeks: row.claw_back_weeks },
  }
}

/** Terms as columns. */
export function rowOfTerms(terms: PaymentTerms) {
  return {
    ...{ base: terms.base, rate: terms.rate, step_weeks: terms.steps.map(({ weeks }) => weeks) },
    ...{ step_rates: terms.steps.map(({ rate }) => rate), continue_weeks: terms.continueWeeks, on_relapse: terms.onRelapse },
    ...{
      block_pence: terms.blockPence,
      block_weeks: terms.blockWeeks,
      bonus_pence: terms.bonusPence,
      claw_back_weeks: terms.clawBackWeeks,
    },
  }
}
