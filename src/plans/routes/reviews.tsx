import type { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { chaseReview, closeReview, openReview } from '../commands/reviews.ts'
import { parseCloseReview, parseOpenReview } from '../forms/review.ts'
import type { PlansNeeds } from '../needs.ts'
import { ReviewPage } from '../pages/review-page.tsx'
import { planPaths, reviewPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { findPlanView } from '../queries/plan-view.ts'
import { findPlanHead, guardedVersion } from '../queries/plans.ts'
import { findAsks, findRound, type ReviewRound } from '../queries/reviews.ts'
import { whomToAsk } from '../rules/review.ts'
import { problemWords } from '../words/problems.ts'
import { type AskedPlan, begin, workedOnGate } from './gates.ts'
import { formCrumbs } from './shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)

type AskedRound = AskedPlan & { readonly round: ReviewRound }

/** Reviews: the clerk opens, reminds and closes; whoever leads something says how it goes (P2). */
export function reviewRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/plans/:plan/reviews/new', workedOnGate('published'), async (asked) => {
    const { reader, visit, head } = asked
    const { asks, unled } = whomToAsk((await findPlanView(reader, head, visit.today)).actions)
    const people = new Set(asks.map(({ name }) => name)).size
    const nobody =
      unled.length === 0
        ? ''
        : ` ${unled.length === 1 ? 'One action has' : `${unled.length} actions have`} nobody who leads them, and nobody is asked about those.`
    return form(
      {
        title: 'Open a review',
        caption: head.title,
        lead: `${people === 1 ? 'One lead is' : `${people} leads are`} asked how ${asks.length === 1 ? 'one action goes' : `${new Set(asks.map(({ action }) => action)).size} actions go`}, by mail where an address is known.${nobody}`,
        breadcrumbs: formCrumbs(head),
        groups: [{ fields: [{ kind: 'day', name: 'dueOn', label: 'By when are answers needed?' }] }],
        submit: 'Open the review and ask',
        first: dayValues('dueOn', visit.today.add({ days: 14 })),
        cancel: planPaths.plan(head.id),
      },
      parseOpenReview,
      async (doer, input) => leadTo(await openReview(needs, doer, head.id, input), ({ id }) => reviewPaths.round(id)),
    )
  })
  pageAt(app, needs, '/plan-reviews/:round', roundGate('read'), async ({ reader, visit, standing, head, round, mayChange }) => (
    <ReviewPage
      visit={visit}
      view={await findPlanView(reader, head, visit.today)}
      round={round}
      asks={await findAsks(reader, round.id)}
      person={standing.person?.id}
      mayChange={mayChange}
    />
  ))
  actAt(
    app,
    needs,
    '/plan-reviews/:round/chase',
    roundGate('change'),
    async ({ round }, doer) => leadTo(await chaseReview(needs, doer, round), () => reviewPaths.round(round.id)),
    ({ round }) => reviewPaths.round(round.id),
  )
  formAt(app, needs, '/plan-reviews/:round/close', roundGate('change'), async ({ head, round }) =>
    form(
      {
        title: 'Close this review',
        caption: `${head.title}, review ${round.number}`,
        lead: 'What nobody answered stays not answered, and is shown so.',
        breadcrumbs: [...formCrumbs(head), { text: `Review ${round.number}`, href: reviewPaths.round(round.id) }],
        groups: [
          {
            fields: [
              { kind: 'lines', name: 'summary', label: 'What is the board told of it?', hint: 'Whoever may read the plan can read this' },
            ],
          },
        ],
        submit: 'Close',
        first: {},
        version: round.version,
        cancel: reviewPaths.round(round.id),
      },
      parseCloseReview,
      async (doer, input) => leadTo(await closeReview(needs, doer, round, input), () => reviewPaths.round(round.id)),
    ),
  )
}

/** A review and the plan that it is of. @throws NotFound, Forbidden */
function roundGate(verb: 'read' | 'change'): Gate<AskedRound> {
  return async (reader, c) => {
    const asked = await begin(reader, c)
    const round = await findRound(reader, asked.part('round'))
    if (!round) throw new NotFound('No such review.')
    const head = await findPlanHead(reader, round.plan)
    if (verb === 'change') demandOf(asked.standing, asked.visit, guardedVersion(head), 'change')
    return { ...asked, head, round, mayChange: asked.may(guardedVersion(head), 'change') }
  }
}
