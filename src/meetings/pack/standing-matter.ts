import type { Reader } from '#platform/database/session.ts'
import type { PackPaper } from '#platform/documents/pdf/pack-input.ts'
import { normalise } from '#platform/paper/normalise.ts'
import { type Block, type Inline, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type Action, findMattersArising } from '../queries/actions.ts'
import type { AgendaItem } from '../queries/agenda.ts'
import type { Meeting } from '../queries/meeting.ts'
import { findStandingKeys } from '../queries/standing-items.ts'
import { findSubmissions, type Submission } from '../queries/submissions.ts'
import { dueWords } from '../words/action.ts'
import { answeredWords, fromWords, submissionKindWords } from '../words/submission.ts'

/** What stands under the openers of an agenda without anybody writing a paper. */
export interface StandingMatter {
  /** The item at which the last minutes are taken; undefined for none. */
  readonly minutesItem: string | undefined
  /** Open actions of earlier meetings. */
  readonly arising: readonly Action[]
  /** What was accepted for the meeting. */
  readonly brought: readonly Submission[]
}

/**
 * Reads what stands under the openers. Part 1 of both editions prints the same, or its pages would move: at a meeting in public what everybody may
 * read, at one in private what is not exempt. A declaration of the whip is for members, and is never printed.
 */
export async function findStandingMatter(reader: Reader, meeting: Meeting, items: readonly AgendaItem[]): Promise<StandingMatter> {
  const keys = await findStandingKeys(reader, items)
  const isPrinted = ({ sight, category }: Pick<Action, 'sight' | 'category'>): boolean =>
    meeting.access === 'public' ? sight === 'public' : sight !== 'draft' && category === 'public'
  return {
    minutesItem: items.find(({ id, category }) => category === 'public' && keys.get(id) === 'minutes')?.id,
    arising: (await findMattersArising(reader, meeting.body, meeting.heldOn)).filter(isPrinted),
    brought: (await findSubmissions(reader, meeting.id)).filter((one) => one.state === 'accepted' && one.kind !== 'whip' && isPrinted(one)),
  }
}

/** The pages of an open item that are made of the record: matters arising, and what was brought (M11, M13). Undefined where there is nothing. */
export function standingPaper(item: Pick<AgendaItem, 'id' | 'category'>, matter: StandingMatter): PackPaper | undefined {
  if (item.category !== 'public') return undefined
  const blocks = [
    ...(item.id === matter.minutesItem ? arisingBlocks(matter.arising) : []),
    ...matter.brought.filter((one) => one.item === item.id).flatMap(broughtBlocks),
  ]
  return blocks.length === 0 ? undefined : { facts: [], tree: normalise({ version: 1, blocks }) }
}

const line = (text: string): Inline[] => [run(text)]
const heading = (level: number, text: string): Block => ({ type: 'heading', level, content: [run(text)] })
const paragraphs = (words: string): Block[] =>
  words
    .split(/\n+/)
    .filter((one) => one.trim() !== '')
    .map((one) => ({ type: 'paragraph', content: line(one) }))

function arisingBlocks(actions: readonly Action[]): readonly Block[] {
  if (actions.length === 0) return []
  const groups = [...Map.groupBy(actions, ({ meeting }) => meeting).values()]
  return [
    heading(1, 'Matters arising: open actions of earlier meetings'),
    ...groups.flatMap((list): Block[] => [
      heading(2, list[0]?.meetingOn ? `Meeting of ${dayInWords(list[0].meetingOn)}` : 'An earlier meeting'),
      {
        type: 'table',
        align: ['start', 'start', 'start'],
        rows: [
          ['Action', 'Led by', 'Due'].map(line),
          ...list.map((action) => [action.text, action.leads.map(({ name }) => name).join(', '), dueWords(action)].map(line)),
        ],
      },
    ]),
  ]
}

function broughtBlocks(one: Submission): readonly Block[] {
  const what = `${submissionKindWords[one.kind]} (${fromWords(one)})`
  const signed = one.signatures === null ? '' : `Signed by ${one.signatures} ${one.signatures === 1 ? 'person' : 'people'}.`
  const answer = one.answer === '' ? [] : [...paragraphs(`Answer, ${answeredWords(one)}:`), ...paragraphs(one.answer)]
  return [heading(1, one.title === '' ? what : `${what}: ${one.title}`), ...paragraphs(one.text), ...paragraphs(signed), ...answer]
}
