import type { Context } from 'hono'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { demandOf } from '../permission.ts'
import { type Contract, findContract } from '../queries/contracts.ts'
import { type CarePackage, findPackage, findPayPeople, guardedPay, type PayPeople } from '../queries/packages.ts'
import { findModel, guardedModel, type PaymentModel } from '../queries/payment-models.ts'
import { findRun, type PaymentRun } from '../queries/payment-runs.ts'
import { begin } from './gates.ts'

/** A request about a model of payment. */
export type AskedModel = AskedBoard & { readonly model: PaymentModel }

/** A model, and a verb on it. */
export function modelGate(verb: 'read' | 'change' | 'show'): Gate<AskedModel> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const model = await findModel(reader, asked.part('model'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedModel(model), verb)
    return { ...(await withBody(asked, model.body)), model }
  }
}

/** A request about how packages of a contract are paid. */
export type AskedPay = AskedBoard & { readonly contract: Contract; readonly people: PayPeople; readonly mayPay: MayPay }
/** What one may do with payment under a contract. */
export interface MayPay {
  readonly terms: boolean
  readonly packages: boolean
  readonly approve: boolean
  readonly post: boolean
}
/** A request about one package. */
export type AskedPackage = AskedPay & { readonly carePackage: CarePackage; readonly mayReport: boolean }
/** A request about a run of payment. */
export type AskedRun = AskedPay & { readonly run: PaymentRun }

async function payOf(reader: Reader, c: Context<AppEnv, string>, id: string): Promise<AskedPay> {
  const asked = await begin(reader, c)
  const contract = await findContract(reader, id, asked.visit.today)
  const people = await findPayPeople(reader, contract, asked.visit.today)
  const withBoard = await withBody(asked, contract.body)
  const may = (record: 'payment-terms' | 'care-package' | 'payment-run', leads: readonly string[], verb: string, state?: string): boolean =>
    asked.may(guardedPay(record, contract.body, leads, state), verb)
  return {
    ...withBoard,
    ...{ contract, people },
    mayPay: {
      terms: may('payment-terms', people.keepers, 'change'),
      packages: may('care-package', people.brokers, 'change'),
      approve: may('payment-run', people.payers, 'approve', 'prepared'),
      post: may('payment-run', people.payers, 'post', 'approved'),
    },
  }
}

const everybodyOf = ({ keepers, brokers, payers, contacts }: PayPeople): readonly string[] => [
  ...keepers,
  ...brokers,
  ...payers,
  ...[...contacts.values()].flat(),
]

/** How packages of a contract are paid, and what one wants with it. @throws NotFound, Forbidden, SignInNeeded */
export function payGate(verb: 'read' | 'terms' | 'packages' | 'runs'): Gate<AskedPay> {
  return async (reader, c) => {
    const asked = await payOf(reader, c, c.req.param('contract') ?? '')
    const { contract, people, standing, visit } = asked
    if (verb === 'read') demandOf(standing, visit, guardedPay('payment-terms', contract.body, everybodyOf(people)), 'read')
    if (verb === 'terms') demandOf(standing, visit, guardedPay('payment-terms', contract.body, people.keepers), 'change')
    if (verb === 'packages') demandOf(standing, visit, guardedPay('care-package', contract.body, people.brokers), 'change')
    if (verb === 'runs') demandOf(standing, visit, guardedPay('payment-run', contract.body, people.brokers, 'prepared'), 'change')
    return asked
  }
}

/** A package that one may see, and what one wants with it. */
export function packageGate(verb: 'read' | 'change' | 'report'): Gate<AskedPackage> {
  return async (reader, c) => {
    const carePackage = await findPackage(reader, c.req.param('package') ?? '')
    const asked = await payOf(reader, c, carePackage.contract)
    const { people, standing, visit, contract } = asked
    const reporters = [...people.brokers, ...(people.contacts.get(carePackage.provider) ?? [])]
    if (verb !== 'read')
      demandOf(standing, visit, guardedPay('care-package', contract.body, verb === 'report' ? reporters : people.brokers), verb)
    return { ...asked, carePackage, mayReport: asked.may(guardedPay('care-package', contract.body, reporters), 'report') }
  }
}

/** A run that one may see, and what one wants with it. */
export function runGate(verb: 'read' | 'change' | 'approve' | 'post' | 'take-back'): Gate<AskedRun> {
  return async (reader, c) => {
    const run = await findRun(reader, c.req.param('run') ?? '')
    const asked = await payOf(reader, c, run.contract)
    const { people, standing, visit, contract } = asked
    const state = run.approvedOn === null ? 'prepared' : 'approved'
    // Taking a whole run back is another run, which is prepared like any.
    if (verb === 'take-back') demandOf(standing, visit, guardedPay('payment-run', contract.body, people.brokers, 'prepared'), 'change')
    else if (verb !== 'read')
      demandOf(standing, visit, guardedPay('payment-run', contract.body, verb === 'change' ? people.brokers : people.payers, state), verb)
    return { ...asked, run }
  }
}
