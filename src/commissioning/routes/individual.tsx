import type { Hono } from 'hono'
import { findPeopleNames, listOrganisations, withBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as spending from '../commands/budget-entry.ts'
import { delegatedPaths } from '../delegated-paths.ts'
import * as parse from '../forms/delegated.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { IndividualPage, IndividualsPage } from '../pages/individual-page.tsx'
import { guard } from '../permission.ts'
import { guardedIndividual, guardedIndividuals, myPerson } from '../queries/budget-share.ts'
import { findIndividual, findIndividualEntries, findIndividualSums } from '../queries/delegated.ts'

import { formAt } from './endpoint.ts'
import { begin, boardGate } from './gates.ts'
import * as shapes from './individual-shapes.ts'

const at = delegatedPaths.individual(':individual')
const to = (id: string) => delegatedPaths.individual(id)

/** The budget of one person, for those who work with that person: nobody else learns that it is there. */
const individualGate: Gate<shapes.AskedIndividual> = async (reader, c) => {
  const asked = await begin(reader, c)
  const id = asked.part('individual')
  const [budget] = isUuid(id) ? await findIndividual(reader, { id }) : []
  if (!budget) throw new NotFound('No such budget.')
  guard.demandOf(asked.standing, asked.visit, guardedIndividual(budget, asked.visit.today), 'change')
  return { ...(await withBody(asked, budget.body)), budget }
}

const personsGate =
  (verb: 'read' | 'add') =>
  async (...[reader, c]: Parameters<ReturnType<typeof boardGate>>) => {
    const asked = await boardGate()(reader, c)
    const [guarded, own, me] = await Promise.all([
      guardedIndividuals(reader, asked.body.id, asked.visit.today),
      findIndividual(reader, { body: asked.body.id }),
      myPerson(reader),
    ])
    // Whoever works with a person finds the way to that budget, also without a seat at the board.
    if (verb === 'add' || own.length === 0) guard.demandOf(asked.standing, asked.visit, guarded, verb)
    return { ...asked, own, me, mayAdd: asked.may(guarded, 'add') }
  }

/** Puts the pages and forms of budgets of persons at their addresses. */
export function individualRoutes(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  pageAt(app, needs, delegatedPaths.individuals(':slug'), personsGate('read'), async ({ reader, visit, body, own, mayAdd }) => (
    <IndividualsPage visit={visit} board={body} own={own} sums={await findIndividualSums(reader, body.id)} mayAdd={mayAdd} />
  ))
  formAt(app, needs, delegatedPaths.openIndividual(':slug'), personsGate('add'), async (asked) =>
    form(await shapes.individualShape(asked), parse.parseIndividual, async (doer, input) =>
      leadTo(await spending.openIndividual(needs, doer, asked.body.id, input), to),
    ),
  )
  pageAt(app, needs, at, individualGate, individualPage)
  formAt(app, needs, `${at}/readers`, individualGate, async (asked) =>
    form(await shapes.readerShape(asked), parse.parseReader, async (doer, input) =>
      leadTo(await spending.addReader(needs, doer, asked.budget.id, input), to),
    ),
  )
  for (const [step, kind] of [
    ['purchases', 'purchase'],
    ['returns', 'returned'],
  ] as const)
    formAt(app, needs, `${at}/${step}`, individualGate, async (asked) =>
      form(shapes.individualEntryShape(asked, kind), parse.parseReturned, async (doer, input) =>
        leadTo(await spending.spendIndividual(needs, doer, asked.budget.id, kind, input), to),
      ),
    )
  formAt(app, needs, `${at}/entries/:entry/undo`, individualGate, async (asked) => {
    const entry = (await findIndividualEntries(asked.reader, asked.budget.id)).find(({ id }) => id === asked.part('entry'))
    if (!entry) throw new NotFound('No such entry.')
    return form(shapes.undoIndividualShape(asked, entry), parse.parseUndo, async (doer, input) =>
      leadTo(await spending.undoIndividual(needs, doer, asked.budget.id, entry.id, input), to),
    )
  })
}

async function individualPage({ reader, visit, body, budget }: shapes.AskedIndividual) {
  const [entries, people, organisations] = await Promise.all([
    findIndividualEntries(reader, budget.id),
    findPeopleNames(reader, [budget.professional, budget.openedBy, ...budget.readers.map(({ person }) => person)]),
    listOrganisations(reader),
  ])
  return (
    <IndividualPage
      visit={visit}
      board={body}
      budget={budget}
      entries={entries}
      people={people}
      leadName={organisations.find(({ id }) => id === budget.lead)?.name ?? ''}
    />
  )
}
