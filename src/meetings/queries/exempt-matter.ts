import type { Guarded } from '#governance/public.ts'
import type { Reader } from '#platform/database/session.ts'
import type { ReviewedMatter } from '../rules/exempt-review.ts'
import type { InterestTest } from '../rules/public-interest.ts'
import type { AgendaItem } from './agenda.ts'
import type { Meeting } from './meeting.ts'
import { findPaperSecrecy } from './paper-secrecy.ts'
import { findPapersOfItem, type PaperRecord } from './papers.ts'
import { findPaperTests, findTests } from './public-interest.ts'
import { findPublications, type Publication } from './publications.ts'

/** Exempt matter as its page shows it: what is still exempt, every test, every release. */
export interface ExemptMatter {
  readonly reviewed: ReviewedMatter
  /** Papers of the item that went out, exempt or released. */
  readonly papers: readonly PaperRecord[]
  /** Of the item, and of papers without their own; the earliest first. */
  readonly tests: readonly InterestTest[]
  /** Papers that are exempt for themselves, with their own tests. */
  readonly ownPapers: readonly {
    readonly paper: string
    readonly title: string
    readonly paragraphs: readonly string[]
    readonly tests: readonly InterestTest[]
  }[]
  /** The number of the last test of the item or of a paper; 0 for none. */
  readonly lastNumber: number
  /** Releases of the item and of its papers, withdrawn ones included. */
  readonly releases: readonly Publication[]
}

/** Reads exempt matter, as far as one may. */
export async function findExemptMatter(reader: Reader, meeting: Meeting, item: AgendaItem): Promise<ExemptMatter> {
  const papers = (await findPapersOfItem(reader, item.id)).filter(({ state }) => state === 'published')
  const published = await findPublications(reader, meeting.id)
  const tests = (await findTests(reader, [item.id])).get(item.id) ?? []
  const paperTests = await findPaperTests(reader, meeting.id)
  const secrecy = await findPaperSecrecy(reader, meeting.id)
  const ownPapers = papers.flatMap(({ id, title }) => {
    const own = secrecy.get(id)
    return own ? [{ paper: id, title, paragraphs: own.paragraphs, tests: paperTests.get(id) ?? [] }] : []
  })
  const led = await reader
    .selectFrom('meetings.public_interest_test')
    .select('publication')
    .where('item', '=', item.id)
    .where('publication', 'is not', null)
    .execute()
  return {
    papers,
    ...{ tests, ownPapers },
    lastNumber: Math.max(0, ...[...tests, ...ownPapers.flatMap((own) => own.tests)].map(({ number }) => number)),
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
          where('i.category', '=', 'public'),
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
  const reviews = await findPaperReviews(reader, bodies)
  const own = await findOwnParagraphs(reader, bodies)
  const day = ({ reviewOn }: MatterToReview): string => reviewOn?.toString() ?? '9'
  return rows
    .map(
      ({ category, ...row }): MatterToReview => ({
        ...row,
        paragraphs: row.paragraphs.length > 0 ? row.paragraphs : (own.get(row.item) ?? []),
        onlyPapers: category === 'public',
        reviewOn: earliest([tests.get(row.item)?.at(-1), ...(reviews.get(row.item) ?? [])]),
      }),
    )
    .toSorted((a, b) => day(a).localeCompare(day(b)))
}

/** When exempt matter is looked at again: the first day of the item's test and those of its papers; null where no day is set. */
export function earliestReview({ tests, ownPapers, reviewed }: ExemptMatter): Temporal.PlainDate | null {
  const own = ownPapers.filter(({ paper }) => reviewed.papers.includes(paper))
  return earliest([tests.at(-1), ...own.map((one) => one.tests.at(-1))])
}

type Review = Pick<InterestTest, 'number' | 'reviewOn'>

/** Under which paragraphs papers are exempt for themselves, by item. */
async function findOwnParagraphs(reader: Reader, bodies: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await reader.selectFrom('meetings.paper_secrecy').select(['item', 'paragraphs']).where('body', 'in', bodies).execute()
  const found = Map.groupBy(rows, ({ item }) => item)
  return new Map([...found].map(([item, papers]) => [item, [...new Set(papers.flatMap(({ paragraphs }) => paragraphs))]]))
}

/** When papers that are exempt for themselves are looked at again, by item. */
async function findPaperReviews(reader: Reader, bodies: readonly string[]): Promise<ReadonlyMap<string, readonly Review[]>> {
  const rows = await reader
    .selectFrom('meetings.public_interest_test as t')
    .innerJoin('meetings.paper as p', 'p.id', 't.paper')
    .distinctOn('t.paper')
    .select(['t.item', 't.number', 't.review_on as reviewOn'])
    .where('t.body', 'in', bodies)
    .where('p.category', '=', 'exempt')
    .orderBy('t.paper')
    .orderBy('t.number', 'desc')
    .execute()
  return Map.groupBy(rows, ({ item }) => item)
}

/** The first day of tests, of which the item's own stands first; a test of a paper that was made before it was looked at with the item. */
function earliest([own, ...more]: readonly (Review | undefined)[]): Temporal.PlainDate | null {
  const later = more.filter((test) => test !== undefined && test.number > (own?.number ?? 0))
  const days = [own, ...later].flatMap((test) => (test?.reviewOn ? [test.reviewOn] : []))
  return days.toSorted(Temporal.PlainDate.compare)[0] ?? null
}
