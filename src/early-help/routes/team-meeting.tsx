import type { Hono } from 'hono'
import { writeAtOneMoment } from '#platform/database/session.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { takeAction } from '../commands/plan-actions.ts'
import { found } from '../commands/plan-look.ts'
import {
  addItem,
  addNote,
  cancelMeeting,
  changeMeeting,
  changeNote,
  planMeeting,
  recordPresence,
  stepMeeting,
  writeMinutes,
} from '../commands/team-meeting.ts'
import {
  parseCancel,
  parseItem,
  parseMeetingAction,
  parseMinutes,
  parseNote,
  parseNoteChange,
  parsePresence,
  parseStep,
  parseTeamMeeting,
} from '../forms/team-meeting.ts'
import type { EarlyHelpNeeds } from '../needs.ts'
import { TeamMeetingPage } from '../pages/team-meeting-page.tsx'
import { familyPaths } from '../paths.ts'
import { findTeamMeeting, type TeamMeeting } from '../queries/team-meeting.ts'
import { meetingCalendar } from '../rules/team-calendar.ts'
import { type AskedPlan, planGate } from './plan-gate.ts'
import { contentFormAt } from './sections.tsx'
import {
  askedPeople,
  cancelShape,
  itemShape,
  meetingActionShape,
  meetingShape,
  minutesShape,
  noteShape,
  presenceShape,
  stepShape,
} from './team-meeting-shapes.ts'

const root = '/families/:episode/plan/meetings'
const one = `${root}/:meeting`
const meetingOf = async ({ tx, family, part }: AskedPlan): Promise<TeamMeeting> =>
  found(await findTeamMeeting(tx, family.id, part('meeting')))
const at = ({ family, part }: AskedPlan): string => familyPaths.meeting(family.id, part('meeting'))
const of = ({ family, part }: AskedPlan) => ({ episode: family.id, meeting: part('meeting') })

/** Meetings of a team: planned, run in the room, and their minutes. */
export function teamMeetingRoutes(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const [read, paper, lead] = [planGate('plan-read'), planGate('plan-paper'), planGate('plan-lead')]
  contentFormAt(app, needs, `/families/:episode/plan/new-meeting`, lead, async (asked) =>
    form(meetingShape(asked), parseTeamMeeting, async (doer, input) =>
      leadTo(await planMeeting(needs, doer, asked.family.id, input), ({ id }) => familyPaths.meeting(asked.family.id, id)),
    ),
  )
  app.get(one, async (c) =>
    c.html(
      await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
        const asked = await read(tx, c)
        const { visit, family, ties, plan } = asked
        return <TeamMeetingPage {...{ visit, family, plan }} me={ties.person} relations={ties.relations} meeting={await meetingOf(asked)} />
      }),
    ),
  )
  app.get(`${one}/meeting.ics`, async (c) => {
    const file = await writeAtOneMoment(needs.db, c.get('visit'), async (tx) => {
      const asked = await paper(tx, c)
      const meeting = await meetingOf(asked)
      const link = new URL(at(asked), c.req.url).href
      return meetingCalendar({ ...meeting, isCancelled: meeting.state === 'cancelled' }, link, asked.visit.now)
    })
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="meeting.ics"',
    })
  })
  beforeAndAfter(app, needs)
  inTheRoom(app, needs)
}

function beforeAndAfter(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const lead = planGate('plan-lead')
  contentFormAt(app, needs, `${one}/edit`, lead, async (asked) =>
    form(meetingShape(asked, await meetingOf(asked)), parseTeamMeeting, async (doer, input) =>
      leadTo(await changeMeeting(needs, doer, of(asked), input), () => at(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/people`, lead, async (asked) => {
    const people = askedPeople(asked)
    return form(
      presenceShape(asked, await meetingOf(asked)),
      (body) => parsePresence(body, people),
      async (doer, input) => leadTo(await recordPresence(needs, doer, of(asked), input), () => at(asked)),
    )
  })
  for (const step of ['start', 'end'] as const)
    contentFormAt(app, needs, `${one}/${step}`, lead, async (asked) =>
      form(stepShape(asked, await meetingOf(asked), step), parseStep, async (doer, { version }) =>
        leadTo(await stepMeeting(needs, doer, of(asked), step, version), () => at(asked)),
      ),
    )
  contentFormAt(app, needs, `${one}/minutes`, lead, async (asked) =>
    form(minutesShape(asked, await meetingOf(asked)), parseMinutes, async (doer, input) =>
      leadTo(await writeMinutes(needs, doer, of(asked), input), () => at(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/cancel`, lead, async (asked) =>
    form(cancelShape(asked, await meetingOf(asked)), parseCancel, async (doer, input) =>
      leadTo(await cancelMeeting(needs, doer, of(asked), input), () => at(asked)),
    ),
  )
}

function inTheRoom(app: Hono<AppEnv>, needs: EarlyHelpNeeds): void {
  const write = planGate('plan-write')
  contentFormAt(app, needs, `${one}/items`, write, async (asked) =>
    form(itemShape(asked, await meetingOf(asked)), parseItem, async (doer, input) =>
      leadTo(await addItem(needs, doer, of(asked), input), () => at(asked)),
    ),
  )
  contentFormAt(app, needs, `${one}/items/:item/notes`, write, async (asked) => {
    const item = found((await meetingOf(asked)).items.find(({ id }) => id === asked.part('item')))
    return form(noteShape(asked, item.title), parseNote, async (doer, input) =>
      leadTo(await addNote(needs, doer, { ...of(asked), item: item.id }, input), () => `${at(asked)}#item-${item.id}`),
    )
  })
  contentFormAt(app, needs, `${one}/notes/:note`, write, async (asked) => {
    const note = found((await meetingOf(asked)).notes.find(({ id }) => id === asked.part('note')))
    return form(noteShape(asked, 'A note', note), parseNoteChange, async (doer, input) =>
      leadTo(await changeNote(needs, doer, { ...of(asked), note: note.id }, input), () => `${at(asked)}#item-${note.item}`),
    )
  })
  contentFormAt(app, needs, `${one}/actions`, write, async (asked) => {
    await meetingOf(asked)
    return form(meetingActionShape(asked), parseMeetingAction, async (doer, { need, inRoom, ...input }) =>
      leadTo(
        await takeAction(needs, doer, { ...of(asked), need }, { ...input, inRoom: inRoom ? 'yes' : undefined, version: undefined }),
        () => `${at(asked)}#actions`,
      ),
    )
  })
}
