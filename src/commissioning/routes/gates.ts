import type { Guarded } from '#governance/public.ts'
import { type Asked, type AskedBoard, askWith, withBody } from '#governance/public-data.ts'
import type { Gate } from '#platform/web/endpoints.tsx'
import { guard } from '../permission.ts'
import { type Agreement, findAgreement, guardedAgreement } from '../queries/agreements.ts'
import { findService, guardedService, type Service } from '../queries/commissioned-services.ts'
import { guardedOcidPrefix } from '../queries/contract-releases.ts'
import { findEntries, findReport, guardedEntry, guardedReport, type OfferReport } from '../queries/directory.ts'
import { findStrategy, guardedStrategy, type Strategy } from '../queries/strategies.ts'

const { demandOf } = guard
/** How a request begins: who asks, and about which board. */
export const { begin, ofBoard } = askWith(guard)

/** Anybody who asks for everything they may see. */
export const anybodyGate: Gate<Asked> = begin

/** Where an administrator comes from. */
export const administration = '/admin'

/** How contracts and grants of the place come out, for administrators. */
export const administrators: Gate<Asked> = async (reader, c) => {
  const asked = await begin(reader, c)
  demandOf(asked.standing, asked.visit, guardedOcidPrefix, 'change')
  return asked
}

/** A request about a service. */
export type AskedService = AskedBoard & { readonly service: Service }
/** A request about an agreement. */
export type AskedAgreement = AskedBoard & { readonly agreement: Agreement }

/** What a board commissions, in the matrix. */
export const commissioningOf = (body: string): Guarded => ({ record: 'commissioning', state: 'any', ties: { body } })

/** A board, and a verb on what it commissions. */
export function boardGate(verb = 'read', guarded: (body: string) => Guarded = commissioningOf): Gate<AskedBoard> {
  return (reader, c) => ofBoard(reader, c, guarded, verb)
}

/** A service, and a verb on it; row-level security let it through, so that reading is settled. */
export function serviceGate(verb: 'read' | 'change' | 'show'): Gate<AskedService> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const service = await findService(reader, asked.part('service'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedService(service), verb)
    return { ...(await withBody(asked, service.body)), service }
  }
}

/** An agreement, and a verb on it. */
export function agreementGate(verb: 'read' | 'change' | 'show'): Gate<AskedAgreement> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const agreement = await findAgreement(reader, asked.part('agreement'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedAgreement(agreement), verb)
    return { ...(await withBody(asked, agreement.body)), agreement }
  }
}

/** A service, for whoever keeps what the directory says of it. */
export const entryGate: Gate<AskedService> = async (reader, c) => {
  const asked = await serviceGate('read')(reader, c)
  const entry = (await findEntries(reader, [asked.service.id])).get(asked.service.id)
  demandOf(asked.standing, asked.visit, guardedEntry(asked.service, entry), 'change')
  return asked
}

/** A request about a commissioning strategy. */
export type AskedStrategy = AskedBoard & { readonly strategy: Strategy }

/** A strategy, and a verb on it. */
export function strategyGate(verb: 'read' | 'change' | 'show'): Gate<AskedStrategy> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const strategy = await findStrategy(reader, asked.part('strategy'), asked.visit.today)
    if (verb !== 'read') demandOf(asked.standing, asked.visit, guardedStrategy(strategy), verb)
    return { ...(await withBody(asked, strategy.body)), strategy }
  }
}

/** A request about a report on the early help offer. */
export type AskedReport = AskedBoard & { readonly report: OfferReport }

/** A report, for whoever settles it. */
export const reportGate: Gate<AskedReport> = async (reader, c) => {
  const asked = await begin(reader, c)
  const report = await findReport(reader, asked.part('report'))
  demandOf(asked.standing, asked.visit, guardedReport(report.body), 'settle')
  return { ...(await withBody(asked, report.body)), report }
}
