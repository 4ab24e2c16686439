import type { AskedBoard } from '#governance/public-data.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { assurancePaths } from '../paths.ts'
import { boardOptions, heldMeetingOptions, organisationOptions, peopleOptions } from '../queries/choices.ts'
import { listRecommendations } from '../queries/recommendations.ts'
import { nextLetter, type PartKind } from '../rules/review.ts'
import { partWords, reviewKindWords } from '../words/recommendation.ts'
import type { AskedReview } from './gates.ts'
import { ruleOptions, sightField, takeBackFields, whomFields } from './shared-fields.ts'

async function reviewFields({ reader, visit, body }: AskedBoard): Promise<readonly FieldSpec[]> {
  return [
    { kind: 'line', name: 'title', label: 'Title' },
    { kind: 'lines', name: 'scope', label: 'Scope', hint: 'What it looks at, and what it leaves out', rows: 6 },
    { kind: 'lines', name: 'outcomesSought', label: 'Outcomes sought', hint: 'What is to be different because of it' },
    {
      kind: 'line',
      name: 'askedBy',
      label: 'Who asked for it or announced it',
      hint: 'An office, like the Scrutiny Committee or the inspectorate',
    },
    { kind: 'day', name: 'announcedOn', label: 'When it was announced' },
    { kind: 'select', name: 'lead', label: 'Who writes it up', options: await peopleOptions(reader), none: 'Nobody is named yet' },
    {
      kind: 'select',
      name: 'parentBody',
      label: 'Board it reports to',
      options: await boardOptions(reader, body.id, visit.today),
      none: 'This board',
    },
    {
      kind: 'tick',
      name: 'aboutChildren',
      label: 'A child or family could be known from it',
      hint: 'Then somebody checks it before it is published',
    },
  ]
}

/** The form that sets a review up. */
export async function newReviewShape(asked: AskedBoard): Promise<FormShape> {
  const { body, visit } = asked
  return {
    ...{ title: 'Set up a review', caption: body.name, submit: 'Set up', cancel: assurancePaths.reviews(body.slug) },
    breadcrumbs: crumbsOf(body, { text: 'Reviews and inspections', href: assurancePaths.reviews(body.slug) }),
    groups: [
      { fields: [{ kind: 'select', name: 'kind', label: 'Kind', options: optionsOf(reviewKindWords) }, ...(await reviewFields(asked))] },
    ],
    first: dayValues('announcedOn', visit.today),
  }
}

const shapeOf = ({ body, review }: AskedReview) => ({
  caption: review.title,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Reviews and inspections', href: assurancePaths.reviews(body.slug) },
    { text: review.title, href: assurancePaths.review(review.id) },
  ),
  cancel: assurancePaths.review(review.id),
  version: review.version,
})

/** The form that changes it. */
export async function editReviewShape(asked: AskedReview): Promise<FormShape> {
  const { review } = asked
  return {
    ...{ ...shapeOf(asked), title: 'Change the review', submit: 'Save' },
    groups: [
      {
        fields: [
          ...(await reviewFields(asked)),
          { kind: 'lines', name: 'summary', label: 'In short', hint: 'What came of it, in plain words', rows: 8 },
        ],
      },
    ],
    first: {
      ...{
        title: review.title,
        scope: review.scope,
        outcomesSought: review.outcomesSought,
        askedBy: review.askedBy,
        summary: review.summary,
      },
      ...{ lead: review.lead ?? '', parentBody: review.parentBody ?? '', aboutChildren: review.aboutChildren ? 'yes' : '' },
      ...dayValues('announcedOn', review.announcedOn),
    },
  }
}

const heading = (label: string, hint?: string): FieldSpec => ({ kind: 'line', name: 'heading', label, hint })
const words = (label: string, hint?: string): FieldSpec => ({ kind: 'lines', name: 'text', label, hint, rows: 6 })
const on = (label: string): FieldSpec => ({ kind: 'day', name: 'onDay', label })

async function partFields(asked: AskedReview, kind: PartKind): Promise<readonly FieldSpec[]> {
  switch (kind) {
    case 'panel':
      return [heading('Who', 'Name or office'), { kind: 'line', name: 'text', label: 'As what', hint: 'Like chair of the panel' }]
    case 'session':
      return [
        on('When'),
        heading('Who was heard', 'Offices and organisations; children and families without names'),
        words('What they said, in short'),
      ]
    case 'finding':
      return [words('Finding', 'It becomes the next numbered paragraph. No child or family may be known from it')]
    case 'lesson':
      return [
        heading('For which agency'),
        {
          kind: 'select',
          name: 'organisation',
          label: 'Organisation',
          options: await organisationOptions(asked.reader, asked.visit.today),
          none: 'None that is kept here',
        },
        words('What it learns'),
      ]
    case 'progress':
      return [on('When'), words('How it goes')]
    case 'evidence':
      return [
        heading('What it shows'),
        { kind: 'line', name: 'text', label: 'Address', hint: 'Of a page of this site, like /decisions/…, or of the web' },
      ]
  }
}

/** The form that adds a part. */
export async function partShape(asked: AskedReview, kind: PartKind): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), version: undefined, title: partWords[kind].add, submit: 'Add' },
    ...{ groups: [{ fields: await partFields(asked, kind) }], first: dayValues('onDay', asked.visit.today) },
  }
}

/** The form that adds a lettered recommendation. */
export async function reviewRecommendationShape(asked: AskedReview): Promise<FormShape> {
  const taken = await listRecommendations(asked.reader, { review: asked.review.id }, asked.visit.today)
  return {
    ...{ ...shapeOf(asked), version: undefined, title: 'Add a recommendation', submit: 'Add recommendation' },
    groups: [
      {
        fields: [
          { kind: 'short', name: 'reference', label: 'Letter' },
          { kind: 'lines', name: 'text', label: 'What it recommends', rows: 6 },
          { kind: 'short', name: 'restsOn', label: 'Paragraphs it rests on', hint: 'Numbers of findings, like 3, 5 to 7' },
        ],
      },
      { heading: 'Who answers', fields: await whomFields(asked) },
    ],
    first: { reference: nextLetter(taken.map(({ reference }) => reference)) },
  }
}

/** The form that records the report to the parent committee. */
export async function reportShape(asked: AskedReview): Promise<FormShape> {
  const { review, reader, visit, body } = asked
  return {
    ...{ ...shapeOf(asked), title: 'Record the report', submit: 'Record' },
    groups: [
      {
        fields: [
          { kind: 'day', name: 'reportedOn', label: 'When it was reported' },
          {
            ...{ kind: 'select', name: 'meeting', label: `Meeting of ${review.parentName || body.name}`, none: 'None recorded' },
            options: await heldMeetingOptions(reader, review.parentBody ?? body.id, visit.today),
          },
        ],
      },
    ],
    first: { meeting: review.reportMeeting ?? '', ...dayValues('reportedOn', review.reportedOn) },
  }
}

/** The form that refers the recommendations for response. */
export async function referShape(asked: AskedReview): Promise<FormShape> {
  const { review } = asked
  return {
    ...{ ...shapeOf(asked), title: 'Refer for response', submit: 'Refer' },
    lead: 'From this day the response to every recommendation is due, by the right you choose.',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'referredTo', label: 'To whom', hint: 'Like The Executive' },
          { kind: 'day', name: 'referredOn', label: 'When they received it' },
          {
            kind: 'select',
            name: 'rule',
            label: 'By what right a response is due',
            options: await ruleOptions(asked),
            none: 'None: no day is set',
          },
          {
            kind: 'day',
            name: 'milestoneOn',
            label: 'When it comes back to this board',
            hint: 'It is put on the forward plan by itself while it is open',
          },
        ],
      },
    ],
    first: { referredTo: review.referredTo, ...dayValues('referredOn', review.referredOn ?? asked.visit.today) },
  }
}

/** The form that closes it. */
export async function closeReviewShape(asked: AskedReview): Promise<FormShape> {
  return {
    ...{
      ...shapeOf(asked),
      title: 'Close the review',
      submit: 'Close it',
      lead: 'It can be closed once every recommendation of it is closed.',
    },
    ...{ groups: [{ fields: [{ kind: 'day', name: 'closedOn', label: 'On what day' }] }], first: dayValues('closedOn', asked.visit.today) },
  }
}

/** The form that shows it to more people. */
export async function showReviewShape(asked: AskedReview): Promise<FormShape> {
  const { review } = asked
  const checked: FieldSpec = {
    ...{ kind: 'tick', name: 'checked', label: 'I have read all of it, and no child or family can be known from it' },
    hint: 'Needed before everybody may read it. Your name and the day are kept',
  }
  return {
    ...{ ...shapeOf(asked), title: 'Show the review', submit: 'Show it', first: {} },
    lead: 'Its recommendations are seen as far as the review.',
    groups: [{ fields: [sightField(review.sight), ...(review.aboutChildren ? [checked] : [])] }],
  }
}

/** The form that takes it back. */
export async function takeBackReviewShape(asked: AskedReview): Promise<FormShape> {
  return {
    ...{ ...shapeOf(asked), title: 'Take the review back from the public', submit: 'Take it back', first: {}, groups: takeBackFields },
    ...{ look: 'warning' as const, lead: 'Its recommendations go with it. Members go on seeing both.' },
  }
}
