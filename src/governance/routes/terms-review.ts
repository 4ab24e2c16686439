import type { z } from 'zod'
import { parseForm } from '#platform/web/fields.ts'
import { dayValues } from '#platform/web/forms.ts'
import { allows } from '../commands/permit.ts'
import { recordTermsReview } from '../commands/terms-reviews.ts'
import { termsReviewForm } from '../forms/terms-review.ts'
import type { TermsReviewView } from '../pages/terms-review.tsx'
import { termsGuidePath, termsPath } from '../paths.ts'
import type { TermsVersion } from '../queries/terms.ts'
import { findTermsVersion } from '../queries/terms.ts'
import { findTermsReviewStanding, findTermsReviews } from '../queries/terms-reviews.ts'
import { backTo, toTerms } from './crumbs.ts'
import { type Asked, type FormSpec, known } from './endpoint.tsx'
import { mapped } from './outcome.ts'

/** What the page of the terms in force shows of their reviews. */
export async function reviewOf({ reader, visit, standing, body }: Asked, version: TermsVersion): Promise<TermsReviewView> {
  return {
    slug: body.slug,
    number: version.number,
    standing: await findTermsReviewStanding(reader, version, visit.today),
    reviews: await findTermsReviews(reader, body.id),
    records: allows(standing, { record: 'terms-review', verb: 'record', ties: { body: body.id } }),
  }
}

/** Records that the body looked at its terms again. */
export async function reviewedTerms(asked: Asked): Promise<FormSpec<z.output<typeof termsReviewForm>>> {
  const { id, slug, name } = asked.body
  const { number } = known(await findTermsVersion(asked.reader, id, asked.number('number')))
  return {
    shape: {
      title: 'Record a review of the terms',
      caption: `${name}, version ${number}`,
      lead: 'Once a year, or as often as the terms say, a board looks at them again. What it decides stands on their page.',
      breadcrumbs: toTerms(asked.body),
      fields: [
        {
          kind: 'radios',
          name: 'outcome',
          label: 'What was decided?',
          options: [
            { value: 'kept', text: 'They are kept as they are' },
            { value: 'amended', text: 'They are to be amended', hint: 'A draft is started from this version, unless one waits already' },
          ],
        },
        { kind: 'day', name: 'reviewedOn', label: 'Decided on' },
        { kind: 'line', name: 'decidedIn', label: 'By which meeting or decision?', hint: 'For example, decision 12 of 8 December 2026' },
        { kind: 'line', name: 'decision', label: 'Address of that decision’s page', hint: 'Leave empty where it is not recorded here' },
      ],
      submit: 'Record review',
      first: dayValues('reviewedOn', asked.visit.today),
      cancel: backTo(termsPath(slug)),
      warning: 'A review stays as it was recorded.',
    },
    parse: (posted) => parseForm(termsReviewForm, posted),
    perform: async (input) =>
      mapped(await recordTermsReview(asked.db, asked.visit, { ...input, body: id, number }), ({ number: next }) =>
        next === number ? `${termsPath(slug)}#review` : termsGuidePath(slug, next),
      ),
  }
}
