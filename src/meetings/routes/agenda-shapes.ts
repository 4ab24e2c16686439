import type { Terms } from '#governance/public.ts'
import { findParagraphList, listPeopleWhoSignIn, type ParagraphList } from '#governance/public-data.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { meetingPaths } from '../paths.ts'
import { type AgendaItem, findAgenda, titleOf } from '../queries/agenda.ts'
import { findPlannedMinutes } from '../queries/live/items.ts'
import { findMeetingRules } from '../queries/meeting-rules.ts'
import { findTests } from '../queries/public-interest.ts'
import type { InterestTest } from '../rules/public-interest.ts'
import { categoryWords, purposeWords, reportStatusWords } from '../words/agenda.ts'
import type { AskedItem, AskedMeeting } from './gates.ts'

const crumbs = ({ meeting, body }: AskedMeeting) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
  { text: 'Agenda', href: meetingPaths.agenda(meeting.id) },
]

/** The form of an item: a new one, or one that is changed. */
export async function itemShape(asked: AskedMeeting, item: AgendaItem | undefined): Promise<FormShape> {
  const { reader, meeting, body } = asked
  const agenda = await findAgenda(reader, meeting.id)
  const { terms } = await findMeetingRules(reader, meeting.body, meeting.heldOn)
  const tops = agenda.filter((one) => one.parent === null && one.id !== item?.id && !one.withdrawnAt)
  return {
    title: item ? `Change item ${item.number}` : 'Add an item',
    caption: `${body.name}, ${weekdayInWords(meeting.heldOn)}`,
    breadcrumbs: crumbs(asked),
    groups: [
      { fields: plainFields(tops) },
      { heading: 'What the terms say', fields: termsFields(terms) },
      { heading: 'Part 1 or Part 2', fields: partFields(await findParagraphList(reader, meeting.body, meeting.heldOn)) },
      { heading: 'Urgent', fields: urgentFields },
    ],
    submit: item ? 'Save' : 'Add item',
    first: item
      ? {
          ...valuesOf(item, (await findTests(reader, [item.id])).get(item.id)?.at(-1)),
          plannedMinutes: String((await findPlannedMinutes(reader, meeting.id)).get(item.id) ?? ''),
        }
      : { purpose: 'not_stated', reportStatus: 'not_stated', category: 'public' },
    version: item?.version,
    cancel: meetingPaths.agenda(meeting.id),
  }
}

const plainFields = (tops: readonly AgendaItem[]): readonly FieldSpec[] => [
  { kind: 'line', name: 'title', label: 'Title' },
  {
    kind: 'select',
    name: 'parent',
    label: 'Under item',
    none: 'It is an item of its own',
    options: tops.map((one) => ({ value: one.id, text: `${one.number} ${titleOf(one)}` })),
  },
  {
    kind: 'short',
    name: 'number',
    label: 'Number',
    hint: 'Leave empty: items are numbered for you. Set it only when recording an old agenda, like 5g',
  },
  { kind: 'radios', name: 'purpose', label: 'Purpose', options: optionsOf(purposeWords) },
  { kind: 'line', name: 'presenter', label: 'Presented by' },
  {
    kind: 'short',
    name: 'plannedMinutes',
    label: 'Minutes set aside',
    hint: 'How long it may take at the meeting, which the live page times. Leave empty for none',
  },
  { kind: 'lines', name: 'summary', label: 'Summary', rows: 3 },
  { kind: 'radios', name: 'reportStatus', label: 'Report', options: optionsOf(reportStatusWords) },
  { kind: 'line', name: 'tabledConsent', label: 'If it is tabled: who consented?' },
]

function termsFields(terms: Terms | undefined): readonly FieldSpec[] {
  const functions = terms?.functions.value ?? []
  const money: FieldSpec = {
    kind: 'tick',
    name: 'commitsMoney',
    label: 'This item commits money',
    hint: 'Its paper then needs its budget information before it can be cleared',
  }
  if (functions.length === 0) return [money]
  const options = functions.map(({ key, name, may }) => ({ value: key, text: `${name} (may ${may})` }))
  return [{ kind: 'select', name: 'functionKey', label: 'Function', none: 'Not one of the functions', options }, money]
}

/** The paragraphs by which matter can be exempt, to be ticked. */
export const paragraphBoxes = (list: ParagraphList | undefined, hint: string): FieldSpec => ({
  kind: 'boxes',
  name: 'paragraphs',
  label: list ? `Paragraphs of ${list.title}` : 'Paragraphs',
  hint: list ? hint : 'No list of paragraphs is recorded for the law by which this body meets, so nothing can be exempt',
  options: (list?.paragraphs ?? []).map(({ code, label }) => ({ value: code, text: `${code.split('.').at(-1)}: ${label}` })),
})

const partFields = (list: ParagraphList | undefined): readonly FieldSpec[] => [
  { kind: 'radios', name: 'category', label: 'Who may read it?', options: optionsOf(categoryWords) },
  { kind: 'line', name: 'publicTitle', label: 'Public title', hint: 'For Part 2: what the public reads instead of the title' },
  paragraphBoxes(list, 'For an exempt item'),
  {
    kind: 'lines',
    name: 'interestFor',
    label: 'Public interest: why it should be published',
    hint: 'For an exempt item. Members read it, the public does not. It must be there before the agenda is published',
    rows: 3,
  },
  {
    kind: 'lines',
    name: 'publicInterest',
    label: 'Public interest: why it should be kept private',
    hint: 'For an exempt item: why keeping it private serves the public more than publishing it',
    rows: 3,
  },
  { kind: 'line', name: 'exemptDecidedBy', label: 'Who decided that it is exempt?' },
  { kind: 'day', name: 'exemptDecidedOn', label: 'When was that decided?', hint: 'Needed before the agenda is published' },
  {
    kind: 'lines',
    name: 'publicConclusion',
    label: 'What the public may read of the conclusion',
    hint: 'May stay empty. It must not tell what is exempt',
    rows: 2,
  },
  {
    kind: 'day',
    name: 'reviewOn',
    label: 'When is it looked at again?',
    hint: 'For example when a contract is let. My work reminds the clerk',
  },
]

const urgentFields: readonly FieldSpec[] = [
  { kind: 'tick', name: 'urgent', label: 'This is an urgent item' },
  {
    kind: 'lines',
    name: 'urgentReason',
    label: 'The chair’s reason',
    hint: 'Why it cannot wait for the next meeting. It is minuted',
    rows: 3,
  },
]

function valuesOf(item: AgendaItem, test: InterestTest | undefined): FormBody {
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
    interestFor: test?.reasonsFor ?? '',
    publicConclusion: item.publicConclusion,
    ...(test?.decidedOn ? dayValues('exemptDecidedOn', test.decidedOn) : {}),
    ...(test?.reviewOn ? dayValues('reviewOn', test.reviewOn) : {}),
    urgent: item.urgent ? 'yes' : '',
    urgentReason: content?.urgentReason ?? '',
    tabledConsent: content?.tabledConsent ?? '',
    functionKey: content?.functionKey ?? '',
    commitsMoney: content?.commitsMoney ? 'yes' : '',
  }
}

/** The form that withdraws a published item. */
export function withdrawShape(asked: AskedItem): FormShape {
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
    warning:
      'Its number and title stay on the agenda, marked as withdrawn. To take back what its papers say, withdraw the publication instead.',
  }
}

/** The form that starts a paper. */
export async function startShape(asked: AskedItem): Promise<FormShape> {
  const people = await listPeopleWhoSignIn(asked.reader)
  return {
    title: 'Start a paper',
    caption: `Item ${asked.item.number}: ${titleOf(asked.item)}`,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Title of the paper' },
          {
            kind: 'select',
            name: 'author',
            label: 'Who writes it?',
            hint: 'Everybody who can sign in is listed. They find it under My work',
            options: people.map(({ id, name }) => ({ value: id, text: name })),
          },
        ],
      },
    ],
    submit: 'Start paper',
    first: { title: titleOf(asked.item), author: asked.standing.person?.id ?? '' },
    cancel: meetingPaths.agenda(asked.meeting.id),
  }
}
