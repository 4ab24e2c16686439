import { type Context, Hono } from 'hono'
import { type Reader, readAs } from '#platform/database/session.ts'
import { changesBetween } from '#platform/paper/diff.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords, weekdayInWords } from '#platform/time/words.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ComparePage, type CompareProps } from '../pages/compare-page.tsx'
import { meetingPaths, recordPaths } from '../paths.ts'
import { findMinutes, findMinutesVersion } from '../queries/minutes.ts'
import { findPaperVersions } from '../queries/papers.ts'
import { findRecordedMeeting } from '../queries/record.ts'
import { findOrigins } from '../queries/sent-papers.ts'
import { minutesAsText, paperAsText } from '../rules/compared-texts.ts'
import { factWords, partWords } from '../words/paper.ts'
import { paperGate } from './gates.ts'

/** What changed between two versions of a paper or of minutes: for whoever may read both (M15). */
export function compareRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/papers/:paper/versions/:from{[0-9]{1,5}}/compare/:to{[0-9]{1,5}}', (c) => show(needs, c, comparedPapers)) // read paper
  app.get('/papers/:paper/before/compare', (c) => show(needs, c, comparedBoards)) // read paper
  app.get('/meetings/:id/minutes/versions/:from{[0-9]{1,5}}/compare/:to{[0-9]{1,5}}', (c) => show(needs, c, comparedMinutes)) // read minutes
  return app
}

type Compared = Omit<CompareProps, 'visit'>

async function show(
  needs: MeetingsNeeds,
  c: Context<AppEnv, string>,
  find: (reader: Reader, c: Context<AppEnv, string>) => Promise<Compared>,
) {
  const visit = c.get('visit')
  const compared = await readAs(needs.db, visit, (reader) => find(reader, c))
  return c.html(<ComparePage visit={visit} {...compared} />)
}

const numberIn = (c: Context<AppEnv, string>, name: string): number => Number(c.req.param(name))

async function comparedPapers(reader: Reader, c: Context<AppEnv, string>): Promise<Compared> {
  const { paper, body, meeting, item } = await paperGate('read')(reader, c)
  const versions = await findPaperVersions(reader, paper.id)
  const [from, to] = ['from', 'to'].map((name) => versions.find(({ number }) => number === numberIn(c, name)))
  if (!from || !to) throw new NotFound('No such version.')
  const textOf = ({ fields, tree }: typeof from) => paperAsText(fields, tree, factWords, partWords)
  return {
    title: paper.title,
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
    ],
    from: { ...from, href: meetingPaths.paperVersion(paper.id, from.number) },
    to: { ...to, href: meetingPaths.paperVersion(paper.id, to.number) },
    changes: changesBetween(textOf(from), textOf(to)),
  }
}

/** The version that another board sent on, beside the newest one here. */
async function comparedBoards(reader: Reader, c: Context<AppEnv, string>): Promise<Compared> {
  const { paper, body, meeting, item, visit } = await paperGate('read')(reader, c)
  const origin = (await findOrigins(reader, [paper.id], visit.today)).get(paper.id)
  const [to] = await findPaperVersions(reader, paper.id)
  const from = origin?.sentVersion
  if (!origin || !from || !to) throw new NotFound('No such version.')
  const textOf = ({ fields, tree }: Pick<typeof to, 'fields' | 'tree'>) => paperAsText(fields, tree, factWords, partWords)
  return {
    title: paper.title,
    breadcrumbs: [
      { text: body.name, href: `/boards/${body.slug}` },
      { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      { text: `Item ${item.number}`, href: meetingPaths.item(meeting.id, item.id) },
    ],
    from: { ...from, name: `The version of ${origin.fromName}`, reason: '', href: meetingPaths.paperVersion(origin.paper, from.number) },
    to: { ...to, name: `The version of ${body.name}`, href: meetingPaths.paperVersion(paper.id, to.number) },
    changes: changesBetween(textOf(from), textOf(to)),
  }
}

async function comparedMinutes(reader: Reader, c: Context<AppEnv, string>): Promise<Compared> {
  const id = c.req.param('id') ?? ''
  const meeting = isUuid(id) ? await findRecordedMeeting(reader, id) : undefined
  const minutes = meeting && (await findMinutes(reader, meeting.id))
  const from = minutes && (await findMinutesVersion(reader, minutes.id, numberIn(c, 'from')))
  const to = minutes && (await findMinutesVersion(reader, minutes.id, numberIn(c, 'to')))
  if (!meeting || !from || !to) throw new NotFound('No such version.')
  return {
    title: 'Minutes',
    breadcrumbs: [
      { text: meeting.body.name, href: recordPaths.board(meeting.body.slug) },
      { text: dayInWords(meeting.heldOn), href: recordPaths.meeting(meeting.id) },
      { text: 'Minutes', href: recordPaths.minutes(meeting.id) },
    ],
    from: { ...from, href: recordPaths.minutesVersion(meeting.id, from.number) },
    to: { ...to, href: recordPaths.minutesVersion(meeting.id, to.number) },
    changes: changesBetween(minutesAsText(from.sections), minutesAsText(to.sections)),
  }
}
