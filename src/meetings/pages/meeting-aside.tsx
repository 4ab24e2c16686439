import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { escapeText, rawMarkup } from '#platform/web/render.ts'
import { meetingPaths, submissionPaths } from '../paths.ts'
import type { MeetingView, ShownPublication } from '../queries/meeting-page.ts'
import { packFileName } from '../rules/pack-name.ts'
import { accessWords } from '../words/meeting.ts'
import { noticeStatement, publicationName } from '../words/publication.ts'
import type { MeetingPageProps } from './meeting-page.tsx'

const card = (id: string, title: string, body: string): string =>
  body === ''
    ? ''
    : `<section class="gt-card" aria-labelledby="${id}"><div class="gt-card__head"><h2 class="gt-card__title" id="${id}">${title}</h2></div><div class="gt-card__body">${body}</div></section>`

const link = (href: string, text: string): string => `<a class="govuk-link" href="${escapeText(href)}">${escapeText(text)}</a>`
const list = (items: readonly string[]): string =>
  items.length === 0 ? '' : `<ul class="govuk-list">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`

/** What stands beside the agenda: files, notice, coming along, what the meeting left behind. */
export function MeetingAside({ view, mayReadFull, mayPrepare }: MeetingPageProps): JSX.Element {
  return rawMarkup(
    card('files', 'Papers', filesOf(view, mayReadFull, mayPrepare)) +
      card('notice', 'Notice', noticeOf(view)) +
      card('attending', 'Coming along', attendingOf(view)) +
      card('questions', 'Questions and petitions', questionsOf(view)) +
      card('record', 'Record', recordOf(view, mayPrepare)),
  )
}

function filesOf({ meeting, publications }: MeetingView, mayReadFull: boolean, mayPrepare: boolean): string {
  const standing = publications.filter(({ kind, withdrawnAt }) => kind !== 'minutes' && withdrawnAt === null)
  if (standing.length === 0) return ''
  return standing.map((publication) => filesOfPublication(meeting.id, publication, mayReadFull, mayPrepare)).join('')
}

function filesOfPublication(meeting: string, publication: ShownPublication, mayReadFull: boolean, mayPrepare: boolean): string {
  const { files, publishedAt, publishedOn, timeKnown, reason, kind, id } = publication
  const name = publicationName(publication)
  const links = files
    .filter(({ edition }) => edition === 'public' || mayReadFull)
    .map(({ edition, state, pages }) => {
      const words = edition === 'public' ? 'Public pack' : 'Full pack, for members'
      if (state === 'ready')
        return `${link(meetingPaths.packFile(meeting, packFileName(publication, edition)), `${words} (PDF, ${pages} ${pages === 1 ? 'page' : 'pages'})`)}`
      return `${words}: ${state === 'waiting' ? 'being made. Check again in a moment' : 'not available as PDF. Read the papers as web pages'}`
    })
  const why = kind === 'correction' && reason !== '' ? `<p class="govuk-body-s">Why: ${escapeText(reason)}</p>` : ''
  const manage = mayPrepare
    ? `<p class="govuk-body-s">${link(meetingPaths.publication(meeting, id), `How ${name.toLowerCase()} went out`)}</p>`
    : ''
  return `<h3 class="govuk-heading-s">${escapeText(name)}</h3><p class="govuk-body-s">Published ${timeKnown ? instantInWords(Temporal.Instant.from(publishedAt)) : dayInWords(Temporal.PlainDate.from(publishedOn))}</p>${why}${files.length === 0 && timeKnown === false ? '<p class="govuk-body-s">The pack itself is not held here. Its papers can be read from the agenda.</p>' : ''}${list(links)}${manage}`
}

function noticeOf({ meeting, certificate }: MeetingView): string {
  if (!certificate) return ''
  const statement = escapeText(noticeStatement(certificate.inputs, certificate.verdict))
  return `<p class="govuk-body">${statement}</p><p class="govuk-body">${link(meetingPaths.notice(meeting.id), meeting.joint.length > 0 ? 'How the days were counted for each board' : 'How the days were counted')}</p>`
}

function attendingOf({ meeting, onlineLink, joiningNotes }: MeetingView): string {
  const lines = [
    accessWords[meeting.access],
    escapeText(meeting.accessNotes).replaceAll('\n', '<br>'),
    escapeText(meeting.filmingNotice).replaceAll('\n', '<br>'),
    meeting.contact === '' ? '' : `Contact: ${escapeText(meeting.contact)}`,
    onlineLink ? `${link(onlineLink, 'Join online')} (for those who attend)` : '',
    joiningNotes ? escapeText(joiningNotes).replaceAll('\n', '<br>') : '',
    link(meetingPaths.calendar(meeting.id), 'Put it into your calendar'),
  ]
  return lines
    .filter((line) => line !== '')
    .map((line) => `<p class="govuk-body">${line}</p>`)
    .join('')
}

function recordOf({ meeting, minutes, decisions }: MeetingView, mayPrepare: boolean): string {
  const links = [
    minutes === null ? '' : link(`/meetings/${meeting.id}/minutes`, `Minutes of ${dayInWords(meeting.heldOn)}`),
    decisions === 0 ? '' : link(`/meetings/${meeting.id}/decisions`, decisions === 1 ? '1 decision' : `${decisions} decisions`),
    mayPrepare && meeting.calledAt && Temporal.PlainDate.compare(dayOf(meeting.calledAt), meeting.heldOn) <= 0
      ? link(`/meetings/${meeting.id}/attendance`, 'Attendance')
      : '',
  ]
  return list(links.filter((one) => one !== ''))
}

/** Where to ask a question, and what was accepted. */
function questionsOf({ meeting, questions }: MeetingView): string {
  const isOpen =
    meeting.sight === 'public' && meeting.access === 'public' && (meeting.state === 'called' || meeting.state === 'in_progress')
  const words = questions === 1 ? '1 question or petition' : `${questions} questions and petitions`
  return list([
    ...(questions > 0 ? [link(submissionPaths.list(meeting.id), words)] : []),
    ...(isOpen ? [link(submissionPaths.bring(meeting.id), 'Ask a question or bring a petition')] : []),
  ])
}
