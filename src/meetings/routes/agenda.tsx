import { Hono } from 'hono'
import { findBodiesById } from '#governance/public-data.ts'
import { form, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { addItem, placePlanItem } from '../commands/agenda/add-item.ts'
import { addOpeners } from '../commands/agenda/add-openers.ts'
import { changeItem, moveItem, removeItem } from '../commands/agenda/change-item.ts'
import { withdrawItem } from '../commands/agenda/withdraw-item.ts'
import { startPaper } from '../commands/paper/start-paper.ts'
import { parseItem, parseItemChange, parseItemWithdrawal, parseOpeners, parsePlacing } from '../forms/agenda.ts'
import { parseStart } from '../forms/paper.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { AgendaPage } from '../pages/agenda-page.tsx'
import { AudienceLink } from '../pages/lists-page.tsx'
import { meetingPaths } from '../paths.ts'
import { findAgenda } from '../queries/agenda.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { findMeetingBefore } from '../queries/meetings.ts'
import { findPapersOfMeeting } from '../queries/papers.ts'
import { findPlacedItems } from '../queries/plan.ts'
import { findWaitingPapers } from '../queries/sent-papers.ts'
import { openers, usualOpeners } from '../rules/agenda.ts'
import { openerTitle } from '../words/agenda.ts'
import { cadenceInWords } from '../words/standing.ts'
import { itemShape, startShape, withdrawShape } from './agenda-shapes.ts'
import { actAt, formAt } from './endpoint.tsx'
import { type AskedMeeting, itemGate, meetingGate } from './gates.ts'

/** Building an agenda (M3) and starting papers. */
export function agendaRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  pageAt(app, needs, '/meetings/:id/agenda', meetingGate('change'), agendaPage)
  actAt(
    app,
    needs,
    '/meetings/:id/agenda/openers',
    meetingGate('change'),
    async ({ meeting }, doer, body) => {
      const parsed = parseOpeners(body)
      return parsed.ok ? leadTo(await addOpeners(needs, doer, meeting.id, parsed.value), () => meetingPaths.agenda(meeting.id)) : parsed
    },
    toAgenda,
  )
  actAt(
    app,
    needs,
    '/meetings/:id/agenda/place',
    meetingGate('change'),
    async ({ meeting }, doer, body) => {
      const parsed = parsePlacing(body)
      return parsed.ok
        ? leadTo(await placePlanItem(needs, doer, meeting.id, parsed.value.planItem), () => meetingPaths.agenda(meeting.id))
        : parsed
    },
    toAgenda,
  )
  formAt(app, needs, '/meetings/:id/agenda/new', meetingGate('change'), async (asked) =>
    form(await itemShape(asked, undefined), parseItem, async (doer, input) =>
      leadTo(await addItem(needs, doer, asked.meeting.id, input), ({ id }) => `${toAgenda(asked)}#item-${id}`),
    ),
  )
  itemRoutes(app, needs)
  return app
}

const toAgenda = ({ meeting }: AskedMeeting): string => meetingPaths.agenda(meeting.id)

/** What can be done with one item. */
function itemRoutes(app: Hono<AppEnv>, needs: MeetingsNeeds): void {
  formAt(app, needs, '/meetings/:id/items/:item/edit', itemGate('change'), async (asked) =>
    form(
      { ...(await itemShape(asked, asked.item)), above: <AudienceLink meeting={asked.meeting.id} item={asked.item.id} /> },
      parseItemChange,
      async (doer, input) =>
        leadTo(await changeItem(needs, doer, asked.meeting.id, asked.item.id, input), () => `${toAgenda(asked)}#item-${asked.item.id}`),
    ),
  )
  for (const direction of ['up', 'down'] as const) {
    actAt(
      app,
      needs,
      `/meetings/:id/items/:item/${direction}`,
      itemGate('change'),
      async ({ meeting, item }, doer) =>
        leadTo(await moveItem(needs, doer, meeting.id, item.id, direction), () => `${meetingPaths.agenda(meeting.id)}#item-${item.id}`),
      toAgenda,
    )
  }
  actAt(
    app,
    needs,
    '/meetings/:id/items/:item/remove',
    itemGate('change'),
    async ({ meeting, item }, doer) => leadTo(await removeItem(needs, doer, meeting.id, item.id), () => meetingPaths.agenda(meeting.id)),
    toAgenda,
  )
  formAt(app, needs, '/meetings/:id/items/:item/withdraw', itemGate('withdraw'), async (asked) =>
    form(withdrawShape(asked), parseItemWithdrawal, async (doer, input) =>
      leadTo(await withdrawItem(needs, doer, asked.meeting.id, asked.item.id, input), () => toAgenda(asked)),
    ),
  )
  formAt(app, needs, '/meetings/:id/items/:item/paper', itemGate('change'), async (asked) =>
    form(await startShape(asked), parseStart, async (doer, input) =>
      leadTo(await startPaper(needs, doer, asked.meeting.id, asked.item.id, input), ({ id }) => meetingPaths.paper(id)),
    ),
  )
}

async function agendaPage({ reader, visit, meeting, body }: AskedMeeting) {
  const { terms } = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const before = await findMeetingBefore(reader, meeting.body, meeting.heldOn)
  const usual = usualOpeners(meeting.access)
  const agenda = await findAgenda(reader, meeting.id)
  const empty = agenda.length === 0
  const placed = await findPlacedItems(reader, meeting.id)
  const published = agenda.some(({ sight }) => sight !== 'draft')
  const standing = placed.filter(({ standingKey, body: of }) => standingKey !== '' && of === meeting.body)
  const due = standing.filter(({ standingKey }, index) => standing.findIndex((one) => one.standingKey === standingKey) === index)
  const wasNeverPlaced = standing.length === 0
  const offered = [
    ...openers.map((value) => ({
      name: 'openers' as const,
      value,
      text: openerTitle(value, before?.heldOn),
      checked: empty && usual.includes(value),
    })),
    ...due.map(({ standingKey, title }) => ({ name: 'standing' as const, value: standingKey, text: title, checked: true })),
    ...(terms?.standingItems.value ?? [])
      .filter(({ key }) => !due.some(({ standingKey }) => standingKey === key))
      .map(({ key, title, months }) => ({
        ...{ name: 'standing' as const, value: key, text: title, checked: empty && months === null && wasNeverPlaced },
        hint: months === null ? undefined : `Not due at this meeting: ${cadenceInWords(months)}`,
      })),
  ]
  return (
    <AgendaPage
      visit={visit}
      board={body}
      meeting={meeting}
      agenda={agenda}
      papers={await findPapersOfMeeting(reader, meeting.id)}
      placed={placed.filter((item) => published || !due.includes(item))}
      openers={offered}
      others={await findBodiesById(reader, meeting.joint, meeting.heldOn)}
      mayChange
      waiting={(await findWaitingPapers(reader, meeting.body, visit.today)).length}
    />
  )
}
