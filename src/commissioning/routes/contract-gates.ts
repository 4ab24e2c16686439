import type { Guarded } from '#governance/public.ts'
import { type AskedBoard, withBody } from '#governance/public-data.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { guard } from '../permission.ts'
import type { PerformanceNotice } from '../queries/contract-parts.ts'
import { type Contract, findContract, guardedContract } from '../queries/contracts.ts'
import { findPerformanceNotice } from '../queries/performance-notice.ts'
import { findProvider, guardedProvider, type Provider } from '../queries/providers.ts'
import { begin, boardGate } from './gates.ts'

const { demandOf } = guard

/** A request about a contract. */
export type AskedContract = AskedBoard & { readonly contract: Contract }
/** A request about a provider. */
export type AskedProvider = AskedBoard & { readonly provider: Provider }

/** The contracts of a board in the matrix. */
export const contractsOf = (body: string): Guarded => ({ record: 'contracts', state: 'any', ties: { body } })

/** The files of notices that a board brings, in the matrix. */
export const noticesOf = (body: string): Guarded => ({ record: 'notices', state: 'any', ties: { body } })

/** A board whose notices one may bring. */
export const noticesGate = (): Gate<AskedBoard> => boardGate('bring', noticesOf)

/** What a board foresees as it comes out, in the matrix. */
export const foreseenOf = (body: string): Guarded => ({ record: 'foreseen', state: 'any', ties: { body } })

/** The files of a register that a board brings, in the matrix. */
export const registersOf = (body: string): Guarded => ({ record: 'register-files', state: 'any', ties: { body } })

/** A board whose register one may bring. */
export const registersGate = (): Gate<AskedBoard> => boardGate('bring', registersOf)

/** A board, and a verb on its contracts and providers. */
export const contractsGate = (verb: 'read' | 'add' = 'read'): Gate<AskedBoard> => boardGate(verb, contractsOf)

/** A contract, and a verb on it; row-level security let it through, so that reading is settled. */
export function contractGate(verb: 'read' | 'change' | 'show' | 'clear'): Gate<AskedContract> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const contract = await findContract(reader, asked.part('contract'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedContract(contract), verb)
    return { ...(await withBody(asked, contract.body)), contract }
  }
}

/** A notice of poor performance under a contract, for whoever keeps the contract. */
export const noticeGate: Gate<AskedContract & { readonly notice: PerformanceNotice }> = async (reader, c) => {
  const asked = await begin(reader, c)
  const notice = await findPerformanceNotice(reader, asked.part('notice'))
  const contract = await findContract(reader, notice.contract, asked.visit.today)
  demandOf(asked.standing, asked.visit, guardedContract(contract), 'change')
  return { ...(await withBody(asked, contract.body)), contract, notice }
}

/** A provider, and a verb on it. */
export function providerGate(verb: 'read' | 'change'): Gate<AskedProvider> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const provider = await findProvider(reader, asked.part('provider'))
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedProvider(provider), verb)
    return { ...(await withBody(asked, provider.body)), provider }
  }
}
