import { findBodyById } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { FrontLogo } from '#platform/documents/pdf/pack-input.ts'
import type { Paper } from '#platform/paper/tree.ts'
import { findLogo } from '#platform/partnership-logo.ts'
import { type AgendaItem, findAgenda } from '../queries/agenda.ts'
import { type AskedKeyQuestion, findKeyQuestions } from '../queries/key-questions.ts'
import { findMeeting, type Meeting } from '../queries/meeting.ts'
import { findFilesOfVersions, type PaperFile } from '../queries/paper-files.ts'
import { findHeldBack } from '../queries/paper-secrecy.ts'
import { findConsents, type LateConsent } from '../queries/papers.ts'
import { findPublication, type Publication } from '../queries/publications.ts'
import { findOrigins, type PaperOrigin } from '../queries/sent-papers.ts'
import type { Category } from '../rules/agenda.ts'
import type { HeldBack } from '../rules/paper-secrecy.ts'
import { type ReportFields, readFields } from '../rules/report.ts'
import { findStandingMatter, type StandingMatter } from './standing-matter.ts'

/** A paper as it goes into a pack. */
export interface SourcePaper {
  readonly id: string
  readonly version: string
  /** Its own: it may be exempt under an open item. */
  readonly category: Category
  readonly item: string
  readonly title: string
  readonly fields: ReportFields
  readonly tree: Paper
  readonly files: readonly PaperFile[]
  /** Who consented to its coming late (M5); empty where it was in time. */
  readonly consents: readonly LateConsent[]
  /** Where it was before, with what that board said of it; undefined for a paper written for this meeting. */
  readonly origin: PaperOrigin | undefined
  /** What the board asks of it, with its author's answers. */
  readonly keyQuestions: readonly AskedKeyQuestion[]
}

/** Everything a pack is made of, as far as whoever asks may read it: row-level security makes the public edition, no code leaves anything out. */
export interface PackSource {
  readonly publication: Publication
  readonly meeting: Meeting
  readonly bodyName: string
  readonly slug: string
  readonly partnership: string
  /** The partnership's own mark for the front page; undefined for none. */
  readonly logo: FrontLogo | undefined
  /** Published items in printed order. */
  readonly items: readonly AgendaItem[]
  readonly papers: readonly SourcePaper[]
  /** Papers of this publication that are held back under open items, as everybody may read of them. */
  readonly heldBack: readonly HeldBack[]
  /** What stands under openers without a paper. */
  readonly standing: StandingMatter
}

/** Reads what a publication's pack is made of, as the reader's actor. @throws NotFound where one may not know of it */
export async function findPackSource(reader: Reader, meetingId: string, publicationId: string): Promise<PackSource> {
  const publication = await findPublication(reader, meetingId, publicationId)
  const meeting = await findMeeting(reader, meetingId)
  const body = await findBodyById(reader, meeting.body, meeting.heldOn)
  const setting = await reader.selectFrom('platform.setting').select('value').where('key', '=', 'partnership.name').executeTakeFirst()
  const items = (await findAgenda(reader, meetingId)).filter((item) => item.sight !== 'draft' && !item.withdrawnAt)
  const rows = await reader
    .selectFrom('meetings.published_paper as u')
    .innerJoin('meetings.paper_version as v', 'v.id', 'u.paper_version')
    .innerJoin('meetings.paper as p', 'p.id', 'v.paper')
    .select(['v.id as version', 'p.id as paper', 'p.category', 'u.item', 'p.title', 'v.fields', 'v.tree'])
    .where('u.publication', '=', publicationId)
    .orderBy('p.id')
    .execute()
  const files = await findFilesOfVersions(
    reader,
    rows.map(({ version }) => version),
  )
  const consents = await findConsents(
    reader,
    rows.map(({ paper }) => paper),
  )
  const origins = await findOrigins(
    reader,
    rows.map(({ paper }) => paper),
    meeting.heldOn,
  )
  const keyQuestions = await findKeyQuestions(
    reader,
    rows.map(({ paper }) => paper),
  )
  return {
    publication,
    meeting,
    bodyName: body?.name ?? '',
    slug: body?.slug ?? '',
    logo: await findLogo(reader),
    partnership: typeof setting?.value === 'string' ? setting.value : '',
    items,
    heldBack: (await findHeldBack(reader, meetingId)).filter(({ publications }) => publications.includes(publicationId)),
    standing: await findStandingMatter(reader, meeting, items),
    papers: rows.map(({ paper, ...row }) => ({
      ...row,
      id: paper,
      category: row.category as Category,
      fields: readFields(row.fields),
      tree: row.tree as Paper,
      files: files.filter(({ paperVersion }) => paperVersion === row.version),
      consents: consents.filter((consent) => consent.paper === paper),
      origin: origins.get(paper),
      keyQuestions: keyQuestions.get(paper) ?? [],
    })),
  }
}
