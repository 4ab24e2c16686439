import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Category, ItemPurpose, ReportStatus } from '../rules/agenda.ts'
import type { CertificateInputs, CertificateVerdict } from '../rules/certificate.ts'
import type { FileToJudge } from '../rules/file-access.ts'
import { type Meeting, meetingColumns, meetingOf } from './meeting.ts'

/** A paper under an item of the public agenda. */
export interface ShownPaper {
  readonly title: string
  readonly publication: string
  readonly first: string
  readonly last: string
}

/** An item as the meeting's page shows it: `title` is null where one may see the face only. */
export interface ShownItem {
  readonly id: string
  readonly parent: string | null
  readonly position: number
  readonly number: string
  readonly publicTitle: string
  readonly title: string | null
  readonly presenter: string | null
  readonly purpose: ItemPurpose
  readonly reportStatus: ReportStatus
  readonly category: Category
  readonly paragraphs: readonly string[]
  readonly urgent: boolean
  readonly sight: string
  readonly withdrawn: boolean
  /** Public; '' where it stands. */
  readonly withdrawnReason: string
  readonly papers: readonly ShownPaper[]
}

/** A publication as the meeting's page shows it. */
export interface ShownPublication {
  readonly id: string
  readonly kind: 'pack' | 'supplement' | 'correction' | 'minutes' | 'release'
  readonly number: number
  readonly tabled: boolean
  readonly publishedAt: string
  readonly publishedOn: string
  /** False where an old record states the day only. */
  readonly timeKnown: boolean
  readonly reason: string
  readonly withdrawnAt: string | null
  readonly withdrawnReason: string
  /** Editions that one may open, with their state and length. */
  readonly files: readonly {
    readonly edition: 'public' | 'full'
    readonly state: 'waiting' | 'ready' | 'failed'
    readonly pages: number | null
  }[]
}

/** A PDF that somebody brought to a published paper, as far as reading it goes. */
export interface ShownFile extends FileToJudge {
  readonly title: string
  readonly paper: string
  /** Number and id of the item. */
  readonly number: string
  readonly item: string
}

/** Another body that was asked to meet there, and whether its clerk has agreed. */
export interface JointBody {
  readonly body: string
  readonly agreed: boolean
}

/** When a meeting was, or is, as rows say it. */
export interface MovedTime {
  readonly day: string
  readonly at: string | null
}

/** Everything that the page of a meeting shows, as far as whoever asks may see it. */
export interface MeetingView {
  /** Empty for a meeting of one body. */
  readonly jointBodies: readonly JointBody[]
  readonly meeting: Meeting
  readonly items: readonly ShownItem[]
  readonly publications: readonly ShownPublication[]
  /** Uploaded PDFs of papers that stand published, in the order of the agenda. */
  readonly files: readonly ShownFile[]
  /** The certificate of the first pack that stands, as the board that called has it; null where none was issued. */
  readonly certificate: { readonly inputs: CertificateInputs; readonly verdict: CertificateVerdict } | null
  readonly minutes: string | null
  readonly decisions: number
  /** Questions and petitions that stand on the agenda or wait, as far as the reader may see them. */
  readonly questions: number
  readonly successorDay: string | null
  /** Day and time of the meeting that took its place, and of the one whose place it took, as far as one may see them. */
  readonly successorTime: MovedTime | null
  readonly predecessorTime: MovedTime | null
  /** For those who attend. */
  readonly onlineLink: string | null
  readonly joiningNotes: string | null
}

// One statement for the whole page: every sub-select is answered under the reader's own policies, and the page costs one journey to the database.
const items = sql<
  ShownItem[]
>`(select coalesce(json_agg(json_build_object('id', i.id, 'parent', i.parent, 'position', i.position, 'number', i.number,
  'publicTitle', i.public_title, 'title', c.title, 'presenter', c.presenter, 'purpose', i.purpose, 'reportStatus', i.report_status, 'category', i.category,
  'paragraphs', i.paragraphs, 'urgent', i.urgent, 'sight', i.sight, 'withdrawn', i.withdrawn_at is not null, 'withdrawnReason', i.withdrawn_reason, 'papers', coalesce(u.papers, '[]'))
  order by i.position), '[]')
  from meetings.agenda_item i left join meetings.item_content c on c.item = i.id
  left join (select p.item, json_agg(json_build_object('title', p.title, 'publication', u.publication, 'first', u.first_page, 'last', u.last_page) order by p.id) as papers
    from meetings.published_paper u join meetings.paper_version v on v.id = u.paper_version and v.state = 'published' join meetings.paper p on p.id = v.paper
    where u.meeting = m.id group by p.item) u on u.item = i.id
  where i.meeting = m.id)`

const publications = sql<
  ShownPublication[]
>`(select coalesce(json_agg(json_build_object('id', b.id, 'kind', b.kind, 'number', b.number, 'tabled', b.tabled, 'publishedAt', b.published_at, 'publishedOn', b.published_on, 'timeKnown', b.time_known,
  'reason', b.reason, 'withdrawnAt', b.withdrawn_at, 'withdrawnReason', b.withdrawn_reason,
  'files', (select coalesce(json_agg(json_build_object('edition', f.edition, 'state', f.state, 'pages', f.pages) order by f.edition desc), '[]')
    from meetings.pack_file f where f.publication = b.id)) order by b.published_at), '[]')
  from meetings.publication b where b.meeting = m.id)`

const files = sql<
  ShownFile[]
>`(select coalesce(json_agg(json_build_object('title', f.title, 'paper', p.title, 'number', i.number, 'item', i.id, 'kind', f.kind, 'findings', f.findings,
  'pages', f.pages, 'alternativeText', f.alternative_text) order by i.position, p.id, f.position), '[]')
  from meetings.paper_file f join meetings.paper_version v on v.id = f.paper_version and v.state = 'published' join meetings.paper p on p.id = v.paper
  join meetings.agenda_item i on i.id = p.item where f.meeting = m.id and f.kind = 'pdf' and f.role <> 'source')`

const certificate = sql<
  MeetingView['certificate']
>`(select json_build_object('inputs', n.inputs, 'verdict', n.verdict) from meetings.notice_certificate n
  join meetings.publication b on b.id = n.publication and b.kind = 'pack' and b.withdrawn_at is null where n.meeting = m.id and n.of_body = m.body order by n.made_at limit 1)`

/**
 * The page of a meeting in one statement.
 * @throws NotFound where there is no such meeting, or none that one may know of
 */
export async function findMeetingView(reader: Reader, id: string): Promise<MeetingView> {
  if (!isUuid(id)) throw new NotFound('No such meeting.')
  const row = await reader
    .selectFrom('meetings.meeting as m')
    .select(meetingColumns)
    .select([
      items.as('items'),
      publications.as('publications'),
      files.as('files'),
      certificate.as('certificate'),
      sql<string | null>`(select state from meetings.minutes where meeting = m.id)`.as('minutes'),
      sql<number>`(select count(*)::int from meetings.decision where meeting = m.id and not withdrawn)`.as('decisions'),
      sql<number>`(select count(*)::int from meetings.submission where meeting = m.id)`.as('questions'),
      sql<string | null>`(select s.held_on::text from meetings.meeting s where s.id = m.successor)`.as('successorDay'),
      sql<MovedTime | null>`(select json_build_object('day', s.held_on, 'at', s.starts_at) from meetings.meeting s where s.id = m.successor)`.as(
        'successorTime',
      ),
      sql<MovedTime | null>`(select json_build_object('day', s.held_on, 'at', s.starts_at) from meetings.meeting s where s.successor = m.id limit 1)`.as(
        'predecessorTime',
      ),
      sql<string | null>`(select online_link from meetings.meeting_private where meeting = m.id)`.as('onlineLink'),
      sql<
        readonly JointBody[]
      >`(select coalesce(json_agg(json_build_object('body', j.body, 'agreed', j.agreed_at is not null) order by j.body), '[]')
        from meetings.joint_body j where j.meeting = m.id)`.as('jointBodies'),
      sql<string | null>`(select joining_notes from meetings.meeting_private where meeting = m.id)`.as('joiningNotes'),
    ])
    .where('m.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new NotFound('No such meeting.')
  const {
    items: shown,
    publications: out,
    files: brought,
    certificate: issued,
    minutes,
    decisions,
    questions,
    successorDay,
    successorTime,
    predecessorTime,
    onlineLink,
    joiningNotes,
    jointBodies,
    ...meeting
  } = row
  return {
    meeting: meetingOf(meeting),
    jointBodies,
    items: shown,
    publications: out,
    files: brought,
    certificate: issued,
    minutes,
    decisions,
    questions,
    successorDay,
    successorTime,
    predecessorTime,
    onlineLink,
    joiningNotes,
  }
}
