import type { Reader } from '#platform/database/session.ts'
import type { ExcludedPaper, PublicExclusion } from '../rules/public-exclusion.ts'
import { type AgendaItem, findAgenda } from './agenda.ts'
import { findHeldBack, findPaperSecrecy } from './paper-secrecy.ts'

/** The resolutions to exclude the public from a meeting, the earliest first, as far as one may see. Items are named as everybody may read them. `known`: the agenda, where it was read. */
export async function findPublicExclusions(
  reader: Reader,
  meeting: string,
  known?: readonly AgendaItem[],
): Promise<readonly PublicExclusion[]> {
  const rows = await reader
    .selectFrom('meetings.exclusion')
    .select(['id', 'mover_name as mover', 'seconder_name as seconder', 'votes_for', 'votes_against', 'abstained', 'version'])
    .select(['left_at as leftAt', 'returned_at as returnedAt'])
    .where('meeting', '=', meeting)
    .orderBy('left_at')
    .execute()
  if (rows.length === 0) return []
  const covered = await reader.selectFrom('meetings.exclusion_item').select(['exclusion', 'item']).where('meeting', '=', meeting).execute()
  const named = await reader.selectFrom('meetings.exclusion_paper').select(['exclusion', 'paper']).where('meeting', '=', meeting).execute()
  const agenda = known ?? (await findAgenda(reader, meeting))
  const papers = named.length === 0 ? [] : await findNamedPapers(reader, meeting, agenda, new Set(named.map(({ paper }) => paper)))
  return rows.map(({ votes_for, votes_against, abstained, ...row }) => ({
    ...row,
    votes: votes_for === null ? undefined : { for: votes_for, against: votes_against ?? 0, abstained: abstained ?? 0 },
    items: agenda
      .filter(({ id }) => covered.some(({ exclusion, item }) => exclusion === row.id && item === id))
      .map(({ id, number, publicTitle, paragraphs }) => ({ id, number, title: publicTitle, paragraphs })),
    papers: papers.filter(({ id }) => named.some(({ exclusion, paper }) => exclusion === row.id && paper === id)),
  }))
}

/** Papers that resolutions name. One that was released since is held back no more: whoever may read it reads why it was. */
async function findNamedPapers(
  reader: Reader,
  meeting: string,
  agenda: readonly AgendaItem[],
  wanted: ReadonlySet<string>,
): Promise<readonly ExcludedPaper[]> {
  const held = (await findHeldBackPapers(reader, meeting, agenda)).filter(({ id }) => wanted.has(id))
  const missing = [...wanted].filter((id) => !held.some((one) => one.id === id))
  if (missing.length === 0) return held
  const rows = await reader.selectFrom('meetings.paper').select(['id', 'item']).where('id', 'in', missing).orderBy('id').execute()
  const said = await findPaperSecrecy(reader, meeting)
  const released = rows.map(({ id, item }) => {
    const number = agenda.find((one) => one.id === item)?.number ?? ''
    return { id, item, number, title: said.get(id)?.publicTitle ?? '', paragraphs: said.get(id)?.paragraphs ?? [] }
  })
  return [...held, ...released]
}

/** Papers that are exempt for themselves under items that everybody hears, in the order of the agenda. */
async function findHeldBackPapers(reader: Reader, meeting: string, agenda: readonly AgendaItem[]): Promise<readonly ExcludedPaper[]> {
  const held = (await findHeldBack(reader, meeting)).filter(({ category }) => category === 'exempt')
  return agenda.flatMap(({ id: item, number }) =>
    held
      .filter((one) => one.item === item)
      .map(({ paper, publicTitle: title, paragraphs }) => ({ id: paper, item, number, title, paragraphs })),
  )
}

/** What a resolution can cover; the agenda, where it was read. */
export async function findCoverable(
  reader: Reader,
  meeting: string,
  known?: readonly AgendaItem[],
): Promise<{ readonly items: readonly AgendaItem[]; readonly papers: readonly ExcludedPaper[] }> {
  const agenda = known ?? (await findAgenda(reader, meeting))
  return { items: exemptItemsOf(agenda), papers: await findHeldBackPapers(reader, meeting, agenda) }
}

/** The exempt items that a resolution can cover: those that stand on the agenda and are known to the members. */
export function exemptItemsOf(agenda: readonly AgendaItem[]): readonly AgendaItem[] {
  return agenda.filter(({ category, withdrawnAt, sight }) => category === 'exempt' && withdrawnAt === undefined && sight !== 'draft')
}

/** Exempt items that were taken without a resolution, with why, as far as one may see. */
export async function findTakenWithout(
  reader: Reader,
  meeting: string,
): Promise<readonly { readonly number: string; readonly title: string; readonly reason: string }[]> {
  return reader
    .selectFrom('meetings.item_time as t')
    .innerJoin('meetings.agenda_item as i', 'i.id', 't.item')
    .select(['i.number', 'i.public_title as title', 't.without_resolution as reason'])
    .where('t.meeting', '=', meeting)
    .where('t.without_resolution', '<>', '')
    .where('t.category', '<>', 'public')
    .orderBy('t.from_at')
    .execute()
}
