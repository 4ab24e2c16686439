import { Hono } from 'hono'
import type { AskedBoard } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import * as spending from '../commands/budget-entry.ts'
import * as commands from '../commands/delegated.ts'
import { delegatedPaths } from '../delegated-paths.ts'
import * as parse from '../forms/delegated.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { DelegatedPage } from '../pages/delegated-page.tsx'
import { LedListPage } from '../pages/led-page.tsx'
import { guard } from '../permission.ts'
import { type BudgetShare, findShare, guardedIndividuals, guardedShare } from '../queries/budget-share.ts'
import { findServices } from '../queries/commissioned-services.ts'
import {
  type Delegated,
  findBudgetEntries,
  findBudgetRules,
  findBudgetSums,
  findDelegated,
  findFactors,
  findHolders,
  findIndividual,
} from '../queries/delegated.ts'
import { listFunds } from '../queries/funds.ts'
import { listLed } from '../queries/led-records.ts'
import { findProviders } from '../queries/providers.ts'
import { pounds } from '../words/pence.ts'
import { shownDecisions } from './agreement-change.tsx'
import * as shapes from './delegated-shapes.ts'
import { formAt } from './endpoint.ts'
import { boardGate, commissioningOf } from './gates.ts'
import { individualRoutes } from './individual.tsx'
import { type AskedLed, ledGate, ledVerbs, showLedAt } from './led-gates.ts'

const kind = 'delegated'
const at = ledPaths.record(kind, `:${kind}`)
const to = (id: string) => ledPaths.record(kind, id)

/** Budgets that others spend under rules, and budgets of persons (C14). */
export function delegatedRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, ledPaths.ofBoard(kind, ':slug'), boardGate(), listPage)
  formAt(app, needs, ledPaths.create(kind, ':slug'), boardGate('add'), async (asked) =>
    form(await shapes.delegatedShape(asked, undefined), parse.parseDelegated, async (doer, input) =>
      leadTo(await commands.addDelegated(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, at, ledGate(kind, 'read'), delegatedPage)
  showLedAt(app, needs, kind)
  dividing(app, needs)
  ending(app, needs)
  shares(app, needs)
  individualRoutes(app, needs)
  return app
}

function dividing(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = ledGate(kind, 'change')
  formAt(app, needs, `${at}/edit`, gate, async (asked) =>
    form(
      await shapes.delegatedShape(asked, { record: asked.record, budget: await budgetOf(asked) }),
      parse.parseChangedDelegated,
      async (doer, input) => leadTo(await commands.changeDelegated(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/holders`, gate, async (asked) =>
    form(await shapes.holderShape(asked), parse.parseHolder, async (doer, input) =>
      leadTo(await commands.addHolder(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/factors`, gate, async (asked) => {
    const holders = await findHolders(asked.reader, asked.record.id)
    const parsed = parse.parseFactor(holders.map(({ id }) => id))
    return form(shapes.factorShape(asked, holders), parsed, async (doer, input) =>
      leadTo(await commands.addFactor(needs, doer, asked.record.id, input), to),
    )
  })
  formAt(app, needs, `${at}/hand-over`, gate, async (asked) =>
    form(await shapes.handShape(asked), parse.parseHand, async (doer, input) =>
      leadTo(await commands.handOver(needs, doer, asked.record.id, input), to),
    ),
  )
  formAt(app, needs, `${at}/rules`, gate, async (asked) =>
    form(await shapes.budgetRuleShape(asked), parse.parseBudgetRule, async (doer, input) =>
      leadTo(await commands.addBudgetRule(needs, doer, asked.record.id, input), to),
    ),
  )
}

function ending(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  formAt(app, needs, delegatedPaths.endRule(`:${kind}`, ':rule'), ledGate(kind, 'change'), async (asked) => {
    const rule = (await findBudgetRules(asked.reader, asked.record.id)).find(({ id }) => id === asked.part('rule'))
    if (!rule) throw new NotFound('No such rule.')
    return form(shapes.ruleEndShape(asked, rule), parse.parseRuleEnd, async (doer, input) =>
      leadTo(await commands.endBudgetRule(needs, doer, asked.record.id, rule.id, input), to),
    )
  })
}

type AskedShare = AskedLed & { readonly share: BudgetShare }
/** A share, for whoever may spend it; `holderOf` says which. */
const shareGate =
  (holderOf: (asked: AskedLed) => Promise<string> | string): Gate<AskedShare> =>
  async (reader, c) => {
    const asked = await ledGate(kind, 'read')(reader, c)
    const share = await findShare(reader, asked.record, await holderOf(asked))
    guard.demandOf(asked.standing, asked.visit, guardedShare(share), 'spend')
    return { ...asked, share }
  }

async function entryOf({ reader, record, part }: AskedLed) {
  const found = (await findBudgetEntries(reader, record.id)).find(({ id }) => id === part('entry'))
  if (!found) throw new NotFound('No such entry.')
  return found
}

function shares(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const gate = shareGate(({ part }) => part('holder'))
  formAt(app, needs, delegatedPaths.share(`:${kind}`, ':holder', 'purchases'), gate, async (asked) =>
    form(await shapes.purchaseShape(asked, asked.share.holder), parse.parsePurchase, async (doer, input) =>
      leadTo(await spending.buyFromShare(needs, doer, asked.record.id, asked.share.id, input), to),
    ),
  )
  formAt(app, needs, delegatedPaths.share(`:${kind}`, ':holder', 'returns'), gate, async (asked) =>
    form(shapes.returnedShape(asked, asked.share.holder), parse.parseReturned, async (doer, input) =>
      leadTo(await spending.returnFromShare(needs, doer, asked.record.id, asked.share.id, input), to),
    ),
  )
  const undoGate = shareGate(async (asked) => (await entryOf(asked)).holder)
  formAt(app, needs, delegatedPaths.undo(`:${kind}`, ':entry'), undoGate, async (asked) => {
    const entry = await entryOf(asked)
    return form(shapes.undoShape(asked, entry), parse.parseUndo, async (doer, input) =>
      leadTo(await spending.undoInShare(needs, doer, asked.record.id, entry.id, input), to),
    )
  })
}

async function budgetOf({ reader, record }: AskedLed): Promise<Delegated> {
  const found = (await findDelegated(reader, [record.id])).get(record.id)
  if (!found) throw new NotFound('No such budget.')
  return found
}

async function listPage({ reader, visit, body, may }: AskedBoard) {
  const [records, persons, own] = await Promise.all([
    listLed(reader, kind, body.id, visit.today),
    guardedIndividuals(reader, body.id, visit.today),
    findIndividual(reader, { body: body.id }),
  ])
  const budgets = await findDelegated(
    reader,
    records.map(({ id }) => id),
  )
  return (
    <LedListPage
      visit={visit}
      board={body}
      kind={kind}
      headings={['Sum', 'How it stands']}
      rows={records.map((record) => {
        const budget = budgets.get(record.id)
        return { record, cells: budget ? [pounds(budget.pence), budget.handedOn ? 'Handed over' : 'It is being divided'] : [] }
      })}
      mayAdd={may(commissioningOf(body.id), 'add')}
      above={
        (may(persons, 'read') || own.length > 0) && (
          <p class="govuk-body">
            <a class="govuk-link" href={delegatedPaths.individuals(body.slug)}>
              Budgets of persons
            </a>
          </p>
        )
      }
    />
  )
}

async function delegatedPage(asked: AskedLed) {
  const { reader, visit, body, record, may } = asked
  const id = record.id
  const budget = await budgetOf(asked)
  const [holders, factors, rules, entries, sums] = await Promise.all([
    findHolders(reader, id),
    findFactors(reader, id),
    findBudgetRules(reader, id),
    findBudgetEntries(reader, id),
    findBudgetSums(reader, id),
  ])
  const ids = <One,>(of: readonly One[], pick: (one: One) => string | undefined) => [...new Set(of.flatMap((one) => pick(one) ?? []))]
  const [services, providers, funds, decisions] = await Promise.all([
    findServices(
      reader,
      ids(rules, ({ service }) => service),
      visit.today,
    ),
    findProviders(
      reader,
      ids(entries, ({ provider }) => provider),
    ),
    budget.fund === undefined ? [] : listFunds(reader, body.id, visit.today),
    shownDecisions(reader, budget.decision === undefined ? [] : [budget.decision]),
  ])
  const mayKeep = may(guardedShare({ record, holder: { person: undefined } as never, me: undefined }), 'spend')
  return (
    <DelegatedPage
      visit={visit}
      board={body}
      record={record}
      budget={budget}
      holders={holders}
      factors={factors}
      rules={rules}
      entries={entries}
      sums={sums}
      titles={new Map([...services.map((one) => [one.id, one.title] as const), ...providers.map((one) => [one.id, one.name] as const)])}
      fundTitle={funds.find((one) => one.id === budget.fund)?.title}
      decision={decisions.get(budget.decision ?? '')}
      may={ledVerbs(asked)}
      spends={new Set(holders.filter(({ isMine }) => isMine || mayKeep).map((holder) => holder.id))}
    />
  )
}
