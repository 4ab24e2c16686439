import { findParagraphList, findScheme, listPeople } from '#governance/public-data.ts'
import { moneyInWords } from '#platform/money.ts'
import { type FieldOption, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FieldGroup, FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues, type FormBody } from '#platform/web/forms.ts'
import { officerPaths, recordPaths } from '../paths.ts'
import type { OfficerDecision } from '../queries/officer-decisions.ts'
import { backgroundLines } from '../rules/officer-decision.ts'
import { categoryWords } from '../words/agenda.ts'
import type { Asked } from './gates.ts'

/** Records what somebody decided under delegation. */
export async function officerDecisionShape(asked: Asked): Promise<FormShape> {
  const { body, visit, standing } = asked
  return {
    title: 'Record a decision by an officer',
    caption: body.name,
    lead: 'A decision that somebody took under a delegation, outside a meeting. It is published at once, unless it is exempt or confidential.',
    breadcrumbs: [
      { text: body.name, href: recordPaths.board(body.slug) },
      { text: 'Decisions by officers', href: officerPaths.list(body.slug) },
    ],
    groups: await groupsOf(asked),
    submit: 'Record and publish',
    first: { category: 'public', decidedBy: standing.person?.id ?? '', ...dayValues('decidedOn', visit.today) },
    cancel: officerPaths.list(body.slug),
    warning: 'What is recorded stays as it is. It can be withdrawn, or recorded anew with a reason.',
  }
}

/** Records a decision anew, in the place of one that was recorded wrongly. */
export async function correctedShape(asked: Asked, decision: OfficerDecision): Promise<FormShape> {
  const page = officerPaths.decision(decision.id)
  const reason: FieldSpec = {
    kind: 'line',
    name: 'reason',
    label: 'Why is it recorded anew?',
    hint: 'Everybody reads this on the page of the withdrawn record. Name nothing that is private',
  }
  return {
    title: 'Record it anew',
    caption: `${decision.number}: ${decision.title}`,
    lead: 'The earlier record is withdrawn and stays readable with the reason. This one gets a number of its own.',
    breadcrumbs: [
      { text: asked.body.name, href: recordPaths.board(asked.body.slug) },
      { text: decision.number, href: page },
    ],
    groups: [{ fields: [reason] }, ...(await groupsOf(asked))],
    submit: 'Record and publish',
    first: firstOf(decision),
    version: decision.version,
    cancel: page,
  }
}

/** Withdraws a decision. */
export function withdrawnShape(decision: OfficerDecision): FormShape {
  const page = officerPaths.decision(decision.id)
  return {
    title: 'Withdraw a decision by an officer',
    caption: `${decision.number}: ${decision.title}`,
    lead: 'It stays in the list as withdrawn, with the reason. Its number is not used again.',
    breadcrumbs: [
      { text: decision.bodyName, href: recordPaths.board(decision.slug) },
      { text: decision.number, href: page },
    ],
    groups: [
      {
        fields: [
          { kind: 'line', name: 'reason', label: 'Why?', hint: 'Everybody reads this. Name nothing that is private' },
          {
            kind: 'tick',
            name: 'hide',
            label: 'Take what it says out of public sight',
            hint: 'For what should never have been published. Members of the board still read it',
          },
        ],
      },
    ],
    submit: 'Withdraw',
    look: 'warning',
    first: {},
    version: decision.version,
    cancel: page,
    warning: 'This cannot be taken back.',
  }
}

function firstOf(decision: OfficerDecision): FormBody {
  const { delegation, decidedBy, decidedOn, title, category, paragraphs, privateReason, content } = decision
  return {
    ...{ delegation, decidedBy, title, category, paragraphs: [...paragraphs], privateReason, ...dayValues('decidedOn', decidedOn) },
    ...(content
      ? {
          ...{ resolved: content.resolved, reasons: content.reasons, options: content.options, consulted: content.consulted },
          ...{ interests: content.interests, pence: content.pence === undefined ? '' : moneyInWords(content.pence) },
          background: backgroundLines(content.background),
        }
      : {}),
  }
}

async function groupsOf(asked: Asked): Promise<readonly FieldGroup[]> {
  const { reader, visit, body, standing } = asked
  const list = await findParagraphList(reader, body.id, visit.today)
  const people = standing.clerkOf.has(body.id) ? await listPeople(reader) : standing.person ? [standing.person] : []
  return [
    {
      heading: 'Under what, and by whom',
      fields: [
        { kind: 'select', name: 'delegation', label: 'Which delegation was used?', options: await delegationOptions(asked) },
        { kind: 'select', name: 'decidedBy', label: 'Who decided?', options: people.map(({ id, name }) => ({ value: id, text: name })) },
        { kind: 'day', name: 'decidedOn', label: 'Decided on' },
      ],
    },
    { heading: 'What was decided', fields: contentFields },
    {
      heading: 'Who may read it',
      fields: [
        { kind: 'radios', name: 'category', label: 'Who may read what was decided?', options: optionsOf(categoryWords) },
        {
          kind: 'boxes',
          name: 'paragraphs',
          label: list ? `Paragraphs of ${list.title}` : 'Paragraphs',
          hint: 'For an exempt decision',
          options: (list?.paragraphs ?? []).map(({ code, label }) => ({ value: code, text: `${code.split('.').at(-1)}: ${label}` })),
        },
        {
          kind: 'line',
          name: 'privateReason',
          label: 'Why is keeping it private in the public interest?',
          hint: 'For an exempt or confidential decision. Everybody reads this',
        },
      ],
    },
  ]
}

const contentFields: readonly FieldSpec[] = [
  { kind: 'line', name: 'title', label: 'Title', hint: 'Everybody reads this, of an exempt decision too: name nothing that is private' },
  { kind: 'lines', name: 'resolved', label: 'The decision' },
  { kind: 'lines', name: 'reasons', label: 'Reasons' },
  { kind: 'lines', name: 'options', label: 'Options considered, and why they were not taken', hint: 'Where there was no other, say so' },
  { kind: 'lines', name: 'consulted', label: 'Who was consulted?', hint: 'Leave empty where nobody was', rows: 2 },
  {
    kind: 'lines',
    name: 'interests',
    label: 'Interests declared by those consulted, and any dispensation',
    hint: 'Leave empty where there were none',
    rows: 2,
  },
  { kind: 'short', name: 'pence', label: 'Sum that it commits', hint: 'For example, £18,000. Leave empty where it commits no money' },
  {
    kind: 'lines',
    name: 'background',
    label: 'Background papers',
    hint: 'One a line, with its address at the end where it has one',
    rows: 3,
  },
]

/** Every delegation to decide that the reader may have used: the present ones first. */
async function delegationOptions({ reader, visit, body, standing }: Asked): Promise<readonly FieldOption[]> {
  const person = standing.person?.id
  const isClerk = standing.clerkOf.has(body.id)
  return (await findScheme(reader, body.id, visit.today))
    .filter(({ may, holder }) => may === 'decide' && holder.kind !== 'body')
    .filter(({ to }) => isClerk || to.person === person || to.heldBy.some(({ id }) => id === person))
    .toSorted((a, b) => Number(b.state === 'in-force') - Number(a.state === 'in-force'))
    .map(({ id, functionName, to, limit, state }) => ({
      value: id,
      text: `${functionName}: ${to.name}${limit === undefined ? '' : `, up to ${moneyInWords(limit)}`}${state === 'in-force' ? '' : ', not in force today'}`,
    }))
}
