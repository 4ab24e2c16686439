import { Hono } from 'hono'
import { findBodySettings } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { LONDON } from '#platform/time/london.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { FormBody } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { recordExclusion } from '../commands/part-two/record-exclusion.ts'
import { parseExclusionChange, parseRecordedExclusion } from '../forms/public-exclusion.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { paperBoxes } from '../pages/exclusion-fields.ts'
import { PublicExclusionsPage } from '../pages/public-exclusions-page.tsx'
import { meetingPaths, partTwoPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { guardedMeeting } from '../queries/meeting.ts'
import { findCoverable, findPublicExclusions, findTakenWithout } from '../queries/public-exclusions.ts'
import type { PublicExclusion } from '../rules/public-exclusion.ts'
import { formAt } from './endpoint.tsx'
import { type AskedMeeting, meetingGate } from './gates.ts'

type AskedExclusion = AskedMeeting & { readonly exclusion: PublicExclusion }

/** Resolutions to exclude the press and public, as a meeting leaves them behind (M3). */
export function publicExclusionRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/meetings/:id/exclusions', meetingGate('read'), listPage) // read meeting
  formAt(app, needs, '/meetings/:id/exclusions/new', meetingGate('record'), async (asked) =>
    form(await shapeOf(asked, undefined), parseRecordedExclusion, async (doer, input) =>
      leadTo(await recordExclusion(needs, doer, asked.meeting.id, input), () => partTwoPaths.exclusions(asked.meeting.id)),
    ),
  ) // record meeting
  formAt(app, needs, '/meetings/:id/exclusions/:exclusion/edit', exclusionGate, async (asked) =>
    form(await shapeOf(asked, asked.exclusion), parseExclusionChange, async (doer, input) =>
      leadTo(await recordExclusion(needs, doer, asked.meeting.id, input, { id: asked.exclusion.id, version: input.version }), () =>
        partTwoPaths.exclusions(asked.meeting.id),
      ),
    ),
  ) // record meeting
  return app
}

const exclusionGate: Gate<AskedExclusion> = async (reader, c) => {
  const asked = await meetingGate('read')(reader, c)
  const wanted = c.req.param('exclusion')
  const exclusion = (await findPublicExclusions(reader, asked.meeting.id)).find(({ id }) => id === wanted)
  if (!exclusion) throw new NotFound('No such resolution.')
  demandOf(asked.standing, asked.visit, guardedMeeting(asked.meeting), 'record')
  return { ...asked, exclusion }
}

async function listPage({ reader, visit, meeting, body, may }: AskedMeeting) {
  const head = { meeting: meeting.id, board: body, heldOn: meeting.heldOn }
  return (
    <PublicExclusionsPage
      visit={visit}
      head={head}
      regime={(await findBodySettings(reader, meeting.body, meeting.heldOn))?.legalRegime ?? 'partnership'}
      exclusions={await findPublicExclusions(reader, meeting.id)}
      without={await findTakenWithout(reader, meeting.id)}
      mayRecord={may(guardedMeeting(meeting), 'record') && meeting.state !== 'planned' && meeting.state !== 'called'}
    />
  )
}

async function shapeOf({ reader, meeting, body }: AskedMeeting, old: PublicExclusion | undefined): Promise<FormShape> {
  return {
    title: old ? 'Put a resolution right' : 'Record that the press and public were excluded',
    caption: `${body.name}, ${weekdayInWords(meeting.heldOn)}`,
    lead: 'The minutes tell it in the usual words, with the paragraphs of the items. Everybody reads it once they are published.',
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      { text: 'Press and public', href: partTwoPaths.exclusions(meeting.id) },
    ],
    groups: [{ fields: await fieldsOf(reader, meeting.id, old) }],
    submit: 'Save',
    first: old ? valuesOf(old) : { method: 'agreed' },
    version: old?.version,
    cancel: partTwoPaths.exclusions(meeting.id),
  }
}

async function fieldsOf(reader: Reader, meeting: string, old: PublicExclusion | undefined): Promise<readonly FieldSpec[]> {
  const coverable = await findCoverable(reader, meeting)
  const exempt = coverable.items.map(({ id, number, publicTitle }) => ({ id, number, title: publicTitle }))
  const all = [...exempt, ...(old?.items ?? []).filter(({ id }) => !exempt.some((one) => one.id === id))]
  const papers = [...coverable.papers, ...(old?.papers ?? []).filter(({ id }) => !coverable.papers.some((one) => one.id === id))]
  const count = (name: string, label: string): FieldSpec => ({ kind: 'short', name, label })
  return [
    {
      kind: 'boxes',
      name: 'items',
      label: 'For which exempt items?',
      hint: 'Confidential items need no resolution',
      options: all.map(({ id, number, title }) => ({ value: id, text: `${number} ${title}` })),
    },
    ...paperBoxes(papers),
    { kind: 'line', name: 'mover', label: 'Proposed by' },
    { kind: 'line', name: 'seconder', label: 'Seconded by' },
    {
      kind: 'radios',
      name: 'method',
      label: 'How was it decided?',
      options: [
        { value: 'agreed', text: 'Agreed without a vote' },
        { value: 'vote', text: 'By a vote, which is counted below' },
      ],
    },
    ...[count('votesFor', 'For'), count('votesAgainst', 'Against'), count('abstained', 'Abstained')],
    { kind: 'short', name: 'leftAt', label: 'When did the public leave?', hint: 'For example, 15:10' },
    { kind: 'short', name: 'returnedAt', label: 'When did it come back?', hint: 'Leave empty where it did not' },
  ]
}

function valuesOf({ items, papers, mover, seconder, votes, leftAt, returnedAt }: PublicExclusion): FormBody {
  const clock = (at: Temporal.Instant): string => at.toZonedDateTimeISO(LONDON).toPlainTime().toString().slice(0, 5)
  return {
    ...{ items: items.map(({ id }) => id), papers: papers.map(({ id }) => id), mover, seconder, method: votes ? 'vote' : 'agreed' },
    ...(votes ? { votesFor: String(votes.for), votesAgainst: String(votes.against), abstained: String(votes.abstained) } : {}),
    ...{ leftAt: clock(leftAt), returnedAt: returnedAt ? clock(returnedAt) : '' },
  }
}
