import type { Reader } from '#platform/database/session.ts'
import type { Guarded } from '../permission.ts'
import type { ReviewedMatter } from '../rules/exempt-review.ts'
import type { InterestTest } from '../rules/public-interest.ts'
import type { AgendaItem } from './agenda.ts'
import type { Meeting } from './meeting.ts'
import { findPapersOfItem, type PaperRecord } from './papers.ts'
import { findTests } from './public-interest.ts'
import { findPublications, type Publication } from './publications.ts'

/** Exempt matter as its page shows it: what is still exempt, every test, every release. */
export interface ExemptMatter {
  readonly reviewed: ReviewedMatter
  /** Papers of the item that went out, exempt or released. */
  readonly papers: readonly PaperRecord[]
  /** The earliest first. */
  readonly tests: readonly InterestTest[]
  /** Releases of the item and of its papers, withdrawn ones included. */
  readonly releases: readonly Publication[]
}

/** Reads exempt matter, as far as one may. */
export async function findExemptMatter(reader: Reader, meeting: Meeting, item: AgendaItem): Promise<ExemptMatter> {
  const papers = (await findPapersOfItem(reader, item.id)).filter(({ state }) => state === 'published')
  const published = await findPublications(reader, meeting.id)
  const led = await reader
    .selectFrom('meetings.public_interest_test')
    .select('publication')
    .where('item', '=', item.id)
    .where('publication', 'is not', null)
    .execute()
  return {
    papers,
    tests: (await findTests(reader, [item.id])).get(item.id) ?? [],
    releases: published.filter(({ id }) => led.some(({ publication }) => publication === id)),
    reviewed: {
      ...{ category: item.category, sight: item.sight, meetingSight: meeting.sight, isWithdrawn: item.withdrawnAt !== undefined },
      papers: papers.filter(({ category }) => category === 'exempt').map(({ id }) => id),
    },
  }
}

/** The tests of an item, as the access matrix names them. */
export function guardedTest({ sight, body, meeting }: Pick<AgendaItem, 'sight' | 'body' | 'meeting'>): Guarded {
  return { record: 'public-interest-test', state: sight, ties: { body, meeting } }
}

/** An item with exempt matter that is out, as the review list shows it. It is named by what everybody may read. */
export interface MatterToReview {
  readonly item: string
  readonly meeting: string
  readonly body: string
  readonly heldOn: Temporal.PlainDate
  readonly number: string
  readonly publicTitle: string
  readonly paragraphs: readonly string[]
  /** The item itself is out, and papers under it are not. */
  readonly onlyPapers: boolean
  /** Null where no day is set. */
  readonly reviewOn: Temporal.PlainDate | null
}

/** Exempt matter of some bodies, what is due first; without a day last. No bodies: nothing. */
export async function findMatterToReview(reader: Reader, bodies: readonly string[]): Promise<readonly MatterToReview[]> {
  if (bodies.length === 0) return []
  const rows = await reader
    .selectFrom('meetings.agenda_item as i')
    .innerJoin('meetings.meeting as m', 'm.id', 'i.meeting')
    .select(['i.id as item', 'i.meeting', 'i.body', 'i.number', 'i.public_title as publicTitle', 'i.paragraphs', 'i.category'])
    .select('m.held_on as heldOn')
    .where('i.body', 'in', bodies)
    .where('i.sight', '<>', 'draft')
    .where('i.withdrawn_at', 'is', null)
    .where((where) =>
      where.or([
        where('i.category', '=', 'exempt'),
        where.and([
          where('i.released_by', 'is not', null),
          where.exists(
            where
              .selectFrom('meetings.paper as p')
              .select('p.id')
              .whereRef('p.item', '=', 'i.id')
              .where('p.category', '=', 'exempt')
              .where('p.state', '=', 'published'),
          ),
        ]),
      ]),
    )
    .orderBy('m.held_on', 'desc')
    .limit(500)
    .execute()
  const tests = await findTests(
    reader,
    rows.map(({ item }) => item),
  )
  const day = ({ reviewOn }: MatterToReview): string => reviewOn?.toString() ?? '9'
  return rows
    .map(
      ({ category, ...row }): MatterToReview => ({
        ...row,
        onlyPapers: category === 'public',
        reviewOn: tests.get(row.item)?.at(-1)?.reviewOn ?? null,
      }),
    )
    .toSorted((a, b) => day(a).localeCompare(day(b)))
}
