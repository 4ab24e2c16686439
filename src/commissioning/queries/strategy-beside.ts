import type { Reader } from '#platform/database/session.ts'
import { stageOf } from '../rules/framework.ts'
import { findMarketsAbout } from './markets.ts'

/** What other registers say of a strategy, as far as one may see them. */
export interface StrategyBeside {
  readonly markets: readonly { readonly id: string; readonly title: string }[]
  /** The ways of paying that were compared for it. */
  readonly models: readonly { readonly id: string; readonly title: string; readonly isChosen: boolean }[]
  /** What of it goes through a commissioning framework; `stage` undefined: it went through all of it. */
  readonly cases: readonly { readonly framework: string; readonly title: string; readonly stage: string | undefined }[]
}

/** The markets, models of payment and cases of a strategy (C1, C2, C10, C12). */
export async function findStrategyBeside(reader: Reader, strategy: string): Promise<StrategyBeside> {
  const [markets, models, cases] = await Promise.all([
    findMarketsAbout(reader, { strategy }),
    reader
      .selectFrom('commissioning.payment_model')
      .select(['id', 'title', 'chosen'])
      .where('strategy', '=', strategy)
      .orderBy('title')
      .execute(),
    reader
      .selectFrom('commissioning.framework_case')
      .select(['id', 'edition', 'framework', 'title'])
      .where('strategy', '=', strategy)
      .orderBy('begun_on', 'desc')
      .orderBy('id')
      .execute(),
  ])
  const stages = cases.length === 0 ? [] : await findStages(reader, strategy)
  const passed = cases.length === 0 ? [] : await findPassed(reader, strategy)
  return {
    markets,
    models: models.map(({ id, title, chosen }) => ({ id, title, isChosen: chosen !== null })),
    cases: cases.map(({ id, edition, framework, title }) => ({
      ...{ framework, title },
      stage: stageOf(
        stages.filter((one) => one.edition === edition),
        passed.filter((one) => one.of_case === id),
      )?.name,
    })),
  }
}

const findStages = (reader: Reader, strategy: string) =>
  reader
    .selectFrom('commissioning.stage')
    .select(['id', 'edition', 'position', 'name'])
    .where('edition', 'in', (eb) => eb.selectFrom('commissioning.framework_case').select('edition').where('strategy', '=', strategy))
    .execute()

const findPassed = (reader: Reader, strategy: string) =>
  reader
    .selectFrom('commissioning.gate_passed')
    .select(['of_case', 'stage'])
    .where('of_case', 'in', (eb) => eb.selectFrom('commissioning.framework_case').select('id').where('strategy', '=', strategy))
    .execute()
