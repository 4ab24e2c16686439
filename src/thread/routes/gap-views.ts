import { boardPath, boardsPath } from '#governance/paths.ts'
import type { Standing } from '#governance/public.ts'
import { type BodySummary, findPeopleNames, listBodies } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { WorthByKind } from '#platform/thread/worth.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { GapLine, GapListView, OverviewView, RuleLine } from '../pages/gaps-page.tsx'
import { threadPaths } from '../paths.ts'
import { allows, guardedGap } from '../permission.ts'
import { readGround } from '../queries/gaps.ts'
import { type GapRule, gapRules } from '../rules/gap-rules.ts'
import { type GapAnswer, type GapGround, type JudgedRule, judgeGaps } from '../rules/gaps.ts'
import { keyOf, type ThreadNode } from '../rules/node.ts'
import { servedOf } from '../rules/served.ts'
import { gapWords, scopeWords } from '../words/gaps.ts'
import { servedWords } from '../words/served.ts'
import { clipped, type ThreadWords } from '../words/thread.ts'
import { toldAnswer } from './told-answer.ts'

/** Records of a list on one page. */
const LINES = 50

/** How records are told of: their words, and what some come to. */
export interface ToldWith {
  readonly words: ThreadWords
  readonly worth: WorthByKind
}

/** What a page of gaps is asked for: by whom, of which board; undefined for the whole arrangement. */
export interface GapsAsked {
  readonly reader: Reader
  readonly visit: Visit
  readonly standing: Standing
  readonly board: BodySummary | undefined
}

async function groundOf({ reader, visit, board }: GapsAsked, words: ThreadWords): Promise<GapGround> {
  const ground = await readGround(reader, visit.today, new Set(words.kinds.keys()))
  return board === undefined ? ground : { ...ground, asked: ({ body }) => body === board.id }
}

/** The overview of a board's thread, or of the arrangement's. */
export async function overviewOf(asked: GapsAsked, words: ThreadWords): Promise<OverviewView> {
  const { reader, visit, board } = asked
  const ground = await groundOf(asked, words)
  const judged = judgeGaps(gapRules, ground)
  const names = new Map((await listBodies(reader, visit.today)).map(({ id, name }) => [id, name]))
  const served = servedOf(ground)
  const priorities = ground.nodes
    .filter((node) => node.kind === 'priority' && (ground.asked?.(node) ?? true))
    .toSorted(
      (one, other) =>
        (names.get(one.body ?? '') ?? '').localeCompare(names.get(other.body ?? '') ?? '', 'en') ||
        one.label.localeCompare(other.label, 'en', { numeric: true }),
    )
  return {
    board,
    breadcrumbs: board
      ? [
          { text: 'Boards', href: boardsPath },
          { text: board.name, href: boardPath(board.slug) },
        ]
      : [],
    scope: scopeWords(visit.actor !== undefined),
    priorities: priorities.map((node) => ({
      label: clipped(node.label, 160),
      href: threadPaths.record(node.kind, node.id),
      board: names.get(node.body ?? '') ?? '',
      served: servedWords(served(keyOf(node)), words),
    })),
    rules: judged.filter(({ isNotJudged, asked: count }) => !isNotJudged && count > 0).map((line) => ruleLine(line, board)),
    notJudged: judged.filter(({ isNotJudged }) => isNotJudged).map(({ rule }) => gapWords(rule.key).title.toLowerCase()),
    linkRules: threadPaths.rules,
    groups: board && threadPaths.groups(board.slug),
    all: board && threadPaths.all,
  }
}

function ruleLine({ rule, asked, with: having, without, accepted }: JudgedRule, board: BodySummary | undefined): RuleLine {
  return {
    title: gapWords(rule.key).title,
    href: threadPaths.gaps(rule.key, board?.slug),
    asked,
    with: having,
    without: without.length,
    accepted: accepted.length,
  }
}

/** The list of one rule, those that nobody accepted first. */
export async function gapListOf(
  asked: GapsAsked,
  rule: GapRule,
  { words, worth }: ToldWith,
  askedPage: string | undefined,
): Promise<GapListView> {
  const { reader, visit, board } = asked
  const ground = await groundOf(asked, words)
  const [judged] = judgeGaps([rule], ground)
  const all = [...(judged?.without ?? []), ...(judged?.accepted ?? [])]
  const pages = Math.max(1, Math.ceil(all.length / LINES))
  const number = /^[1-9][0-9]{0,4}$/.test(askedPage ?? '') ? Number(askedPage) : 1
  const page = number <= pages ? number : 1
  const shown = all.slice((page - 1) * LINES, page * LINES)
  const names = new Map((await listBodies(reader, visit.today)).map(({ id, name }) => [id, name]))
  const answers = ground.answers.filter((answer) => answer.rule === rule.key)
  const people = await findPeopleNames(
    reader,
    answers.map(({ person }) => person),
  )
  const { title, cure } = gapWords(rule.key)
  const base = threadPaths.gaps(rule.key, board?.slug)
  return {
    title: board ? `${title}: ${board.name}` : title,
    board: board?.slug,
    cure,
    scope: scopeWords(visit.actor !== undefined),
    breadcrumbs: [
      ...(board ? [{ text: board.name, href: boardPath(board.slug) }] : []),
      { text: 'Golden thread', href: board ? threadPaths.board(board.slug) : threadPaths.all },
    ],
    sum:
      judged?.isNotJudged === false
        ? [sumWords(judged), await worthOf(reader, judged, worth)].join(' ').trim()
        : 'Nothing here records yet what this rule asks for, so it is not judged.',
    lines: shown.map((node) => gapLine(asked, rule, node, { words, names, answers, people })),
    page,
    pages,
    hrefOf: (to) => `${base}${base.includes('?') ? '&' : '?'}page=${to}`,
  }
}

/** What those that lack it come to together, where they are money. */
async function worthOf(reader: Reader, { without }: JudgedRule, worth: WorthByKind): Promise<string> {
  const said: string[] = []
  for (const [kind, nodes] of Map.groupBy(without, (node) => node.kind)) {
    const ids = nodes.map(({ id }) => id)
    said.push((await worth[kind]?.(reader, ids)) ?? '')
  }
  return said.filter((one) => one !== '').join(' ')
}

function sumWords({ asked, with: having, without, accepted }: JudgedRule): string {
  const rest =
    accepted.length === 0 ? 'none is accepted for now' : `${accepted.length} ${accepted.length === 1 ? 'is' : 'are'} accepted for now`
  return `Of ${asked} ${asked === 1 ? 'record' : 'records'} asked, ${having} ${having === 1 ? 'has' : 'have'} it, ${without.length} ${
    without.length === 1 ? 'lacks' : 'lack'
  } it, and ${rest}.`
}

interface LineGround {
  readonly words: ThreadWords
  readonly names: ReadonlyMap<string, string>
  readonly answers: readonly GapAnswer[]
  readonly people: ReadonlyMap<string, string>
}

function gapLine({ standing }: GapsAsked, rule: GapRule, node: ThreadNode, { words, names, answers, people }: LineGround): GapLine {
  const own = answers.filter(({ kind, record }) => kind === node.kind && record === node.id)
  const isFree = (answer: GapAnswer['answer']): boolean => !own.some((other) => other.answer === answer)
  const may = (verb: 'assign' | 'accept'): boolean => allows(standing, guardedGap(node.body), verb)
  return {
    label: clipped(node.label, 200),
    noun: words.noun(node.kind),
    href: threadPaths.record(node.kind, node.id),
    board: names.get(node.body ?? '') ?? '',
    answers: own.map((answer) => toldAnswer(answer, people, standing)),
    assign: may('assign') && isFree('assigned') ? threadPaths.assign(rule.key, node.kind, node.id) : undefined,
    accept:
      may('accept') && isFree('accepted') && standing.person !== undefined ? threadPaths.accept(rule.key, node.kind, node.id) : undefined,
  }
}
