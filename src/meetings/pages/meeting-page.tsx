import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Columns } from '#platform/web/components/columns.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths, meetingPaths } from '../paths.ts'
import type { MeetingView, ShownItem } from '../queries/meeting-page.ts'
import type { MeetingRecordView } from '../queries/meeting-record.ts'
import type { Reading } from '../queries/reading.ts'
import { inPrintedOrder } from '../rules/agenda.ts'
import { standingOf } from '../rules/meeting.ts'
import { rangeInWords } from '../rules/pages.ts'
import { paragraphsInWords, purposeWords, reportStatusWords } from '../words/agenda.ts'
import { whenInWords } from '../words/mails.ts'
import { kindWords, standingSentence, standingWords } from '../words/meeting.ts'
import { hardPapers } from './access-gaps.tsx'
import { type BodyAtMeeting, JointNotice } from './joint-notice.tsx'
import { MeetingAside } from './meeting-aside.tsx'
import { meetingEvent } from './meeting-event.ts'
import { MeetingRecord } from './meeting-record.tsx'
import { ReadingStrip } from './reading-strip.tsx'

/** The page of a meeting for whoever reads it. */
export interface MeetingPageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  /** Every board at the table, the one that called first. */
  readonly atTable: readonly BodyAtMeeting[]
  readonly view: MeetingView
  readonly mayPrepare: boolean
  readonly mayReadFull: boolean
  /** What the meeting left behind; undefined where there is nothing to show or do. */
  readonly record: MeetingRecordView | undefined
  readonly mayRecord: boolean
  /** What one has read; undefined for a visitor. */
  readonly reading: Reading | undefined
}

/** A meeting: when and where, what came out, the agenda with its papers. Drawn without macros, because everybody asks for it at once. */
export function MeetingPage(props: MeetingPageProps): JSX.Element {
  const { visit, board, view } = props
  const { meeting } = view
  const standing = standingOf(meeting.state, meeting.heldOn, visit.today)
  const { word, meaning } = standingWords[standing]
  const sentence = standingSentence(
    standing,
    meeting.stateReason,
    view.successorDay === null ? undefined : Temporal.PlainDate.from(view.successorDay),
  )
  const title =
    meeting.title ||
    (meeting.kind === 'ordinary' ? `Meeting on ${dayInWords(meeting.heldOn)}` : `${kindWords[meeting.kind]}, ${dayInWords(meeting.heldOn)}`)
  const breadcrumbs = [
    { text: board.name, href: `/boards/${board.slug}` },
    { text: 'Meetings', href: meetingPaths.meetings(board.slug) },
  ]
  const calendar = { type: 'text/calendar', title: 'This meeting for a calendar', href: meetingPaths.calendar(meeting.id) }
  return (
    <Page visit={visit} title={`${title}: ${board.name}`} breadcrumbs={breadcrumbs} width="workspace" alternates={[calendar]}>
      <PageHead
        title={title}
        caption={props.atTable.map(({ name }) => name).join(' and ')}
        lead={`${whenInWords(meeting)}${meeting.place ? `, ${meeting.place}` : ''}`}
        status={<StatusPill meaning={meaning}>{word}</StatusPill>}
        actions={
          props.mayPrepare
            ? rawMarkup(
                `<a class="govuk-button govuk-button--secondary" href="${meetingPaths.prepare(meeting.id)}">Prepare this meeting</a>`,
              )
            : undefined
        }
      />
      {rawMarkup(
        meetingEvent(
          view,
          title,
          props.atTable.filter(({ agreed }) => agreed),
        ),
      )}
      {meeting.theme !== '' && <p class="govuk-body">Theme: {meeting.theme}</p>}
      <JointNotice visit={visit} meeting={meeting.id} bodies={props.atTable} />
      {rawMarkup(liveLinkOf(props))}
      {rawMarkup(noticesOf(view, sentence))}
      <ReadingStrip meeting={meeting.id} reading={props.reading} />
      <Columns
        main={
          <>
            {rawMarkup(agendaOf(view) + hardPapers(meeting, view.files))}
            {props.record && (
              <MeetingRecord
                record={props.record}
                mayRecord={props.mayRecord}
                hasBegun={['in_progress', 'ended', 'abandoned'].includes(meeting.state)}
              />
            )}
          </>
        }
        aside={<MeetingAside {...props} />}
      />
    </Page>
  )
}

/** The way into the room: for everybody while the meeting runs, for those who attend on its day. */
function liveLinkOf({ view: { meeting }, mayReadFull, visit }: MeetingPageProps): string {
  const isRunning = meeting.state === 'in_progress'
  if (!isRunning && !(mayReadFull && meeting.state === 'called' && meeting.heldOn.equals(visit.today))) return ''
  const words = isRunning ? 'This meeting is in progress.' : 'This meeting is today.'
  const link = isRunning ? 'Follow it live' : 'Open its live screen'
  return `<div class="govuk-inset-text">${words} <a class="govuk-link" href="${livePaths.live(meeting.id)}">${link}</a></div>`
}

function noticesOf({ meeting, publications }: MeetingView, sentence: string | undefined): string {
  const link = meeting.successor
    ? ` <a class="govuk-link" href="${meetingPaths.meeting(meeting.successor)}">See the meeting that takes its place</a>.`
    : ''
  const off = sentence ? `<div class="govuk-inset-text">${escapeText(sentence)}${link}</div>` : ''
  const withdrawn = publications
    .filter(({ withdrawnAt }) => withdrawnAt !== null)
    .map(({ withdrawnAt, withdrawnReason, kind }) => {
      const what = kind === 'pack' ? 'The agenda and papers were' : `A ${kind === 'minutes' ? 'set of minutes' : kind} was`
      const day = dayInWords(
        Temporal.Instant.from(withdrawnAt ?? '')
          .toZonedDateTimeISO('Europe/London')
          .toPlainDate(),
      )
      return `<div class="govuk-inset-text">${what} withdrawn on ${day} because: ${escapeText(withdrawnReason)}</div>`
    })
  return off + withdrawn.join('')
}

function agendaOf({ meeting, items, publications }: MeetingView): string {
  const shown = inPrintedOrder(items).filter((item) => item.sight !== 'draft')
  const head =
    '<section class="gt-card gt-card--flush" aria-labelledby="agenda"><div class="gt-card__head"><h2 class="gt-card__title" id="agenda">Agenda</h2></div><div class="gt-card__body">'
  if (shown.length === 0) {
    const withdrawn = publications.some(({ kind, withdrawnAt }) => kind === 'pack' && withdrawnAt !== null)
    const words = withdrawn
      ? 'The agenda was withdrawn. A new one is shown here once it is published.'
      : 'The agenda is not published yet. It is shown here once it is.'
    return `${head}<div class="gt-empty"><p class="gt-empty__title">No agenda</p><p>${words}</p></div></div></section>`
  }
  return `${head}${agendaTable(meeting.id, shown)}</div></section>`
}

/**
 * The agenda as a table, for the meeting's page and for the check before publishing: both show the same. Items in printed order; `unnumbered` stands
 * where pages will, once the pack is made.
 */
export function agendaTable(meeting: string, items: readonly ShownItem[], unnumbered = 'Attached'): string {
  const rows = items.map((item) => rowOf(meeting, item, unnumbered)).join('')
  const columns = ['Item', 'Title', 'Purpose', 'Report'].map((heading) => `<th scope="col" role="columnheader">${heading}</th>`).join('')
  return `<div class="gt-table-stack"><table class="gt-table gt-agenda" role="table"><caption class="govuk-visually-hidden">Agenda</caption><thead role="rowgroup"><tr role="row">${columns}</tr></thead><tbody role="rowgroup">${rows}</tbody></table></div>`
}

function rowOf(meeting: string, item: ShownItem, unnumbered: string): string {
  const name = item.parent === null ? 'gt-agenda__number' : 'gt-agenda__number gt-agenda__number--sub'
  const number = `<th scope="row" role="rowheader" class="${name}">${item.number}</th>`
  const title = escapeText(item.title ?? item.publicTitle)
  const reason = item.withdrawnReason === '' ? '' : ` because: ${escapeText(item.withdrawnReason)}`
  if (item.withdrawn)
    return `<tr role="row" id="item-${item.number}">${number}<td role="cell"><s>${title}</s><br>Withdrawn${reason}</td>${cellOf('Purpose', '')}${cellOf('Report', '')}</tr>`
  const link = `<a class="govuk-link" href="${meetingPaths.item(meeting, item.id)}">${title}</a>`
  const lead = item.presenter ? `<br><span class="gt-agenda__lead">${escapeText(item.presenter)}</span>` : ''
  const urgent = item.urgent ? ' <strong>Urgent.</strong>' : ''
  const part =
    item.category === 'public' ? '' : `<br><span class="gt-agenda__lead">Not for publication: ${escapeText(paragraphsInWords(item))}</span>`
  return `<tr role="row" id="item-${item.number}">${number}<td role="cell">${link}${urgent}${lead}${part}</td>${cellOf('Purpose', purposeOf(item))}${cellOf('Report', reportOf(item, unnumbered))}</tr>`
}

/** On a phone the label stands before the cell; before an empty one it would say nothing. */
function cellOf(label: string, markup: string): string {
  return markup === '' ? '<td role="cell"></td>' : `<td role="cell" data-label="${label}">${markup}</td>`
}

function purposeOf({ purpose }: ShownItem): string {
  if (purpose === 'procedure') return ''
  return purpose === 'not_stated' ? '<span class="gt-missing">Not stated</span>' : purposeWords[purpose]
}

function reportOf(item: ShownItem, unnumbered: string): string {
  const ranges = item.papers.map(({ first, last }) => rangeInWords({ first, last }) || unnumbered)
  const how = item.reportStatus === 'tabled' ? [reportStatusWords.tabled] : []
  if (ranges.length > 0) return [...how, ...ranges].join('<br>')
  if (item.category !== 'public' && item.title === null) return 'Not for publication'
  if (item.reportStatus === 'none') return ''
  return item.reportStatus === 'not_stated' ? '<span class="gt-missing">Not stated</span>' : reportStatusWords[item.reportStatus]
}
