import { enterOrganisation, listOrganisations } from '#governance/public-data.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { type FieldProblem, fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type {
  ContactInput,
  EndSignInInput,
  IdentifierInput,
  NewProviderInput,
  ProviderInput,
  RateInput,
  RelationInput,
  SignInInput,
} from '../forms/provider.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { demand } from '../permission.ts'
import { findRelation, guardedRelation, type ProviderRelation } from '../queries/provider-relations.ts'
import { findProvider, guardedProvider, type Provider } from '../queries/providers.ts'
import { findSignIns } from '../queries/sign-ins.ts'
import { identifierAsWritten, nameForComparing } from '../rules/provider.ts'
import { contractProblem } from './contract-problem.ts'
import { auditStep, demandOne } from './write-record.ts'

type Needs = Pick<CommissioningNeeds, 'db'>
type Done = Promise<Result<string, FieldProblem>>

async function writing(needs: Needs, doer: Doer, work: (tx: Writer) => Done): Done {
  try {
    return await writeAs(needs.db, doer, work)
  } catch (error) {
    const problem = contractProblem(error)
    if (problem) return fail(problem)
    throw error
  }
}

/**
 * Enters a provider: an organisation that is known, or a new one. One with almost the same name is shown first, and never merged by itself (C11). Whoever
 * enters it does not approve what it is paid.
 */
export function addProvider(needs: Needs, doer: Doer, body: string, input: NewProviderInput): Done {
  return writing(needs, doer, async (tx) => {
    await demand(tx, doer, { record: 'contracts', state: 'any', ties: { body } }, 'add')
    const organisations = await listOrganisations(tx)
    if (input.organisation !== undefined && !organisations.some(({ id }) => id === input.organisation))
      return fail({ field: 'organisation', code: 'choice-unknown' })
    const { name } = input
    if ((input.organisation === undefined) === (name === undefined)) return fail({ field: 'organisation', code: 'provider-whom' })
    if ((input.vcse === 'not-known') !== (input.vcseSource === undefined)) return fail({ field: 'vcseSource', code: 'vcse-source' })
    if (name !== undefined && !input.another && organisations.some((one) => nameForComparing(one.name) === nameForComparing(name)))
      return fail({ field: 'another', code: 'name-alike' })
    const id = input.organisation ?? (await enterOrganisation(tx, { name: name ?? '', sector: 'provider', startsOn: doer.today }))
    await tx
      .insertInto('commissioning.provider')
      .values({ id, body, vcse: input.vcse, vcse_source: input.vcseSource ?? '', note: input.note ?? '' })
      .execute()
    await auditStep(tx, doer, 'provider-added', 'provider', id)
    return succeed(id)
  })
}

const inProvider = (needs: Needs, doer: Doer, id: string, act: string, work: (tx: Writer, provider: Provider) => Done): Done =>
  writing(needs, doer, async (tx) => {
    const provider = await findProvider(tx, id)
    await demand(tx, doer, guardedProvider(provider), 'change')
    const done = await work(tx, provider)
    if (done.ok) await auditStep(tx, doer, act, 'provider', id)
    return done
  })

/** Changes what is recorded of a provider. @throws Conflict where somebody else saved first */
export function changeProvider(needs: Needs, doer: Doer, id: string, input: ProviderInput): Done {
  return inProvider(needs, doer, id, 'provider-changed', async (tx) => {
    if ((input.vcse === 'not-known') !== (input.vcseSource === undefined)) return fail({ field: 'vcseSource', code: 'vcse-source' })
    const saved = await tx
      .updateTable('commissioning.provider')
      .set({ vcse: input.vcse, vcse_source: input.vcseSource ?? '', note: input.note ?? '', version: input.version + 1 })
      .where('id', '=', id)
      .where('version', '=', input.version)
      .executeTakeFirst()
    demandOne(saved)
    return succeed(id)
  })
}

/** Adds a number of a provider in a public list, as that list writes it. A number that another has is refused. */
export function addIdentifier(needs: Needs, doer: Doer, id: string, input: IdentifierInput): Done {
  return inProvider(needs, doer, id, 'provider-identified', async (tx) => {
    const value = identifierAsWritten(input.scheme, input.value)
    if (value === undefined) return fail({ field: 'value', code: 'identifier-reads' })
    const { scheme, source, startsOn, lastDay } = input
    await tx
      .insertInto('commissioning.provider_identifier')
      .values({ id: newId(), provider: id, scheme, value, source, starts_on: startsOn, ends_on: lastDay?.add({ days: 1 }) ?? null })
      .execute()
    return succeed(id)
  })
}

/** Says that a commissioner has to do with a provider. */
export function addRelation(needs: Needs, doer: Doer, id: string, input: RelationInput): Done {
  return inProvider(needs, doer, id, 'provider-relation', async (tx, provider) => {
    await tx
      .insertInto('commissioning.provider_relation')
      .values({
        ...{ id: newId(), provider: id, commissioner: input.commissioner, body: provider.body },
        ...{ note: input.note ?? '', starts_on: input.startsOn },
      })
      .execute()
    return succeed(id)
  })
}

/** Names who signs in for a provider and sees what is its own. */
export function addSignIn(needs: Needs, doer: Doer, id: string, input: SignInInput): Done {
  return inProvider(needs, doer, id, 'provider-contact', async (tx) => {
    await tx
      .insertInto('commissioning.officer')
      .values({ id: newId(), organisation: id, kind: 'provider', person: input.person, starts_on: input.startsOn })
      .execute()
    return succeed(id)
  })
}

/** Ends who signs in for a provider: from the day after the last nothing of the provider's own is seen any more. */
export function endSignIn(needs: Needs, doer: Doer, id: string, signIn: string, { lastDay }: EndSignInInput): Done {
  return inProvider(needs, doer, id, 'provider-contact-ended', async (tx) => {
    const found = (await findSignIns(tx, id)).find((one) => one.id === signIn)
    if (!found) throw new NotFound('No such sign-in.')
    const endsOn = lastDay.add({ days: 1 })
    const isOver = found.endsOn && Temporal.PlainDate.compare(found.endsOn, doer.today) <= 0
    if (isOver || Temporal.PlainDate.compare(endsOn, found.startsOn) <= 0)
      return fail({ field: 'lastDay', code: 'sign-in-ended', details: { part: 'day' } })
    await tx.updateTable('commissioning.officer').set({ ends_on: endsOn }).where('id', '=', signIn).execute()
    return succeed(id)
  })
}

/** Does something in what a commissioner has to do with a provider. */
export const inRelation = (
  needs: Needs,
  doer: Doer,
  id: string,
  act: string,
  work: (tx: Writer, relation: ProviderRelation) => Done,
): Done =>
  writing(needs, doer, async (tx) => {
    const relation = await findRelation(tx, id, doer.today)
    await demand(tx, doer, guardedRelation(relation), 'change')
    const done = await work(tx, relation)
    if (done.ok) await auditStep(tx, doer, act, 'provider-relation', id)
    return done
  })

/** The columns that everything of a relation carries. */
export const ofRelation = ({ id, body, provider }: ProviderRelation) => ({ relation: id, body, provider })

/** Adds whom a commissioner writes to. */
export function addContact(needs: Needs, doer: Doer, id: string, input: ContactInput): Done {
  return inRelation(needs, doer, id, 'provider-contact-added', async (tx, relation) => {
    const { name, post = '', email = '', phone = '', startsOn } = input
    await tx
      .insertInto('commissioning.provider_contact')
      .values({ id: newId(), ...ofRelation(relation), name, post, email, phone, starts_on: startsOn })
      .execute()
    return succeed(id)
  })
}

/** Records what a commissioner pays for a unit. */
export function addRate(needs: Needs, doer: Doer, id: string, input: RateInput): Done {
  return inRelation(needs, doer, id, 'provider-rate', async (tx, relation) => {
    const { unit, needBand, area = null, vat, amount, startsOn, lastDay } = input
    if (lastDay && Temporal.PlainDate.compare(lastDay, startsOn) < 0)
      return fail({ field: 'lastDay', code: 'ends-before-it-begins', details: { part: 'day' } })
    await tx
      .insertInto('commissioning.provider_rate')
      .values({
        ...{ id: newId(), ...ofRelation(relation), unit, need_band: needBand, area, vat, pence: amount },
        ...{ starts_on: startsOn, ends_on: lastDay?.add({ days: 1 }) ?? null },
      })
      .execute()
    return succeed(id)
  })
}
