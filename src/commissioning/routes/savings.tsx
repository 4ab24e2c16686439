import { Hono } from 'hono'
import { listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addPost, setPostCost } from '../commands/post.ts'
import { addSaving, claimSaving, foreseeSaving, takeClaimBack } from '../commands/saving.ts'
import { typedPence } from '../forms/pence.ts'
import { parseClaim, parseForeseen, parsePost, parsePostCost, parseSaving, parseTakeBack } from '../forms/saving.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { PostsPage } from '../pages/posts-page.tsx'
import { monthOf, SavingPage, SavingsPage } from '../pages/savings-page.tsx'
import { findContributions, findLines } from '../queries/fund-money.ts'
import { findPost, findPosts, type JointPost } from '../queries/posts.ts'
import { findSaving, findSavings, type Saving } from '../queries/savings.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { pounds, poundsOr } from '../words/pence.ts'
import { formAt } from './endpoint.ts'
import { type AskedFund, fundGate, fundOf } from './fund-gates.ts'
import { fundCrumbs } from './fund-shapes.ts'

type AskedSaving = AskedFund & { readonly saving: Saving }
type AskedPost = AskedFund & { readonly post: JointPost }

/** Savings that are counted once, and posts that partners pay together (C5, C7). */
export function savingRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/funds/:fund/savings', fundGate('read'), async ({ reader, visit, body, fund, mayKeep }) => (
    <SavingsPage visit={visit} board={body} fund={fund} mayKeep={mayKeep} savings={await findSavings(reader, fund.id)} />
  ))
  formAt(app, needs, '/funds/:fund/savings/new', fundGate('keep'), async (asked) => {
    const partners = await partnersOf(asked)
    return form(await savingShape(asked, partners), parseSaving(partners.map(({ id }) => id)), async (doer, input) =>
      leadTo(await addSaving(needs, doer, asked.fund.id, input), ({ id }) => moneyPaths.saving(id)),
    )
  })
  pageAt(app, needs, '/savings/:saving', savingGate('read'), async ({ visit, body, fund, mayKeep, saving }) => (
    <SavingPage visit={visit} board={body} fund={fund} mayKeep={mayKeep} saving={saving} />
  ))
  savingForms(app, needs)
  postRoutes(app, needs)
  return app
}

function savingForms(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  const back =
    ({ saving }: AskedSaving) =>
    () =>
      moneyPaths.saving(saving.id)
  const keep = savingGate('keep')
  formAt(app, needs, '/savings/:saving/claim', keep, async (asked) =>
    form(claimShape(asked), parseClaim, async (doer, input) => leadTo(await claimSaving(needs, doer, asked.saving, input), back(asked))),
  )
  formAt(app, needs, '/savings/:saving/forecast', keep, async (asked) =>
    form(await foreseenShape(asked), parseForeseen, async (doer, input) =>
      leadTo(await foreseeSaving(needs, doer, asked.saving, input), back(asked)),
    ),
  )
  formAt(app, needs, '/savings/:saving/take-back', keep, async (asked) =>
    form(takeBackShape(asked), parseTakeBack, async (doer, input) =>
      leadTo(await takeClaimBack(needs, doer, asked.saving, input), back(asked)),
    ),
  )
}

function postRoutes(app: Hono<AppEnv>, needs: CommissioningNeeds): void {
  pageAt(app, needs, '/funds/:fund/posts', fundGate('read'), async ({ reader, visit, body, fund, mayKeep }) => (
    <PostsPage visit={visit} board={body} fund={fund} mayKeep={mayKeep} posts={await findPosts(reader, fund.id)} />
  ))
  const toPosts = ({ fund }: AskedFund) => fundPaths.step(fund.id, 'posts')
  formAt(app, needs, '/funds/:fund/posts/new', fundGate('keep'), async (asked) => {
    const partners = await partnersOf(asked)
    return form(await postShape(asked, partners), parsePost(partners.map(({ id }) => id)), async (doer, input) =>
      leadTo(await addPost(needs, doer, asked.fund.id, input), () => toPosts(asked)),
    )
  })
  formAt(app, needs, '/joint-posts/:post/cost', postGate, async (asked) =>
    form(await postCostShape(asked), parsePostCost, async (doer, input) =>
      leadTo(await setPostCost(needs, doer, asked.post, input), () => toPosts(asked)),
    ),
  )
}

function savingGate(verb: 'read' | 'keep'): Gate<AskedSaving> {
  return async (reader, c) => {
    const saving = await findSaving(reader, c.req.param('saving') ?? '')
    return { ...(await fundOf(reader, c, saving.fund, verb)), saving }
  }
}

const postGate: Gate<AskedPost> = async (reader, c) => {
  const post = await findPost(reader, c.req.param('post') ?? '')
  return { ...(await fundOf(reader, c, post.fund, 'keep')), post }
}

type Named = { readonly id: string; readonly name: string }

/** Who gives to a fund in any of its years, in the order in which they were entered. */
async function partnersOf({ reader, fund, years }: AskedFund): Promise<readonly Named[]> {
  const given = await Promise.all(years.map(({ year }) => findContributions(reader, fund.id, year)))
  const inOrder = given.flat().toSorted((one, other) => (one.id < other.id ? -1 : 1))
  return [...new Map(inOrder.map(({ partner, partnerName }) => [partner, { id: partner, name: partnerName }])).values()]
}

const shareFields = (partners: readonly Named[]): readonly FieldSpec[] =>
  partners.map(({ id, name }) => ({ kind: 'short', name: `share-${id}`, label: `Part of ${name}`, hint: 'In percent, such as 37.5' }))

async function lineOptions({ reader, fund, years }: AskedFund) {
  const found = await Promise.all(years.map(({ year }) => findLines(reader, fund.id, year)))
  return found.flat().map(({ id, title, year, original, moved }) => ({
    ...{ value: id, text: `${yearInWords(year)}, ${title}: ${poundsOr(original === null ? null : original + moved)}` },
  }))
}

const periods = Array.from({ length: 12 }, (_, place) => place + 1)

async function savingShape(asked: AskedFund, partners: readonly Named[]): Promise<FormShape> {
  const year = asked.years[0]?.year ?? yearOf(asked.visit.today)
  const [lines, people] = await Promise.all([lineOptions(asked), listPeople(asked.reader)])
  return {
    title: 'Plan a saving',
    caption: asked.fund.title,
    lead: 'A line, a year and a measure are planned once. What is claimed later never exceeds by how much the line came down.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'measure', label: 'What is done?', hint: 'For example: one contract in place of two' },
          { kind: 'lines', name: 'why', label: 'What becomes better or cheaper by it?' },
          { kind: 'select', name: 'line', label: 'On which budget line?', options: lines },
          { kind: 'short', name: 'planned', label: 'How much is planned?', hint: 'In pounds, for the year of the line' },
          {
            ...{
              kind: 'select',
              name: 'firstPeriod',
              label: 'From which month on?',
              hint: 'It is planned in equal parts for the months from then on',
            },
            options: periods.map((period) => ({ value: String(period), text: monthOf(year, period).replace(/ \d+$/, '') })),
          },
          { kind: 'short', name: 'forecast', label: 'How much is foreseen?', hint: 'In pounds. Leave empty while it is not known' },
          { kind: 'tick', name: 'once', label: 'It is saved in this year only' },
          ...answerFields(people),
        ],
      },
      { heading: 'Is it shared between partners?', fields: shareFields(partners) },
    ],
    submit: 'Plan it',
    first: { firstPeriod: '1' },
    cancel: fundPaths.step(asked.fund.id, 'savings'),
  }
}

const answerFields = (people: readonly Named[]): readonly FieldSpec[] => [
  {
    ...{ kind: 'select', name: 'owner', label: 'Who answers for it?', none: 'Nobody is named yet' },
    options: people.map(({ id, name }) => ({ value: id, text: name })),
  },
  { kind: 'day', name: 'evidenceDue', label: 'When is the evidence due?' },
]

async function foreseenShape(asked: AskedSaving): Promise<FormShape> {
  const { saving, reader } = asked
  return {
    ...savingFormShape(asked, 'Say what is foreseen'),
    groups: [
      {
        fields: [
          { kind: 'short', name: 'forecast', label: 'How much is foreseen?', hint: 'In pounds. Leave empty where it is not known' },
          ...answerFields(await listPeople(reader)),
        ],
      },
    ],
    submit: 'Save',
    first: { forecast: typedPence(saving.forecast), owner: saving.owner ?? '', ...dayValues('evidenceDue', saving.evidenceDue) },
    version: saving.version,
  }
}

const savingFormShape = (asked: AskedSaving, title: string) => ({
  ...{ title, caption: asked.saving.measure, cancel: moneyPaths.saving(asked.saving.id) },
  breadcrumbs: [...fundCrumbs(asked), { text: asked.saving.measure, href: moneyPaths.saving(asked.saving.id) }],
})

function claimShape(asked: AskedSaving): FormShape {
  const { saving } = asked
  return {
    ...savingFormShape(asked, 'Claim what was delivered'),
    lead: 'Only what has evidence is delivered.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'period', label: 'In which month?' },
            options: periods.map((period) => ({
              value: String(period),
              text: `${monthOf(saving.year, period)}: ${pounds(saving.profile[period - 1] ?? 0n)} planned`,
            })),
          },
          { kind: 'short', name: 'amount', label: 'How much?', hint: 'In pounds' },
          { kind: 'lines', name: 'evidence', label: 'What shows it?', hint: 'No person’s name' },
        ],
      },
    ],
    submit: 'Claim it',
    first: {},
    warning: 'A claim is never changed. It is taken back by another.',
  }
}

function takeBackShape(asked: AskedSaving): FormShape {
  const open = asked.saving.claims.filter(({ reverses, isTakenBack }) => reverses === undefined && !isTakenBack)
  return {
    ...savingFormShape(asked, 'Take a claim back'),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'claim', label: 'Which claim?' },
            options: open.map(({ id, period, pence }) => ({ value: id, text: `${monthOf(asked.saving.year, period)}: ${pounds(pence)}` })),
          },
          { kind: 'lines', name: 'why', label: 'Why?' },
        ],
      },
    ],
    submit: 'Take it back',
    look: 'warning',
    first: {},
  }
}

async function postShape(asked: AskedFund, partners: readonly Named[]): Promise<FormShape> {
  const options = (await listOrganisationsOn(asked.reader, asked.visit.today)).map(({ id, name }) => ({ value: id, text: name }))
  return {
    title: 'Record a post',
    caption: asked.fund.title,
    lead: 'A post that partners pay together, or somebody whom one lends to another. Name the post, never the person.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'kind', label: 'What is it?' },
            options: [
              { value: 'joint', text: 'A joint post' },
              { value: 'secondment', text: 'A secondment: one partner lends somebody to another' },
            ],
          },
          { kind: 'line', name: 'title', label: 'What is the post called?' },
          { kind: 'select', name: 'host', label: 'Who employs, or for whom is the work done?', options },
          {
            kind: 'select',
            name: 'lentBy',
            label: 'Who lends?',
            hint: 'For a secondment only',
            none: 'Nobody: it is a joint post',
            options,
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
          { kind: 'day', name: 'endsOn', label: 'From which day no longer?', hint: 'Leave empty where no end is agreed' },
        ],
      },
      { heading: 'Who pays which part? Together 100 percent', fields: shareFields(partners) },
    ],
    submit: 'Record',
    first: { kind: 'joint' },
    cancel: fundPaths.step(asked.fund.id, 'posts'),
  }
}

async function postCostShape(asked: AskedPost): Promise<FormShape> {
  return {
    title: 'Say what this post costs',
    caption: asked.post.title,
    lead: 'Each year is paid from one budget line of that year. What was said of the year before is replaced.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'line', label: 'From which line?', hint: 'The year is the line’s', options: await lineOptions(asked) },
          { kind: 'short', name: 'amount', label: 'How much in that year?', hint: 'In pounds, with on-costs' },
        ],
      },
    ],
    submit: 'Save',
    first: {},
    cancel: fundPaths.step(asked.fund.id, 'posts'),
  }
}
