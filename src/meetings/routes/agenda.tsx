import { Hono } from 'hono'
import { listCodes, listPeople } from '#governance/public-data.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { FormBody } from '#platform/web/forms.ts'
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
import type { FormShape } from '../pages/form-page.tsx'
import { optionsOf } from '../pages/form-fields.tsx'
import { meetingPaths } from '../paths.ts'
import { type AgendaItem, findAgenda, titleOf } from '../queries/agenda.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { findMeetingBefore } from '../queries/meetings.ts'
import { findPapersOfMeeting } from '../queries/papers.ts'
import { findPlacedItems } from '../queries/plan.ts'
import { openers, usualOpeners } from '../rules/agenda.ts'
import { categoryWords, openerTitle, purposeWords, reportStatusWords } from '../words/agenda.ts'
import { actAt, form, formAt, leadTo, pageAt } from './endpoint.tsx'
import { type AskedItem, type AskedMeeting, itemGate, meetingGate } from './gates.ts'

/** Building an agenda (M3) and starting papers. */
export function agendaRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const toAgenda = ({ meeting }: AskedMeeting): string => meetingPaths.agenda(meeting.id)
  pageAt(app, needs, '/meetings/:id/agenda', meetingGate('change'), agendaPage)
  actAt(app, needs, '/meetings/:id/agenda/openers', meetingGate('change'), async ({ meeting }, doer, body) => {
    const parsed = parseOpeners(body)
    return parsed.ok ? leadTo(await addOpeners(needs, doer, meeting.id, parsed.value), () => meetingPaths.agenda(meeting.id)) : parsed
  }, toAgenda)
  actAt(app, needs, '/meetings/:id/agenda/place', meetingGate('change'), async ({ meeting }, doer, body) => {
    const parsed = parsePlacing(body)
    return parsed.ok ? leadTo(await placePlanItem(needs, doer, meeting.id, parsed.value.planItem), () => meetingPaths.agenda(meeting.id)) : parsed
  }, toAgenda)
  formAt(app, needs, '/meetings/:id/agenda/new', meetingGate('change'), async (asked) =>
    form(await itemShape(asked, undefined), parseItem, async (doer, input) => leadTo(await addItem(needs, doer, asked.meeting.id, input), ({ id }) => `${toAgenda(asked)}#item-${id}`)),
  )
  formAt(app, needs, '/meetings/:id/items/:item/edit', itemGate('change'), async (asked) =>
    form(await itemShape(asked, asked.item), parseItemChange, async (doer, input) =>
      leadTo(await changeItem(needs, doer, asked.meeting.id, asked.item.id, input), () => `${toAgenda(asked)}#item-${asked.item.id}`),
    ),
  )
  for (const direction of ['up', 'down'] as const) {
    actAt(app, needs, `/meetings/:id/items/:item/${direction}`, itemGate('change'), async ({ meeting, item }, doer) =>
      leadTo(await moveItem(needs, doer, meeting.id, item.id, direction), () => `${meetingPaths.agenda(meeting.id)}#item-${item.id}`), toAgenda)
  }
  actAt(app, needs, '/meetings/:id/items/:item/remove', itemGate('change'), async ({ meeting, item }, doer) =>
    leadTo(await removeItem(needs, doer, meeting.id, item.id), () => meetingPaths.agenda(meeting.id)), toAgenda)
  formAt(app, needs, '/meetings/:id/items/:item/withdraw', itemGate('withdraw'), async (asked) =>
    form(withdrawShape(asked), parseItemWithdrawal, async (doer, input) => leadTo(await withdrawItem(needs, doer, asked.meeting.id, asked.item.id, input), () => toAgenda(asked))),
  )
  formAt(app, needs, '/meetings/:id/items/:item/paper', itemGate('change'), async (asked) =>
    form(await startShape(asked), parseStart, async (doer, input) => leadTo(await startPaper(needs, doer, asked.meeting.id, asked.item.id, input), ({ id }) => meetingPaths.paper(id))),
  )
  return app
}

async function agendaPage({ reader, visit, meeting, body }: AskedMeeting) {
  const { terms } = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const before = await findMeetingBefore(reader, meeting.body, meeting.heldOn)
  const usual = usualOpeners(meeting.access)
  const agenda = await findAgenda(reader, meeting.id)
  const empty = agenda.length === 0
  const offered = [
    ...openers.map((value) => ({ name: 'openers' as const, value, text: openerTitle(value, before?.heldOn), checked: empty && usual.includes(value) })),
    ...(terms?.standingItems.value ?? [])
      .filter(({ months }) => months === null)
      .map(({ key, title }) => ({ name: 'standing' as const, value: key, text: title, checked: empty })),
  ]
  return (
    <AgendaPage
      visit={visit}
      board={body}
      meeting={meeting}
      agenda={agenda}
      papers={await findPapersOfMeeting(reader, meeting.id)}
      placed={await findPlacedItems(reader, meeting.id)}
      openers={offered}
      mayChange
    />
  )
}

const crumbs = ({ meeting, body }: AskedMeeting) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
  { text: 'Agenda', href: meetingPaths.agenda(meeting.id) },
]

async function itemShape(asked: AskedMeeting, item: AgendaItem | undefined): Promise<FormShape> {
  const { reader, meeting, body } = asked
  const agenda = await findAgenda(reader, meeting.id)
  const { terms } = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const paragraphs = await listCodes(reader, 'exempt-paragraph', meeting.heldOn)
  const tops = agenda.filter((one) => one.parent === null && one.id !== item?.id && !one.withdrawnAt)
  const functions = terms?.functions.value ?? []
  return {
    title: item ? `Change item ${item.number}` : 'Add an item',
    caption: `${body.name}, ${weekdayInWords(meeting.heldOn)}`,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Title' },
          { kind: 'select', name: 'parent', label: 'Under item', none: 'It is an item of its own', options: tops.map((one) => ({ value: one.id, text: `${one.number} ${titleOf(one)}` })) },
          { kind: 'short', name: 'number', label: 'Number', hint: 'Leave empty: items are numbered for you. Set it only when recording an old agenda, like 5g' },
          { kind: 'radios', name: 'purpose', label: 'Purpose', options: optionsOf(purposeWords) },
          { kind: 'line', name: 'presenter', label: 'Presented by' },
          { kind: 'lines', name: 'summary', label: 'Summary', rows: 3 },
          { kind: 'radios', name: 'reportStatus', label: 'Report', options: optionsOf(reportStatusWords) },
          { kind: 'line', name: 'tabledConsent', label: 'If it is tabled: who consented?' },
        ],
      },
      {
        heading: 'What the terms say',
        fields: [
          ...(functions.length === 0
            ? []
            : [{ kind: 'select' as const, name: 'functionKey', label: 'Function', none: 'Not one of the functions', options: functions.map(({ key, name, may }) => ({ value: key, text: `${name} (may ${may})` })) }]),
          { kind: 'tick', name: 'commitsMoney', label: 'This item commits money', hint: 'Its paper then needs its financial implications before it can be cleared' },
        ],
      },
      {
        heading: 'Part 1 or Part 2',
        fields: [
          { kind: 'radios', name: 'category', label: 'Who may read it?', options: optionsOf(categoryWords) },
          { kind: 'line', name: 'publicTitle', label: 'Public title', hint: 'For Part 2: what the public reads instead of the title' },
          { kind: 'boxes', name: 'paragraphs', label: 'Paragraphs of Schedule 12A', hint: 'For an exempt item', options: paragraphs.map(({ code, label }) => ({ value: code, text: `${code.split('.').at(-1)}: ${label}` })) },
          { kind: 'lines', name: 'publicInterest', label: 'Public interest', hint: 'For an exempt item: why keeping it private serves the public more than publishing it', rows: 3 },
          { kind: 'line', name: 'exemptDecidedBy', label: 'Who decided that it is exempt?' },
        ],
      },
      {
        heading: 'Urgent',
        fields: [
          { kind: 'tick', name: 'urgent', label: 'This is an urgent item' },
          { kind: 'lines', name: 'urgentReason', label: 'The chair’s reason', hint: 'Why it cannot wait for the next meeting. It is minuted', rows: 3 },
        ],
      },
    ],
    submit: item ? 'Save' : 'Add item',
    first: item ? valuesOf(item) : { purpose: 'not_stated', reportStatus: 'not_stated', category: 'public' },
    version: item?.version,
    cancel: meetingPaths.agenda(meeting.id),
  }
}

function valuesOf(item: AgendaItem): FormBody {
  const { content } = item
  return {
    title: content?.title ?? '',
    publicTitle: item.category === 'public' ? '' : item.publicTitle,
    parent: item.parent ?? '',
    number: item.fixed ? item.number : '',
    purpose: item.purpose,
    presenter: content?.presenter ?? '',
    summary: content?.summary ?? '',
    reportStatus: item.reportStatus,
    category: item.category,
    paragraphs: item.paragraphs,
    publicInterest: content?.publicInterest ?? '',
    exemptDecidedBy: content?.exemptDecidedBy ?? '',
    urgent: item.urgent ? 'yes' : '',
    urgentReason: content?.urgentReason ?? '',
    tabledConsent: content?.tabledConsent ?? '',
    functionKey: content?.functionKey ?? '',
    commitsMoney: content?.commitsMoney ? 'yes' : '',
  }
}

function withdrawShape(asked: AskedItem): FormShape {
  return {
    title: `Withdraw item ${asked.item.number}`,
    caption: titleOf(asked.item),
    breadcrumbs: crumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why?', hint: 'Everybody can read this', rows: 3 }] }],
    submit: 'Withdraw item',
    look: 'warning',
    first: {},
    version: asked.item.version,
    cancel: meetingPaths.agenda(asked.meeting.id),
    warning: 'Its number and title stay on the agenda, marked as withdrawn. To take back what its papers say, withdraw the publication instead.',
  }
}

async function startShape(asked: AskedItem): Promise<FormShape> {
  const people = await listPeople(asked.reader)
  return {
    title: 'Start a paper',
    caption: `Item ${asked.item.number}: ${titleOf(asked.item)}`,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Title of the paper' },
          { kind: 'select', name: 'author', label: 'Who writes it?', hint: 'Somebody who can sign in. They find it under Papers', options: people.map(({ id, name }) => ({ value: id, text: name })) },
        ],
      },
    ],
    submit: 'Start paper',
    first: { title: titleOf(asked.item), author: asked.standing.person?.id ?? '' },
    cancel: meetingPaths.agenda(asked.meeting.id),
  }
}

