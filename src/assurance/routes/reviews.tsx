import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addEvidence, addPart, addReview, changeReview, closeReview, reportReview, showReview, takeBackReview } from '../commands/review.ts'
import { addReviewRecommendation, referReview } from '../commands/review-recommendations.ts'
import { parseReviewRecommendation, parseTakingBack } from '../forms/recommendation.ts'
import {
  parseEvidence,
  parsePart,
  parseReferral,
  parseReporting,
  parseReview,
  parseReviewChange,
  parseReviewClosing,
  parseReviewShowing,
} from '../forms/review.ts'
import type { AssuranceNeeds } from '../needs.ts'
import { ReviewPage } from '../pages/review-page.tsx'
import { ReviewsPage } from '../pages/reviews-page.tsx'
import { assurancePaths } from '../paths.ts'
import { findEvidence } from '../queries/evidence.ts'
import { listRecommendations } from '../queries/recommendations.ts'
import { guardedReview, listReviews } from '../queries/reviews.ts'
import { partsOf } from '../rules/review.ts'
import { formAt } from './endpoint.ts'
import { type AskedReview, boardGate, registerOf, reviewGate } from './gates.ts'
import * as shapes from './review-shapes.ts'

/** Reviews of every kind, and everything that is done with one of them (S1, P7). */
export function reviewRoutes(needs: AssuranceNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/reviews', boardGate(), async ({ reader, visit, body, may }) => (
    <ReviewsPage
      visit={visit}
      board={body}
      reviews={await listReviews(reader, body.id, visit.today)}
      mayAdd={may(registerOf(body.id), 'add')}
    />
  ))
  formAt(app, needs, '/boards/:slug/reviews/new', boardGate(registerOf, 'add'), async (asked) =>
    form(await shapes.newReviewShape(asked), parseReview, async (doer, input) =>
      leadTo(await addReview(needs, doer, asked.body.id, input), assurancePaths.review),
    ),
  )
  pageAt(app, needs, '/reviews/:id', reviewGate('read'), async ({ reader, visit, body, review, may, standing }) => {
    const guarded = guardedReview(review)
    const seesEvidence = standing.clerkOf.has(body.id) || standing.chairOf.has(body.id) || standing.memberOf.has(body.id)
    return (
      <ReviewPage
        visit={visit}
        board={body}
        review={review}
        recommendations={await listRecommendations(reader, { review: review.id }, visit.today)}
        may={
          new Set([
            ...['change', 'show', 'add', 'evidence'].filter((verb) => may(guarded, verb)),
            ...(seesEvidence ? ['see-evidence'] : []),
          ])
        }
      />
    )
  })
  additions(app, needs)
  steps(app, needs)
  return app
}

function partOf(asked: AskedReview) {
  const kind = partsOf(asked.review.kind).find((one) => one === asked.part('kind'))
  if (kind === undefined || kind === 'evidence') throw new NotFound('No such part.')
  return kind
}

function additions(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const to = assurancePaths.review
  formAt(app, needs, '/reviews/:id/parts/:kind', reviewGate('add'), async (asked) => {
    const kind = partOf(asked)
    return form(
      await shapes.partShape(asked, kind),
      (body) => parsePart(kind, body),
      async (doer, input) => leadTo(await addPart(needs, doer, asked.review.id, kind, input), to),
    )
  })
  formAt(app, needs, '/reviews/:id/recommendations', reviewGate('change'), async (asked) =>
    form(await shapes.reviewRecommendationShape(asked), parseReviewRecommendation, async (doer, input) =>
      leadTo(await addReviewRecommendation(needs, doer, asked.review.id, input), to),
    ),
  )
  formAt(app, needs, '/reviews/:id/evidence', reviewGate('evidence'), async (asked) => {
    if (!partsOf(asked.review.kind).includes('evidence')) throw new NotFound('No such part.')
    const kept = new Set(asked.review.parts.map(({ text }) => text))
    const offers = (await findEvidence(asked.reader, asked.body.id, asked.visit.today)).filter(({ address }) => !kept.has(address))
    const groups = [...new Set(offers.map(({ group }) => group))].map((group, index) => ({
      fields: [
        {
          ...{ kind: 'boxes', name: 'chosen', id: index === 0 ? 'chosen' : `chosen-group-${index}`, label: group },
          options: offers.filter((one) => one.group === group).map(({ address, title }) => ({ value: `${address} ${title}`, text: title })),
        } satisfies FieldSpec,
      ],
    }))
    const shape = {
      ...(await shapes.partShape(asked, 'evidence')),
      groups,
      lead: 'What the record of this board offers. Links go into the pack, never copies.',
    }
    return form(
      offers.length === 0 ? { ...shape, closed: true, lead: 'Everything that the record offers is in the pack.' } : shape,
      parseEvidence,
      async (doer, input) => leadTo(await addEvidence(needs, doer, asked.review.id, input), to),
    )
  })
}

function steps(app: Hono<AppEnv>, needs: AssuranceNeeds): void {
  const to = assurancePaths.review
  formAt(app, needs, '/reviews/:id/edit', reviewGate('change'), async (asked) =>
    form(await shapes.editReviewShape(asked), parseReviewChange, async (doer, input) =>
      leadTo(await changeReview(needs, doer, asked.review.id, input), to),
    ),
  )
  formAt(app, needs, '/reviews/:id/report', reviewGate('change'), async (asked) =>
    form(await shapes.reportShape(asked), parseReporting, async (doer, input) =>
      leadTo(await reportReview(needs, doer, asked.review.id, input), to),
    ),
  )
  formAt(app, needs, '/reviews/:id/refer', reviewGate('refer'), async (asked) =>
    form(await shapes.referShape(asked), parseReferral, async (doer, input) =>
      leadTo(await referReview(needs, doer, asked.review.id, input), to),
    ),
  )
  formAt(app, needs, '/reviews/:id/close', reviewGate('close'), async (asked) =>
    form(await shapes.closeReviewShape(asked), parseReviewClosing, async (doer, input) =>
      leadTo(await closeReview(needs, doer, asked.review.id, input), to),
    ),
  )
  formAt(app, needs, '/reviews/:id/show', reviewGate('show'), async (asked) =>
    form(await shapes.showReviewShape(asked), parseReviewShowing, async (doer, { checked, ...input }) =>
      leadTo(await showReview(needs, doer, asked.review.id, { ...input, checked: checked !== undefined }), to),
    ),
  )
  formAt(app, needs, '/reviews/:id/take-back', reviewGate('show'), async (asked) =>
    form(await shapes.takeBackReviewShape(asked), parseTakingBack, async (doer, input) =>
      leadTo(await takeBackReview(needs, doer, asked.review.id, input), to),
    ),
  )
}
