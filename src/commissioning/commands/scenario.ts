import { newId } from '#platform/database/ids.ts'
import type { Writer } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  ChangedScenarioInput,
  FundingRemovalInput,
  ScenarioFundingInput,
  ScenarioInput,
  ScenarioYearInput,
} from '../forms/scenario.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { listFunds } from '../queries/funds.ts'
import { findLed } from '../queries/led-records.ts'
import { findAssumptions, findScenarioFunding } from '../queries/scenarios.ts'
import { listStrategies } from '../queries/strategies.ts'
import { latestAssumptions, scenarioYears, yearsOutOfOrder } from '../rules/scenario.ts'
import { addLed, changeLed, ledStep, saveLed } from './led-record.ts'
import { takeStep } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Written = Promise<Result<string, FieldProblem>>
const kind = 'scenario'

/** Begins to say what a new duty would cost (C5). */
export function addScenario(needs: Needs, doer: Doer, body: string, input: ScenarioInput): Written {
  return addLed(needs, doer, { kind, body }, { ...input, columns: columnsOf(input) }, (tx) => scenarioProblem(tx, doer, body, input))
}

/** Changes what a scenario is about; what is assumed stands beside it. */
export function changeScenario(needs: Needs, doer: Doer, id: string, input: ChangedScenarioInput): Written {
  return changeLed(needs, doer, { kind, id }, { ...input, columns: columnsOf(input) }, async (tx) => {
    const { body } = await findLed(tx, kind, id, doer.today)
    return scenarioProblem(tx, doer, body, input)
  })
}

async function scenarioProblem(tx: Writer, { today }: Doer, body: string, input: ScenarioInput): Promise<FieldProblem | undefined> {
  const { service, strategy } = input
  if (service !== undefined && !(await listServices(tx, body, today)).some(({ id }) => id === service))
    return { field: 'service', code: 'choice-unknown' }
  if (strategy !== undefined && !(await listStrategies(tx, body, today)).some(({ id }) => id === strategy))
    return { field: 'strategy', code: 'choice-unknown' }
  return undefined
}

const columnsOf = ({ duty, service, strategy }: ScenarioInput) => ({ duty, service: service ?? null, strategy: strategy ?? null })

/** Says what is assumed of a year, low, central and high; what was assumed of it before stays to be read. */
export function assumeYear(needs: Needs, doer: Doer, id: string, input: ScenarioYearInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'scenario-assumed', input.version), async (tx, record) => {
    if (Temporal.PlainDate.compare(input.saidOn, doer.today) > 0)
      return fail({ field: 'saidOn', code: 'in-the-future', details: { part: 'day' } })
    const said = assumptionsOf(input)
    const all = latestAssumptions([...(await findAssumptions(tx, [id])), ...said])
    if (yearsOutOfOrder(scenarioYears(all, [])).some((year) => year >= input.year))
      return fail({ field: 'volumeHigh', code: 'options-out-of-order' })
    await tx
      .insertInto('commissioning.scenario_assumption')
      .values(
        said.map(({ takeUp, saidOn, ...one }) => ({
          ...{ ...one, scenario: id, body: record.body, sight: record.sight, take_up: takeUp, said_on: saidOn },
        })),
      )
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

function assumptionsOf(input: ScenarioYearInput) {
  const { year, source, saidOn } = input
  const known = () => ({ id: newId(), year, source, saidOn })
  return [
    {
      ...{ ...known(), option: 'low' as const },
      ...{ volume: input.volumeLow, takeUp: input.takeUpLow, unit: input.unitLow, rise: input.riseLow },
    },
    {
      ...{ ...known(), option: 'central' as const },
      ...{ volume: input.volumeCentral, takeUp: input.takeUpCentral, unit: input.unitCentral, rise: input.riseCentral },
    },
    {
      ...{ ...known(), option: 'high' as const },
      ...{ volume: input.volumeHigh, takeUp: input.takeUpHigh, unit: input.unitHigh, rise: input.riseHigh },
    },
  ]
}

/** Names money for a year of which something is assumed. */
export function nameFunding(needs: Needs, doer: Doer, id: string, input: ScenarioFundingInput): Written {
  const { year, pence, fund, source, version } = input
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'scenario-funding-named', version), async (tx, record) => {
    const [assumed, named, funds] = await Promise.all([
      findAssumptions(tx, [id]),
      findScenarioFunding(tx, [id]),
      listFunds(tx, record.body, doer.today),
    ])
    if (!assumed.some((one) => one.year === year)) return fail({ field: 'year', code: 'year-not-assumed' })
    if (fund !== undefined && !funds.some((one) => one.id === fund)) return fail({ field: 'fund', code: 'choice-unknown' })
    if (named.some((one) => one.year === year && one.fund === fund && one.source === source))
      return fail({ field: 'source', code: 'funding-named-already' })
    await tx
      .insertInto('commissioning.scenario_funding')
      .values({ id: newId(), scenario: id, body: record.body, sight: record.sight, year, pence, fund: fund ?? null, source })
      .execute()
    await saveLed(tx, record, {})
    return succeed(id)
  })
}

/** Says that money is not named any longer; the audit keeps that it was. */
export function removeFunding(needs: Needs, doer: Doer, id: string, funding: string, input: FundingRemovalInput): Written {
  return takeStep(needs.db, doer, ledStep(doer, { kind, id }, 'scenario-funding-removed', input.version), async (tx, record) => {
    const { numDeletedRows } = await tx
      .deleteFrom('commissioning.scenario_funding')
      .where('id', '=', funding)
      .where('scenario', '=', id)
      .executeTakeFirstOrThrow()
    if (numDeletedRows === 0n) throw new NotFound('No such money.')
    await saveLed(tx, record, {})
    return succeed(id)
  })
}
