import type { Reader } from '#platform/database/session.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { findFiledFiles } from '../queries/filed-files.ts'
import { findMinutesRecord } from '../queries/minutes-source.ts'
import { findMeetingGround, type RecordedMeeting } from '../queries/record.ts'
import { forbiddenPhrases, textsOf } from '../rules/exempt-phrases.ts'
import { readFields } from '../rules/report.ts'

/** Everything of a meeting's Part 2 that must not be in a public file, as phrases to seek. Asked as the system. */
export async function findForbiddenPhrases(reader: Reader, meeting: string): Promise<readonly string[]> {
  const contents = await reader
    .selectFrom('meetings.item_content')
    .select(['title', 'summary', 'public_interest', 'urgent_reason'])
    .where('meeting', '=', meeting)
    .where('category', '<>', 'public')
    .execute()
  const papers = await reader
    .selectFrom('meetings.paper_version as v')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .select(['p.title', 'v.fields', 'v.tree'])
    .where('p.meeting', '=', meeting)
    .where('p.category', '<>', 'public')
    .execute()
  const answers = await reader
    .selectFrom('meetings.key_answer as a')
    .innerJoin('meetings.paper as p', 'p.id', 'a.paper')
    .select('a.words')
    .where('p.meeting', '=', meeting)
    .where('p.category', '<>', 'public')
    .execute()
  const titles = await reader.selectFrom('meetings.agenda_item').select('public_title').where('meeting', '=', meeting).execute()
  const texts = [
    ...contents.flatMap((content) => [content.title, content.summary, content.public_interest, content.urgent_reason]),
    // Whether a budget is pooled is one of three words of ours: it stands in public papers, too.
    ...papers.flatMap(({ title, fields, tree }) => {
      const { budgetKind: _kind, ...said } = readFields(fields)
      return [title, ...Object.values(said), ...textsOf(tree as Paper)]
    }),
    ...answers.map(({ words }) => words),
  ]
  // What somebody chose to tell everybody of a paper that is held back.
  const told = await reader
    .selectFrom('meetings.paper_secrecy')
    .select(['public_title', 'public_conclusion'])
    .where('meeting', '=', meeting)
    .execute()
  const phrases = forbiddenPhrases(texts, [
    ...titles.map(({ public_title }) => public_title),
    ...told.flatMap(({ public_title, public_conclusion }) => [public_title, public_conclusion]).filter((words) => words !== ''),
  ])
  return phrases.filter((phrase) => /[\p{L}\p{N}]{2}/u.test(phrase))
}

/**
 * The same for the public minutes of a meeting: besides Part 2 of its agenda, the minutes, decisions and actions of exempt items. What was
 * recorded under a public item may stand in both, such as 'That the report be noted'. Asked as the system.
 */
export async function findForbiddenInMinutes(reader: Reader, meeting: RecordedMeeting): Promise<readonly string[]> {
  const sections = await reader
    .selectFrom('meetings.minutes_section')
    .select(['heading', 'tree'])
    .where('meeting', '=', meeting.id)
    .where('category', '<>', 'public')
    .execute()
  const filed = await findFiledFiles(reader, meeting.id)
  const titlesOf = (isOpen: boolean) =>
    filed.filter(({ category }) => (category === 'public') === isOpen).flatMap(({ title, fileName }) => [title, fileName])
  const { items, entries } = await findMinutesRecord(reader, await findMeetingGround(reader, meeting))
  const recorded = (isOpen: boolean): readonly string[] => [
    ...items
      .filter(({ category, presenter }) => (category === 'public') === isOpen && presenter !== '')
      .map(({ presenter }) => `Presented by ${presenter}.`),
    // Notes are no minutes yet: what was typed under a public item may well be told nowhere.
    ...entries
      .filter(({ category, kind }) => (category === 'public') === isOpen && (!isOpen || kind !== 'note'))
      .flatMap(({ blocks }) => textsOf({ version: 1, blocks })),
  ]
  const open = [...recorded(true), ...titlesOf(true)]
  const titles = await reader.selectFrom('meetings.agenda_item').select('public_title').where('meeting', '=', meeting.id).execute()
  const texts = [
    ...sections.flatMap(({ heading, tree }) => [heading, ...textsOf(tree as unknown as Paper)]),
    ...recorded(false),
    ...titlesOf(false),
  ]
  const phrases = forbiddenPhrases(texts, [...titles.map(({ public_title }) => public_title), ...open])
  const ofAgenda = forbiddenPhrases(await findForbiddenPhrases(reader, meeting.id), open)
  return [...new Set([...ofAgenda, ...phrases])].filter((phrase) => /[\p{L}\p{N}]{2}/u.test(phrase))
}
