import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { keepExempt, releaseMatter, reviewVersion } from '../commands/part-two/review-matter.ts'
import { parseKeepExempt, parseRelease } from '../forms/exempt-review.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ExemptListPage } from '../pages/exempt-list-page.tsx'
import { ExemptMatterPage } from '../pages/exempt-matter-page.tsx'
import { meetingPaths, partTwoPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { titleOf } from '../queries/agenda.ts'
import { type ExemptMatter, findExemptMatter, findMatterToReview, guardedTest } from '../queries/exempt-matter.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, type AskedItem, boardGate, itemGate } from './gates.ts'

type AskedMatter = AskedItem & { readonly matter: ExemptMatter }

/** Exempt matter: its tests, its review and its release (M3). */
export function exemptMatterRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const list = boardGate((body) => ({ record: 'exempt-list', state: 'any', ties: { body } }))
  pageAt(app, needs, '/boards/:slug/exempt', list, listPage) // read exempt-list
  pageAt(app, needs, '/meetings/:id/items/:item/exempt', matterGate('read'), matterPage) // read public-interest-test
  formAt(app, needs, '/meetings/:id/items/:item/exempt/keep', matterGate('review'), async (asked) =>
    form(keepShape(asked), parseKeepExempt, async (doer, input) =>
      leadTo(await keepExempt(needs, doer, asked.meeting.id, asked.item.id, input), () => backTo(asked)),
    ),
  ) // review public-interest-test
  formAt(app, needs, '/meetings/:id/items/:item/exempt/release', matterGate('review'), async (asked) =>
    form(releaseShape(asked), parseRelease, async (doer, input) =>
      leadTo(await releaseMatter(needs, doer, asked.meeting.id, asked.item.id, input), () => backTo(asked)),
    ),
  ) // review public-interest-test
  return app
}

const backTo = ({ meeting, item }: AskedItem): string => partTwoPaths.matter(meeting.id, item.id)

function matterGate(verb: string): Gate<AskedMatter> {
  return async (reader, c) => {
    const asked = await itemGate('read')(reader, c)
    // A visitor, too, learns nothing of a review, though the item may be public by now.
    if (!asked.may(guardedTest(asked.item), 'read')) throw new NotFound('No such record.')
    demandOf(asked.standing, asked.visit, guardedTest(asked.item), verb)
    return { ...asked, matter: await findExemptMatter(reader, asked.meeting, asked.item) }
  }
}

async function listPage({ reader, visit, body }: Asked) {
  return <ExemptListPage visit={visit} board={body} matters={await findMatterToReview(reader, [body.id])} />
}

async function matterPage({ visit, body, meeting, item, matter, may }: AskedMatter) {
  const mayReview = may(guardedTest(item), 'review')
  return <ExemptMatterPage visit={visit} board={body} meeting={meeting} item={item} matter={matter} mayReview={mayReview} />
}

const testFields: readonly FieldSpec[] = [
  { kind: 'lines', name: 'reasonsFor', label: 'Public interest: why it should be published', rows: 3 },
  { kind: 'lines', name: 'reasonsAgainst', label: 'Public interest: why it should be kept private', rows: 3 },
]
const decidedFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'decidedBy', label: 'Who decided?' },
  { kind: 'day', name: 'decidedOn', label: 'When was it decided?' },
]

const headOf = ({ meeting, item, body, matter }: AskedMatter) => ({
  caption: `Item ${item.number}: ${titleOf(item)}`,
  breadcrumbs: [
    { text: body.name, href: `/boards/${body.slug}` },
    { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
    { text: 'Public interest', href: partTwoPaths.matter(meeting.id, item.id) },
  ],
  version: reviewVersion(item, matter),
  cancel: partTwoPaths.matter(meeting.id, item.id),
})

/** What was said last time stands there, to be looked at again; who decides and when is asked anew. */
function firstOf({ matter, visit }: AskedMatter): FormBody {
  const last = matter.tests.at(-1)
  return {
    ...{ reasonsFor: last?.reasonsFor ?? '', reasonsAgainst: last?.reasonsAgainst ?? '', decidedBy: last?.decidedBy ?? '' },
    ...dayValues('decidedOn', visit.today),
  }
}

function keepShape(asked: AskedMatter): FormShape {
  return {
    ...headOf(asked),
    title: 'It stays exempt',
    lead: 'The test is made anew, and kept beside the earlier ones.',
    groups: [
      {
        fields: [
          ...testFields,
          { kind: 'lines', name: 'reason', label: 'Why does it stay exempt?', rows: 3 },
          ...decidedFields,
          { kind: 'day', name: 'reviewOn', label: 'When is it looked at again?' },
        ],
      },
    ],
    submit: 'Keep it exempt',
    first: firstOf(asked),
  }
}

function releaseShape(asked: AskedMatter): FormShape {
  const { matter, item } = asked
  const exempt = matter.papers.filter(({ id }) => matter.reviewed.papers.includes(id))
  const papers: FieldSpec = {
    kind: 'boxes',
    name: 'papers',
    label: 'Which papers are released?',
    hint: 'As they went out, with their files. Earlier versions stay exempt',
    options: exempt.map(({ id, title }) => ({ value: id, text: title })),
  }
  const record: FieldSpec = {
    kind: 'tick',
    name: 'record',
    label: 'Release what the minutes say of it, too',
    hint: 'With its decisions, actions, motions and votes, as far as the minutes are public. Sensitive interests and filed files never',
  }
  return {
    ...headOf(asked),
    title: 'Release it',
    groups: [
      { fields: [...(exempt.length > 0 ? [papers] : []), ...(item.category === 'exempt' ? [record] : [])] },
      {
        fields: [
          ...testFields,
          { kind: 'lines', name: 'reason', label: 'Why is it released?', hint: 'Members read it', rows: 3 },
          {
            kind: 'lines',
            name: 'publicNote',
            label: 'What everybody reads beside it',
            hint: 'For example: the contract was let',
            rows: 2,
          },
          ...decidedFields,
          ...(exempt.length > 0
            ? [{ kind: 'day', name: 'reviewOn', label: 'When are papers that stay exempt looked at again?' } as const]
            : []),
        ],
      },
    ],
    submit: 'Release it now',
    look: 'warning',
    first: { ...firstOf(asked), papers: exempt.map(({ id }) => id), record: 'yes' },
    warning:
      item.category === 'exempt'
        ? `Everybody reads it at once: its full title “${titleOf(item)}”, its summary, and what you choose here. Search, feeds and open data follow. It can only be taken back as a withdrawal with a reason.`
        : 'Everybody reads the papers you choose at once. They can only be taken back as a withdrawal with a reason.',
  }
}
