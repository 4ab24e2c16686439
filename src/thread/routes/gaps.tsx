import { type Context, Hono } from 'hono'
import { type BodySummary, findBody, findStanding } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { succeed } from '#platform/result.ts'
import type { WorthByKind } from '#platform/thread/worth.ts'
import { actsWith, form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { acceptGap, assignGap, endAnswer, findPeopleForGap } from '../commands/gap-answers.ts'
import { parseAcceptance, parseAssignment } from '../forms/gap.ts'
import type { ThreadNeeds } from '../needs.ts'
import { GapListPage, ThreadOverviewPage } from '../pages/gaps-page.tsx'
import { threadPaths } from '../paths.ts'
import { demand, guardedAnswer, guardedGap } from '../permission.ts'
import { findAnswer } from '../queries/gaps.ts'
import { type GapRule, gapRule } from '../rules/gap-rules.ts'
import type { GapAnswer } from '../rules/gaps.ts'
import { gapWords } from '../words/gaps.ts'
import { clipped, type ThreadWords, threadProblemWords } from '../words/thread.ts'
import { type AskedRecord, part, recordAsked, threadFormAt } from './asked.ts'
import { type GapsAsked, gapListOf, overviewOf, type ToldWith } from './gap-views.ts'

/** What is missing on the golden thread: counted, listed, given to somebody, accepted for now (T3). */
export function gapRoutes(needs: ThreadNeeds, words: ThreadWords, worth: WorthByKind): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const kinds = new Set(words.kinds.keys())
  app.get(threadPaths.all, (c) => overview(needs, words, c, undefined)) // anybody, each record by its sight
  app.get('/boards/:slug/thread', (c) => overview(needs, words, c, part(c, 'slug'))) // anybody, each record by its sight
  app.get('/thread/gaps/:rule', (c) => list(needs, { words, worth }, c)) // anybody, each record by its sight
  threadFormAt(app, needs, '/thread/gaps/:rule/:kind/:id/assign', gapGate('assign'), (asked) => assignForm(needs, kinds, words, asked))
  threadFormAt(app, needs, '/thread/gaps/:rule/:kind/:id/accept', gapGate('accept'), async (asked) =>
    acceptForm(needs, kinds, words, asked),
  )
  actsWith(threadProblemWords)(
    app,
    needs,
    '/thread/gap-answers/:answer/end',
    answerGate,
    async ({ id }, doer) => {
      const of = await endAnswer(needs, doer, id)
      return succeed(threadPaths.record(of.kind, of.id))
    },
    ({ rule }) => threadPaths.gaps(rule),
  )
  return app
}

async function gapsAsked(reader: Reader, c: Context<AppEnv, string>, slug: string | undefined): Promise<GapsAsked> {
  const visit = c.get('visit')
  const board: BodySummary | undefined = slug === undefined ? undefined : await findBody(reader, slug, visit.today)
  if (slug !== undefined && board === undefined) throw new NotFound('No such board.')
  return { reader, visit, standing: await findStanding(reader, visit), board }
}

async function overview(needs: ThreadNeeds, words: ThreadWords, c: Context<AppEnv, string>, slug: string | undefined): Promise<Response> {
  const visit = c.get('visit')
  const view = await readAs(needs.db, visit, async (reader) => overviewOf(await gapsAsked(reader, c, slug), words))
  return c.html(<ThreadOverviewPage visit={visit} view={view} />)
}

async function list(needs: ThreadNeeds, told: ToldWith, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const rule = ruleAsked(c)
  const view = await readAs(needs.db, visit, async (reader) =>
    gapListOf(await gapsAsked(reader, c, c.req.query('board') || undefined), rule, told, c.req.query('page')),
  )
  return c.html(<GapListPage visit={visit} view={view} />)
}

function ruleAsked(c: Context<AppEnv, string>): GapRule {
  const rule = gapRule(part(c, 'rule'))
  if (rule === undefined) throw new NotFound('No such rule.')
  return rule
}

type AskedGap = AskedRecord & { readonly rule: GapRule }

function gapGate(verb: 'assign' | 'accept'): Gate<AskedGap> {
  return async (reader, c) => {
    const rule = ruleAsked(c)
    const asked = await recordAsked(reader, c, c.get('visit').today)
    if (!rule.of.includes(asked.node.kind)) throw new NotFound('That rule does not ask such a record.')
    await demand(reader, asked.visit, guardedGap(asked.node.body), verb)
    return { ...asked, rule }
  }
}

const answerGate: Gate<GapAnswer> = async (reader, c) => {
  const id = part(c, 'answer')
  const answer = isUuid(id) ? await findAnswer(reader, id) : undefined
  if (answer === undefined) throw new NotFound('No such answer.')
  await demand(reader, c.get('visit'), guardedAnswer(answer), 'end')
  return answer
}

function shapeOf(
  words: ThreadWords,
  { node, rule, board }: AskedGap,
  title: string,
  lead: string,
  fields: readonly FieldSpec[],
  submit: string,
) {
  const back = threadPaths.gaps(rule.key, board?.slug)
  return {
    title,
    caption: `The ${words.noun(node.kind)}: ${clipped(node.label, 120)}`,
    lead: `It ${gapWords(rule.key).lacks}. ${lead}`,
    breadcrumbs: [
      { text: 'Golden thread', href: board ? threadPaths.board(board.slug) : threadPaths.all },
      { text: gapWords(rule.key).title, href: back },
    ],
    groups: [{ fields }],
    submit,
    cancel: back,
  }
}

async function assignForm(needs: ThreadNeeds, kinds: ReadonlySet<string>, words: ThreadWords, asked: AskedGap) {
  const { reader, visit, node, rule, board } = asked
  const people = await findPeopleForGap(reader, node.body, visit.today)
  const fields: readonly FieldSpec[] = [
    { kind: 'select', name: 'person', label: 'Who sees to it?', options: people.map(({ id, name }) => ({ value: id, text: name })) },
    { kind: 'day', name: 'until', label: 'By which day?' },
    { kind: 'lines', name: 'words', label: 'What are they asked to do?', rows: 3 },
  ]
  const lead = 'Whoever you give it to finds it under My work.'
  const shape = {
    ...shapeOf(words, asked, 'Give a gap to somebody', lead, fields, 'Give it'),
    first: dayValues('until', visit.today.add({ months: 1 })),
  }
  return form(shape, parseAssignment, async (doer, input) =>
    leadTo(await assignGap(needs, doer, kinds, { rule: rule.key, of: node }, input), () => threadPaths.gaps(rule.key, board?.slug)),
  )
}

function acceptForm(needs: ThreadNeeds, kinds: ReadonlySet<string>, words: ThreadWords, asked: AskedGap) {
  const { visit, node, rule, board } = asked
  const fields: readonly FieldSpec[] = [
    { kind: 'day', name: 'until', label: 'From which day is it asked again?', hint: 'Within two years' },
    { kind: 'lines', name: 'words', label: 'Why can it stay for now?', hint: 'Whoever sees the record reads this, and your name', rows: 3 },
  ]
  const lead = 'Until then it is counted apart, under your name.'
  const shape = {
    ...shapeOf(words, asked, 'Accept a gap for now', lead, fields, 'Accept it'),
    first: dayValues('until', visit.today.add({ months: 6 })),
  }
  return form(shape, parseAcceptance, async (doer, input) =>
    leadTo(await acceptGap(needs, doer, kinds, { rule: rule.key, of: node }, input), () => threadPaths.gaps(rule.key, board?.slug)),
  )
}
