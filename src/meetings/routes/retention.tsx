import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { reviewRetention, setRetention } from '../commands/retention/keep-retention.ts'
import { parseRetentionClass, parseRetentionReview } from '../forms/retention.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { BoardRetentionPage, MeetingRetentionPage } from '../pages/retention-pages.tsx'
import { recordPaths, retentionPaths } from '../paths.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import {
  findDueRecords,
  findRetainedRecords,
  findRetentionClasses,
  guardedRetention,
  guardedRetentionReview,
  type RetainedRecord,
} from '../queries/retention.ts'
import { classOn } from '../rules/retention.ts'
import { retainedKindWords, retentionActionWords, retentionClassWords, retentionOutcomeWords } from '../words/retention.ts'
import { formAt } from './endpoint.tsx'
import { type Asked, type AskedMeeting, boardGate, meetingGate } from './gates.ts'

type AskedRecord = AskedMeeting & { readonly record: RetainedRecord }

/** For how long record copies are kept, what is due, and what is decided of it (M16). */
export function retentionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/boards/:slug/retention', boardGate(), boardPage) // anybody
  formAt(app, needs, '/boards/:slug/retention/new', boardGate(guardedRetention, 'keep'), async (asked) =>
    form(classShape(asked), parseRetentionClass, async (doer, input) =>
      leadTo(await setRetention(needs, doer, asked.body.id, input), () => retentionPaths.ofBoard(asked.body.slug)),
    ),
  ) // keep retention-class
  pageAt(app, needs, '/meetings/:id/retention', meetingGate('read'), meetingPage) // read meeting
  formAt(app, needs, '/meetings/:id/retention/:kind', recordGate, async (asked) =>
    form(reviewShape(asked), parseRetentionReview, async (doer, input) =>
      leadTo(await reviewRetention(needs, doer, { meeting: asked.meeting.id, kind: asked.record.kind }, input), () =>
        retentionPaths.ofMeeting(asked.meeting.id),
      ),
    ),
  ) // record meeting
  return app
}

const recordGate: Gate<AskedRecord> = async (reader, c) => {
  const asked = await meetingGate('record')(reader, c)
  const wanted = c.req.param('kind')
  const record = (await findRetainedRecords(reader, asked.meeting, asked.visit.today)).find(({ kind }) => kind === wanted)
  if (!record) throw new NotFound('No such record.')
  return { ...asked, record }
}

const headOf = ({ meeting, body }: AskedMeeting) => ({ meeting: meeting.id, board: body, heldOn: meeting.heldOn })

async function meetingPage(asked: AskedMeeting) {
  const { reader, visit, meeting, may } = asked
  const records = await findRetainedRecords(reader, meeting, visit.today)
  const mayDecide = may(guardedMeeting(meeting), 'record')
  return <MeetingRetentionPage visit={visit} head={headOf(asked)} records={records} mayDecide={mayDecide} />
}

async function boardPage({ reader, visit, body, may }: Asked) {
  const classes = await findRetentionClasses(reader, body.id)
  return (
    <BoardRetentionPage
      visit={visit}
      board={body}
      classes={classes.map((one) => ({
        ...one,
        isNow: classOn(classes, { kind: one.kind, body: body.id }, visit.today)?.id === one.id,
      }))}
      due={may(guardedRetentionReview(body.id), 'read') ? await findDueRecords(reader, body.id, visit.today) : undefined}
      maySet={may(guardedRetention(body.id), 'keep')}
    />
  )
}

function classShape({ body, visit }: Asked): FormShape {
  return {
    title: 'Set how long records are kept',
    caption: body.name,
    lead: 'It holds for meetings of the past, too. The period before it ends on the day from which this one holds, and stays on the page.',
    breadcrumbs: [
      { text: body.name, href: recordPaths.board(body.slug) },
      { text: 'How long records are kept', href: retentionPaths.ofBoard(body.slug) },
    ],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'Which records?', options: optionsOf(retainedKindWords) },
          { kind: 'radios', name: 'action', label: 'What happens to them?', options: optionsOf(retentionActionWords) },
          { kind: 'short', name: 'years', label: 'Years from the day of the meeting', hint: 'Leave empty for what is kept for good' },
          { kind: 'line', name: 'source', label: 'Where it comes from', hint: 'The law, the terms or the schedule that says so' },
          { kind: 'line', name: 'setBy', label: 'Who decided it?' },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
        ],
      },
    ],
    submit: 'Set it',
    first: dayValues('startsOn', visit.today),
    cancel: retentionPaths.ofBoard(body.slug),
  }
}

function reviewShape(asked: AskedRecord): FormShape {
  const { body, meeting, record, visit } = asked
  const { standing, reviews, found } = record
  return {
    title: `Decide on ${retainedKindWords[record.kind].toLowerCase()}`,
    caption: `${body.name}, ${dayInWords(meeting.heldOn)}`,
    lead: `${retentionClassWords(found)} Nothing is deleted here: your decision is recorded, and people act on it.`,
    breadcrumbs: [
      { text: body.name, href: recordPaths.board(body.slug) },
      { text: dayInWords(meeting.heldOn), href: recordPaths.meeting(meeting.id) },
      { text: 'How long this record is kept', href: retentionPaths.ofMeeting(meeting.id) },
    ],
    groups: [
      {
        fields: [
          {
            kind: 'radios',
            name: 'outcome',
            label: 'What was decided?',
            hint: standing.state === 'due' ? undefined : 'It is not due yet, so it cannot be destroyed',
            options: optionsOf(retentionOutcomeWords),
          },
          { kind: 'day', name: 'keepUntil', label: 'If it is kept: until when?' },
          { kind: 'line', name: 'place', label: 'If it went to an archive: which?' },
          { kind: 'lines', name: 'reason', label: 'Why?', rows: 3 },
          { kind: 'line', name: 'decidedBy', label: 'Who decided?' },
          { kind: 'day', name: 'decidedOn', label: 'When was it decided?' },
        ],
      },
    ],
    submit: 'Record the decision',
    version: reviews.length + 1,
    first: dayValues('decidedOn', visit.today),
    cancel: retentionPaths.ofMeeting(meeting.id),
  }
}
