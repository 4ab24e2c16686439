import { Hono } from 'hono'
import { type AskedBoard, findOrganisation, withBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/provider.ts'
import { makeLetter } from '../commands/provider-letter.ts'
import { providerPaths } from '../contract-paths.ts'
import * as forms from '../forms/provider.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { ProviderPage } from '../pages/provider-page.tsx'
import { ProvidersPage } from '../pages/providers-page.tsx'
import { RatesPage } from '../pages/rates-page.tsx'
import { guard } from '../permission.ts'
import { type BoardRate, findBoardRates, findFewestRates } from '../queries/board-rates.ts'
import { findContractsOfProviders, listContracts } from '../queries/contracts.ts'
import { findContacts, findLetters, findRates, findRelation, findRelations, guardedRelation } from '../queries/provider-relations.ts'
import { findProvider, guardedProvider, listProviders } from '../queries/providers.ts'
import { findSignIns } from '../queries/sign-ins.ts'
import { bindingStates } from '../rules/contract.ts'
import { compareRates, sharedProviders, spreadOf } from '../rules/rate-comparison.ts'
import { type AskedProvider, contractsGate, contractsOf, providerGate } from './contract-gates.ts'
import { formAt } from './endpoint.ts'
import { begin } from './gates.ts'
import * as shapes from './provider-shapes.ts'

const ON_A_PAGE = 20

/** Providers: the register and each of them, for everybody; what a commissioner has to do with one, for those who keep it. */
export function providerRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const paged: Gate<AskedBoard & { readonly page: number }> = async (reader, c) => {
    const asked = /^[1-9]\d{0,3}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1
    return { ...(await contractsGate()(reader, c)), page: asked }
  }
  pageAt(app, needs, '/boards/:slug/providers', paged, async ({ reader, visit, body, may, page: asked }) => {
    const [all, contracts, rates] = await Promise.all([
      listProviders(reader),
      listContracts(reader, body.id, visit.today),
      findBoardRates(reader, body.id, visit.today),
    ])
    const inForce = contracts.filter(({ state }) => bindingStates.has(state))
    const pages = Math.max(1, Math.ceil(all.length / ON_A_PAGE))
    const page = Math.min(asked, pages)
    return (
      <ProvidersPage
        visit={visit}
        board={body}
        providers={all.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)}
        total={all.length}
        shared={sharedProviders(inForce.map((one) => ({ ...one, providers: one.providers.map(({ provider }) => provider) })))}
        mayCompare={may(rates.guarded, 'read')}
        vcse={all.filter(({ vcse }) => vcse === 'yes').length}
        page={page}
        pages={pages}
        mayAdd={may(contractsOf(body.id), 'add')}
      />
    )
  })
  pageAt(app, needs, '/boards/:slug/providers/rates', ratesGate, async ({ reader, visit, body, rates }) => {
    const names = new Map(rates.map(({ provider, name }) => [provider, name]))
    const compared = compareRates(rates).map((one) => ({ ...one, name: names.get(one.provider) ?? '' }))
    const fewest = await findFewestRates(reader, visit.today)
    return <RatesPage visit={visit} board={body} compared={compared} spreads={spreadOf(rates, fewest)} fewest={fewest} />
  })
  pageAt(app, needs, '/providers/:provider', providerGate('read'), providerPage)
  providerForms(app, needs)
  relationForms(app, needs)
  return app
}

async function providerPage({ reader, visit, body, provider, may }: AskedProvider) {
  const [organisation, contracts, relations] = await Promise.all([
    findOrganisation(reader, provider.id),
    findContractsOfProviders(reader, [provider.id], visit.today),
    findRelations(reader, { providers: [provider.id] }, visit.today),
  ])
  const ids = relations.map(({ id }) => id)
  const mayChange = may(guardedProvider(provider), 'change')
  const [rates, letters, contacts, signIns] = await Promise.all([
    findRates(reader, ids),
    findLetters(reader, { relations: ids }),
    findContacts(reader, ids),
    mayChange ? findSignIns(reader, provider.id) : [],
  ])
  const history = [
    ...(organisation?.names ?? []).map(({ name }) => `Was called ${name}`),
    ...(organisation?.predecessors ?? []).map((one) => `Came after ${one.organisation.name}`),
    ...(organisation?.successors ?? []).map((one) => `Was followed by ${one.organisation.name}`),
  ]
  return (
    <ProviderPage
      visit={visit}
      board={body}
      provider={provider}
      history={history}
      organisation={{ text: 'Its people and seats', href: `/organisations/${provider.id}` }}
      contracts={contracts}
      relations={relations.map((relation) => ({
        relation,
        rates: rates.filter((one) => one.relation === relation.id),
        letters: letters.filter((one) => one.relation === relation.id),
        contacts: contacts.filter((one) => one.relation === relation.id),
        mayChange: may(guardedRelation(relation), 'change'),
      }))}
      signIns={signIns}
      mayChange={mayChange}
    />
  )
}

const to = providerPaths.provider

function providerForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/providers/:provider'
  formAt(app, needs, '/boards/:slug/providers/new', contractsGate('add'), async (asked) =>
    form(await shapes.newProviderShape(asked), forms.parseNewProvider, async (doer, input) =>
      leadTo(await commands.addProvider(needs, doer, asked.body.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/edit`, providerGate('change'), async (asked) =>
    form(shapes.providerShape(asked), forms.parseProvider, async (doer, input) =>
      leadTo(await commands.changeProvider(needs, doer, asked.provider.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/identifiers`, providerGate('change'), async (asked) =>
    form(shapes.identifierShape(asked), forms.parseIdentifier, async (doer, input) =>
      leadTo(await commands.addIdentifier(needs, doer, asked.provider.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/relations`, providerGate('change'), async (asked) =>
    form(await shapes.relationShape(asked), forms.parseRelation, async (doer, input) =>
      leadTo(await commands.addRelation(needs, doer, asked.provider.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/sign-in`, providerGate('change'), async (asked) =>
    form(await shapes.signInShape(asked), forms.parseSignIn, async (doer, input) =>
      leadTo(await commands.addSignIn(needs, doer, asked.provider.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/sign-in/:signin`, providerGate('change'), async (asked) => {
    const signIn = (await findSignIns(asked.reader, asked.provider.id)).find(({ id }) => id === asked.part('signin'))
    if (!signIn) throw new NotFound('No such sign-in.')
    return form(shapes.endSignInShape(asked, signIn), forms.parseEndSignIn, async (doer, input) =>
      leadTo(await commands.endSignIn(needs, doer, asked.provider.id, signIn.id, input), to),
    )
  })
}

/** What the commissioners of a board pay, for its clerk and for those who commission there. */
const ratesGate: Gate<AskedBoard & { readonly rates: readonly BoardRate[] }> = async (reader, c) => {
  const asked = await contractsGate()(reader, c)
  const { guarded, rates } = await findBoardRates(reader, asked.body.id, asked.visit.today)
  guard.demandOf(asked.standing, asked.visit, guarded, 'read')
  return { ...asked, rates }
}

/** What a commissioner has to do with a provider, for those who keep it. */
const relationGate: Gate<shapes.AskedRelation> = async (reader, c) => {
  const asked = await begin(reader, c)
  const relation = await findRelation(reader, asked.part('relation'), asked.visit.today)
  guard.demandOf(asked.standing, asked.visit, guardedRelation(relation), 'change')
  return { ...(await withBody(asked, relation.body)), provider: await findProvider(reader, relation.provider), relation }
}

function relationForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const at = '/provider-relations/:relation'
  formAt(app, needs, `${at}/contacts`, relationGate, async (asked) =>
    form(shapes.contactShape(asked), forms.parseContact, async (doer, input) =>
      leadTo(await commands.addContact(needs, doer, asked.relation.id, input), () => to(asked.provider.id)),
    ),
  )
  formAt(app, needs, `${at}/rates`, relationGate, async (asked) =>
    form(await shapes.rateShape(asked), forms.parseRate, async (doer, input) =>
      leadTo(await commands.addRate(needs, doer, asked.relation.id, input), () => to(asked.provider.id)),
    ),
  )
  formAt(app, needs, `${at}/letters`, relationGate, async (asked) =>
    form(shapes.letterShape(asked), forms.parseLetter, async (doer, input) =>
      leadTo(await makeLetter(needs, doer, asked.relation.id, input.year), providerPaths.letter),
    ),
  )
}
