import type { Hono } from 'hono'
import { writeAtOneMoment } from '#platform/database/session.ts'
import { typesetDocument } from '#platform/documents/pdf/typeset-pack.ts'
import { makeTurns } from '#platform/documents/uploads/turns.ts'
import { dayOf } from '#platform/time/london.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { wordsOf } from '../commands/paper-sure.ts'
import { found } from '../commands/plan-look.ts'
import { printPlan, reviewPlan } from '../commands/plan-review.ts'
import { parsePrint, parseReview } from '../forms/plan-review.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { type PlanForReader, PlanPrintPage } from '../pages/plan-print-page.tsx'
import { PlanReviewPage } from '../pages/plan-review-page.tsx'
import { familyPaths } from '../paths.ts'
import { planDocument } from '../plan-document.ts'
import { contactsFor, findWhetherWordsTell } from '../queries/contacts.ts'
import { addressesFor, findShields } from '../queries/people.ts'
import { findPrints, findReviewLines, findSignedPages } from '../queries/plan.ts'
import { findPlanThen } from '../queries/plan-then.ts'
import { findDissents } from '../queries/putting-right.ts'
import { findAgreements } from '../queries/record.ts'
import { mayIn } from '../rules/access.ts'
import { latestNextReview } from '../rules/plan.ts'
import { editionWords, progressWords, renewalWords, verdictWords } from '../words/plan.ts'
import { ownPageRoutes } from './own-page.tsx'
import { type AskedPlan, planForm, planGate, whoOptions } from './plan-gate.ts'
import { contentFormAt } from './sections.tsx'
import { signedCopyRoutes } from './signed-copy.ts'

const root = '/families/:episode/plan'
const turns = makeTurns(1, 8)

/** Reviews of a plan, the family's own page, and the plan on paper for one reader. */
export function planReviewRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const [read, lead] = [planGate('plan-read'), planGate('plan-lead')]
  contentFormAt(app, needs, `${root}/reviews/new`, lead, async (asked) => {
    const ids = asked.plan.needs.map(({ id }) => id)
    return form(
      reviewShape(asked),
      (body) => parseReview(body, ids),
      async (doer, input) =>
        leadTo(await reviewPlan(needs, doer, asked.family.id, input), ({ id }) => familyPaths.review(asked.family.id, id)),
    )
  })
  app.get(`${root}/reviews/:review`, async (c) =>
    c.html(
      await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
        const { visit, family, ties, plan, part } = await read(tx, c)
        const review = found(plan.reviews.find(({ id }) => id === part('review')))
        const lines = (await findReviewLines(tx, family.id)).filter((line) => line.review === review.id)
        const [agreement] = await findAgreements(tx, family.id, visit.today)
        return <PlanReviewPage {...{ visit, family, plan, review, lines, agreement }} relations={ties.relations} />
      }),
    ),
  )
  ownPageRoutes(app, needs)
  printing(app, needs)
  signedCopyRoutes(app, needs)
}

function printing(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const [paper, lead] = [planGate('plan-paper'), planGate('plan-lead')]
  contentFormAt(app, needs, `${root}/print-for`, lead, async (asked) =>
    form(
      printShape(
        asked,
        (await findShields(asked.tx, asked.family.family)).some(({ endsOn }) => endsOn === null),
      ),
      parsePrint,
      async (doer, input) =>
        leadTo(await printPlan(needs, doer, asked.family.id, input), ({ id }) => familyPaths.print(asked.family.id, id)),
    ),
  )
  app.get(`${root}/prints/:print`, async (c) =>
    c.html(
      await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
        const asked = await paper(tx, c)
        const { visit, family, ties } = asked
        const { print: printed, shown } = await printOf(asked)
        const print = { ...printed, pages: await findSignedPages(tx, printed.id) }
        return (
          <PlanPrintPage {...{ visit, family, print, ...shown }} leads={mayIn(ties.relations, 'family', 'plan-lead') && !family.closedOn} />
        )
      }),
    ),
  )
  app.get(`${root}/prints/:print/plan.pdf`, async (c) => {
    const { now, partnership } = c.get('visit')
    const document = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const { print, shown } = await printOf(await paper(tx, c))
      return planDocument(shown, partnership, dayOf(print.enteredAt))
    })
    const pdf = await turns.take(async () => (await typesetDocument(document, { megabytes: 1000, seconds: 30, madeAt: now })).pdf)
    if (pdf === undefined) return c.text('Too many ask for documents at this moment.\n', 503, { 'Retry-After': '30' })
    return c.body(new Uint8Array(pdf), 200, { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="plan.pdf"' })
  })
}

/** The print that an address names, and the plan as its reader has it in hand: as it stood when it was printed, without what is withheld from them today. */
export async function printOf(asked: AskedPlan) {
  const { tx, visit, family, part } = asked
  const print = found((await findPrints(tx, family.id)).find(({ id }) => id === part('print')))
  const { plan, needs } = await findPlanThen(tx, asked.plan, { episode: family.id, number: print.planNumber, at: print.enteredAt })
  const shown: PlanForReader = {
    ...{ plan, needs, number: print.planNumber, edition: print.edition as PlanForReader['edition'] },
    reader: { name: plan.who.nameOf(print), relative: print.relative },
    homes: (await addressesFor(tx, family.id, print.relative ?? undefined)).filter(({ endsOn }) => endsOn === null),
    contacts: (await contactsFor(tx, family.id, print.relative ?? undefined)).filter(({ endsOn }) => endsOn === null),
    dissents: await findDissents(tx, family.id),
  }
  const words = wordsOf(planDocument(shown, visit.partnership, visit.today).sections)
  const told = await findWhetherWordsTell(tx, { episode: family.id, class: 'plan', recipient: print.relative ?? undefined, words })
  return { print, shown: { ...shown, told } }
}

function reviewShape(asked: AskedPlan): FormShape {
  const { plan, visit } = asked
  return {
    ...planForm(asked),
    title: 'Review the plan',
    lead: 'Look at every need with the family. Nothing is renewed by itself: if they agree to go on, record their agreement after this.',
    groups: [
      { fields: [{ kind: 'day', name: 'heldOn', label: 'On which day?' }] },
      ...plan.needs.map(({ need, position }, at) => ({
        heading: `Need ${position}: ${need.slice(0, 120)}`,
        fields: [
          {
            kind: 'radios' as const,
            name: `progress${at}`,
            label: `How does it go with need ${position}?`,
            options: optionsOf(progressWords),
          },
          { kind: 'radios' as const, name: `verdict${at}`, label: `What becomes of need ${position}?`, options: optionsOf(verdictWords) },
          { kind: 'lines' as const, name: `words${at}`, label: `What is said about need ${position}?`, rows: 2 },
        ],
      })),
      {
        heading: 'The family',
        fields: [
          { kind: 'radios', name: 'agreement', label: 'Do they agree to go on?', options: optionsOf(renewalWords) },
          { kind: 'lines', name: 'agreementBecause', label: 'If not, or not asked: why?', rows: 2 },
          { kind: 'lines', name: 'summary', label: 'What else is to stand?' },
          {
            kind: 'day',
            name: 'nextDueOn',
            label: 'When is the next review due?',
            hint: `At most ${plan.rule.nextReviewWeeks} weeks later`,
          },
        ],
      },
    ],
    submit: 'Save the review',
    version: plan.latest?.number,
    first: { ...dayValues('heldOn', visit.today), ...dayValues('nextDueOn', latestNextReview(visit.today, plan.rule)) },
  }
}

const printShape = (asked: AskedPlan, hasShield: boolean): FormShape => ({
  ...planForm(asked),
  title: 'Print the plan for somebody',
  lead: 'One reader for each print. Addresses and contacts that are kept from them are left out; where any are kept from anybody, somebody outside the family is told none of those. It is recorded as given to them.',
  groups: [
    {
      fields: [
        { kind: 'select', name: 'who', label: 'For whom?', options: whoOptions(asked.plan.who) },
        { kind: 'radios', name: 'edition', label: 'How?', options: optionsOf(editionWords) },
        ...(hasShield
          ? [
              {
                ...{ kind: 'tick' as const, name: 'sure', label: 'I have read every word of it: it may be given to this reader' },
                hint: 'Only asked for where the words name an address or a contact that is withheld from them',
              },
            ]
          : []),
      ],
    },
  ],
  submit: 'Make the print',
  first: { edition: 'plain' },
})
