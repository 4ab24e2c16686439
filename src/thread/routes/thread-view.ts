import { boardPath, boardsPath } from '#governance/paths.ts'
import { findPeopleNames } from '#governance/public-data.ts'
import type { ToldAnswer } from '../pages/answers.tsx'
import type { ThreadView, ToldLink } from '../pages/thread-page.tsx'
import type { PictureView } from '../pages/thread-picture.tsx'
import { threadPaths } from '../paths.ts'
import { allows, guardedLink } from '../permission.ts'
import { findAnswersOf } from '../queries/gaps.ts'
import { findAssertedLinks } from '../queries/links.ts'
import { findNodes } from '../queries/nodes.ts'
import { findWalk } from '../queries/walk.ts'
import { type GapRule, gapRules } from '../rules/gap-rules.ts'
import { judgeGaps } from '../rules/gaps.ts'
import { layersOf } from '../rules/layers.ts'
import { keyOf, type ThreadNode } from '../rules/node.ts'
import type { Walk } from '../rules/walk.ts'
import { gapWords } from '../words/gaps.ts'
import { clipped, type ThreadWords } from '../words/thread.ts'
import { assertedWords, toldWalk } from '../words/told.ts'
import { type AskedRecord, ownAddress } from './asked.ts'
import { toldAnswer } from './told-answer.ts'

/** A record with its walks on a day: what the page, the picture and the four things are made of. */
export interface ReadThread {
  readonly walks: readonly [towards: Walk, back: Walk]
  /** By `keyOf`. */
  readonly nodes: ReadonlyMap<string, ThreadNode>
}

/** Reads the thread of a record in both directions. */
export async function readThread({ reader, node }: AskedRecord, day: Temporal.PlainDate): Promise<ReadThread> {
  const [towards, back] = await Promise.all([findWalk(reader, node, day, 'towards'), findWalk(reader, node, day, 'back')])
  const ids = new Set([...towards.links, ...back.links].flatMap(({ from, to }) => [from.id, to.id]))
  return { walks: [towards, back], nodes: new Map([...(await findNodes(reader, [...ids], day)), [keyOf(node), node]]) }
}

/** Everything that serves a record, near and far, as its walk found it. */
export function servingIn(node: ThreadNode, { walks: [, back], nodes }: ReadThread): readonly ThreadNode[] {
  const keys = new Set(back.links.map(({ from }) => keyOf(from)))
  keys.delete(keyOf(node))
  return [...keys].flatMap((key) => nodes.get(key) ?? [])
}

/** What the page of a thread shows. */
export async function threadViewOf(
  asked: AskedRecord,
  thread: ReadThread,
  day: Temporal.PlainDate,
  words: ThreadWords,
): Promise<ThreadView> {
  const { visit, standing, node, board } = asked
  const { walks, nodes } = thread
  const [towards, back] = walks
  const noun = words.noun(node.kind)
  const own = ownAddress(words, node, board)
  const isToday = day.equals(visit.today)
  const mayLink = isToday && allows(standing, guardedLink(node.body), 'make')
  const { picture, isCut } = pictureOf(node, walks, nodes, words)
  return {
    title: `Golden thread of the ${noun}: ${clipped(node.label, 80)}`,
    noun,
    label: node.label,
    record: own === undefined ? undefined : { text: clipped(node.label, 100), href: own },
    board: board && node.kind !== 'body' ? { text: board.name, href: boardPath(board.slug) } : undefined,
    breadcrumbs: [
      board ? { text: board.name, href: boardPath(board.slug) } : { text: 'Boards', href: boardsPath },
      { text: 'Golden thread', href: board ? threadPaths.board(board.slug) : threadPaths.all },
    ],
    day,
    isToday,
    scope: visit.actor === undefined ? 'Public records only' : 'The records that you may see',
    towards: { branches: toldWalk(node, towards, nodes, words), goesOn: towards.goesOn },
    back: { branches: toldWalk(node, back, nodes, words), goesOn: back.goesOn },
    picture,
    isPictureCut: isCut,
    links: await toldLinks(asked, words),
    link: mayLink ? threadPaths.link(node.kind, node.id) : undefined,
    answers: await toldAnswers(asked),
    gaps: gapsHere(node, walks, nodes, words, visit.today),
  }
}

/** The rules that the record itself falls short of, as far as its two walks can tell: where one stopped early, nothing is said to be missing. */
function gapsHere(
  node: ThreadNode,
  [towards, back]: readonly [Walk, Walk],
  nodes: ReadonlyMap<string, ThreadNode>,
  words: ThreadWords,
  today: Temporal.PlainDate,
) {
  const isKnown = ({ need }: GapRule): boolean =>
    ('servedBy' in need && !back.goesOn) ||
    ('serves' in need && !towards.goesOn && need.through !== true) ||
    'says' in need ||
    'saysNot' in need
  const ground = {
    nodes: [...nodes.values()],
    links: [...towards.links, ...back.links],
    kinds: new Set(words.kinds.keys()),
    answers: [],
    today,
    asked: (other: ThreadNode) => other === node,
  }
  return judgeGaps(gapRules.filter(isKnown), ground)
    .filter(({ without }) => without.length > 0)
    .map(({ rule }) => ({ words: `It ${gapWords(rule.key).lacks}. ${gapWords(rule.key).cure}`, href: threadPaths.gaps(rule.key) }))
}

function pictureOf(start: ThreadNode, walks: readonly Walk[], nodes: ReadonlyMap<string, ThreadNode>, words: ThreadWords) {
  const { boxes, lines, isCut } = layersOf(start, walks)
  if (boxes.length < 2) return { picture: undefined, isCut }
  const first = Math.min(...boxes.map(({ column }) => column))
  const served = boxes.filter(({ column }) => column < 0).length
  const serving = boxes.length - 1 - served
  const noun = words.noun(start.kind)
  const records = (count: number): string => (count === 1 ? '1 record' : `${count} records`)
  const picture: PictureView = {
    boxes: boxes.map(({ node, column, row }) => ({
      key: keyOf(node),
      column: column - first,
      row,
      noun: words.noun(node.kind),
      label: nodes.get(keyOf(node))?.label ?? '',
      isStart: column === 0,
    })),
    lines: lines.map(({ from, to }) => ({ from: keyOf(from), to: keyOf(to) })),
    sentence: `The ${noun} is joined to ${served === 0 ? 'nothing' : records(served)} that it serves, at the left, and to ${
      serving === 0 ? 'nothing' : records(serving)
    } serving it, at the right. Each arrow points to what is served.`,
  }
  return { picture, isCut }
}

async function toldAnswers({ reader, standing, node }: AskedRecord): Promise<readonly ToldAnswer[]> {
  const answers = await findAnswersOf(reader, node)
  const people = await findPeopleNames(
    reader,
    answers.map(({ person }) => person),
  )
  return answers.map((answer) => toldAnswer(answer, people, standing))
}

async function toldLinks({ reader, visit, standing, node }: AskedRecord, words: ThreadWords): Promise<readonly ToldLink[]> {
  const links = await findAssertedLinks(reader, node)
  if (links.length === 0) return []
  const ids = [...new Set(links.flatMap(({ from, to }) => [from.id, to.id]))]
  const nodes = await findNodes(reader, ids, visit.today)
  const people = await findPeopleNames(
    reader,
    links.flatMap(({ saidBy }) => saidBy ?? []),
  )
  return links.flatMap((link) => {
    if (!nodes.has(keyOf(link.from)) || !nodes.has(keyOf(link.to))) return []
    return {
      words: assertedWords(link, nodes, words),
      why: link.why,
      by: (link.saidBy && people.get(link.saidBy)) ?? 'Recorded with the data',
      startsOn: link.startsOn,
      endsOn: link.endsOn,
      endReason: link.endReason,
      end: link.endsOn === undefined && allows(standing, guardedLink(link.body), 'end') ? threadPaths.endLink(link.id) : undefined,
    }
  })
}
