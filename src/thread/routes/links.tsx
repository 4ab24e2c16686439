import { type Context, Hono } from 'hono'
import { findBodiesById } from '#governance/public-data.ts'
import { type Reader, readAs } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf, form, type Gate, leadTo } from '#platform/web/endpoints.tsx'
import { isUuid } from '#platform/web/fields.ts'
import { dayValues, emptyForm, formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { endLink, makeLink } from '../commands/links.ts'
import { parseEndOfLink, parseLink, targetValue } from '../forms/link.ts'
import type { ThreadNeeds } from '../needs.ts'
import { LinkRulesPage, NewLinkPage, type NewLinkView } from '../pages/link-pages.tsx'
import { threadPaths } from '../paths.ts'
import { demand, guardedLink } from '../permission.ts'
import { type AssertedLink, findAssertedLink, findLinkRules } from '../queries/links.ts'
import { findNodes, searchNodes } from '../queries/nodes.ts'
import { keyOf } from '../rules/node.ts'
import { clipped, type ThreadWords, threadProblemWords } from '../words/thread.ts'
import { assertedWords } from '../words/told.ts'
import { part, recordAsked, threadFormAt } from './asked.ts'

/** The most records offered at once. */
const OFFERED = 20

/** Links that people make and end, and the rules for them (T1). */
export function linkRoutes(needs: ThreadNeeds, words: ThreadWords): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get(threadPaths.rules, (c) => rulesPage(needs, words, c)) // anybody
  threadFormAt(app, needs, '/thread/links/:link/end', linkGate(words), async (asked) => endForm(needs, asked)) // end link
  app.get('/thread/:kind/:id/link', (c) => newPage(needs, words, c)) // make link
  app.post('/thread/:kind/:id/link', (c) => make(needs, words, c)) // make link
  return app
}

async function rulesPage(needs: ThreadNeeds, words: ThreadWords, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const rules = await readAs(needs.db, visit, (reader) => findLinkRules(reader, visit.today))
  const known = rules.filter(({ fromKind, toKind }) => words.kinds.has(fromKind) && words.kinds.has(toKind))
  const groups = [...Map.groupBy(known, ({ fromKind }) => fromKind)].map(([kind, lines]) => ({
    noun: `A ${words.noun(kind)}…`.replace(/^A (?=[aeiou])/, 'An '),
    lines: lines.map(({ relation, toKind }) =>
      `${words.relation(relation).serves} a ${words.noun(toKind)}`.replace(/ a (?=[aeiou])/, ' an '),
    ),
  }))
  return c.html(<LinkRulesPage visit={visit} groups={groups} />)
}

async function newPage(needs: ThreadNeeds, words: ThreadWords, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const form = emptyForm(dayValues('startsOn', visit.today))
  const view = await readAs(needs.db, visit, (reader) => newView(reader, words, c, c.req.query('words') ?? ''))
  return c.html(<NewLinkPage visit={visit} view={view} form={form} />)
}

async function newView(reader: Reader, words: ThreadWords, c: Context<AppEnv, string>, asked: string): Promise<NewLinkView> {
  const record = await recordAsked(reader, c, c.get('visit').today)
  const { visit, node, board } = record
  await demand(reader, visit, guardedLink(node.body), 'make')
  const rules = (await findLinkRules(reader, visit.today, node.kind)).filter(({ toKind }) => words.kinds.has(toKind))
  const typed = asked.isWellFormed() ? asked.slice(0, 200).trim() : ''
  const found = await searchNodes(
    reader,
    { kinds: [...new Set(rules.map(({ toKind }) => toKind))], words: typed, most: OFFERED + 1 },
    visit.today,
  )
  const offered = found.filter((other) => keyOf(other) !== keyOf(node)).slice(0, OFFERED)
  const boards = await findBodiesById(
    reader,
    offered.flatMap(({ body }) => body ?? []),
    visit.today,
  )
  const names = new Map(boards.map(({ id, name }) => [id, name]))
  const thread = threadPaths.record(node.kind, node.id)
  return {
    noun: words.noun(node.kind),
    label: clipped(node.label, 120),
    breadcrumbs: [
      ...(board ? [{ text: board.name, href: `/boards/${board.slug}` }] : []),
      { text: `Golden thread of the ${words.noun(node.kind)}`, href: thread },
    ],
    cancel: thread,
    words: typed,
    offers: offered.flatMap((other) =>
      rules
        .filter(({ toKind }) => toKind === other.kind)
        .map(({ relation }) => ({
          value: targetValue(relation, other.kind, other.id),
          text: `${words.relation(relation).serves} the ${words.noun(other.kind)}: ${clipped(other.label, 160)}`,
          board: other.body === undefined ? '' : (names.get(other.body) ?? ''),
        })),
    ),
    isMore: found.length > OFFERED,
    served: [...Map.groupBy(rules, ({ relation }) => relation)].map(
      ([relation, of]) => `what it ${words.relation(relation).serves}: ${of.map(({ toKind }) => words.plural(toKind)).join(', ')}`,
    ),
    rules: threadPaths.rules,
  }
}

async function make(needs: ThreadNeeds, words: ThreadWords, c: Context<AppEnv, string>): Promise<Response> {
  const visit = c.get('visit')
  const body = await readForm(c)
  const typed = typeof body.words === 'string' ? body.words : ''
  const view = await readAs(needs.db, visit, (reader) => newView(reader, words, c, typed))
  const again = (problems: readonly FieldProblem[]) =>
    c.html(<NewLinkPage visit={visit} view={view} form={formState(body, problems, threadProblemWords)} />, 422)
  const parsed = parseLink(body)
  if (!parsed.ok) return again(parsed.problems)
  const from = { kind: part(c, 'kind'), id: part(c, 'id').toLowerCase() }
  const made = await makeLink(needs, doerOf(visit), from, parsed.value)
  return made.ok ? c.redirect(threadPaths.record(from.kind, from.id), 303) : again(made.problems)
}

interface AskedLink {
  readonly link: AssertedLink
  readonly words: string
  readonly noun: string
  readonly today: Temporal.PlainDate
}

const linkGate =
  (words: ThreadWords): Gate<AskedLink> =>
  async (reader, c) => {
    const visit = c.get('visit')
    const id = part(c, 'link')
    const link = isUuid(id) ? await findAssertedLink(reader, id) : undefined
    if (link === undefined) throw new NotFound('No such link.')
    await demand(reader, visit, guardedLink(link.body), 'end')
    const nodes = await findNodes(reader, [link.from.id, link.to.id], visit.today)
    return { link, words: assertedWords(link, nodes, words), noun: words.noun(link.from.kind), today: visit.today }
  }

function endForm(needs: ThreadNeeds, { link, words, noun, today }: AskedLink) {
  const thread = threadPaths.record(link.from.kind, link.from.id)
  const shape = {
    title: 'End a link',
    lead: `${words}. The link stays in the record: the thread of the days before still shows it.`,
    breadcrumbs: [{ text: `Golden thread of the ${noun}`, href: thread }],
    groups: [
      {
        fields: [
          { kind: 'day' as const, name: 'endsOn', label: 'First day on which it no longer holds' },
          { kind: 'lines' as const, name: 'reason', label: 'Why does it end?', rows: 3 },
        ],
      },
    ],
    submit: 'End the link',
    look: 'warning' as const,
    first: dayValues('endsOn', today),
    version: link.version,
    cancel: thread,
    closed: link.endsOn !== undefined,
  }
  return form(shape, parseEndOfLink, async (doer, input) => leadTo(await endLink(needs, doer, { id: link.id, ...input }), () => thread))
}
