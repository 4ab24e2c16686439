import type { JSX } from 'hono/jsx/jsx-runtime'
import { allows } from '../commands/permit.ts'
import { DelegationPage } from '../pages/delegation-page.tsx'
import { DelegationsPage } from '../pages/delegations-page.tsx'
import { type DelegationRecord, findHeldByBody, findScheme } from '../queries/delegations.ts'
import { findReporting } from '../queries/reports.ts'
import { findTermsInForce } from '../queries/terms.ts'
import { delegationOf } from '../rules/delegation.ts'
import { chainOf } from '../rules/delegation-scheme.ts'
import { askedDay } from './asked-day.ts'
import { type Asked, known } from './endpoint.tsx'

const mayKeep = ({ standing, body }: Asked): boolean => allows(standing, { record: 'delegation', verb: 'add', ties: { body: body.id } })

/** Who may decide what for a board on the day behind '?on='; today without one. */
export async function delegationsPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, body } = asked
  const { onDay, form } = askedDay(asked)
  const terms = await findTermsInForce(reader, body.id, onDay)
  const scheme = await findScheme(reader, body.id, onDay)
  const inForce = scheme.filter(({ state }) => state === 'in-force')
  const functions = terms && (terms.functions.value ?? [])
  const view = {
    ...{ body, onDay, form, keeps: mayKeep(asked) },
    functions:
      terms &&
      functions?.map(({ key, name }) => ({
        name,
        own: delegationOf(terms, key),
        others: inForce.filter(({ origin, functionKey }) => origin === 'terms' && functionKey === key),
      })),
    byLaw: inForce.filter(({ origin }) => origin === 'law'),
    rest: scheme.filter(({ state }) => state !== 'in-force'),
    received: await findHeldByBody(reader, body.id, onDay),
    reporting: await reportsOf(asked, inForce, onDay),
  }
  return <DelegationsPage visit={visit} view={view} />
}

/** How each board that holds something reports back. */
async function reportsOf({ reader, body }: Asked, inForce: readonly DelegationRecord[], onDay: Temporal.PlainDate) {
  const holders = new Map(inForce.flatMap(({ holder, to }) => (holder.kind === 'body' ? [[holder.body, to] as const] : [])))
  if (holders.size === 0) return []
  const reporting = await findReporting(reader, onDay, body.id)
  return [...holders].map(([id, { name, slug = '' }]) => ({
    ...{ name, slug },
    report: reporting.find(({ relation }) => relation.from.id === id && relation.to.id === body.id),
  }))
}

/** One delegation. @throws NotFound */
export async function delegationPage(asked: Asked): Promise<JSX.Element> {
  const { reader, visit, body } = asked
  const scheme = await findScheme(reader, body.id, visit.today)
  const wanted = asked.id('delegation')
  const byId = new Map(scheme.map((one) => [one.id, one]))
  const delegation = known(byId.get(wanted))
  const line = chainOf(byId, wanted).flatMap(({ id }) => byId.get(id) ?? [])
  const below = scheme.filter(({ parent }) => parent === wanted)
  return <DelegationPage visit={visit} view={{ body, delegation, line: line.toReversed(), below, keeps: mayKeep(asked) }} />
}
