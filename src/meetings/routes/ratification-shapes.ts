import { listCodes } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FormBody } from '#platform/web/form-body.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { recordPaths } from '../paths.ts'
import type { Decision } from '../queries/decisions.ts'
import { findPartners } from '../queries/ratification-partners.ts'
import { answerVersion, type OnePartner } from '../queries/ratifications.ts'
import type { TakenHome } from '../rules/taken-home.ts'
import { decisionTitle } from '../words/decision.ts'
import { answerWords, purposeWords, ruleWords } from '../words/ratification.ts'
import type { Asked } from './gates.ts'

/** Somebody who may ask partners about a decision. */
export type AskedDecision = Asked & { readonly decision: Decision; readonly home: TakenHome | undefined }
/** Somebody who asks about one partner's part. */
export type AskedPart = Asked & { readonly part: OnePartner; readonly isLead: boolean }

/** Days that partners are given where the clerk says nothing else. */
const DAYS_TO_ANSWER = 56

const dayFields = (name: string, day: Temporal.PlainDate | undefined): FormBody =>
  day === undefined ? {} : { [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) }

const crumbs = ({ body, decision }: Pick<AskedDecision, 'body' | 'decision'>) => [
  { text: body.name, href: recordPaths.board(body.slug) },
  { text: decisionTitle(decision), href: recordPaths.decision(decision.id) },
]

/** What kinds of seat are called, by code. */
export async function findSeatKinds({ reader, visit }: Asked): Promise<ReadonlyMap<string, string>> {
  return new Map((await listCodes(reader, 'seat-category', visit.today)).map(({ code, label }) => [code, label]))
}

/** The form that says which partners must take a decision home. */
export async function askShape(asked: AskedDecision): Promise<FormShape> {
  const { decision, home, reader, visit } = asked
  const partners = await findPartners(reader, decision.ofBody, visit.today)
  const listed = new Map([
    ...partners.map(({ organisation, name }) => [organisation, name] as const),
    ...(home?.partners ?? []).map(({ organisation, name }) => [organisation, name] as const),
  ])
  const kinds = await findSeatKinds(asked)
  const used = [...new Set(partners.map((partner) => partner.class).filter((kind) => kind !== ''))]
  return {
    title: home ? 'Change who is asked' : 'Ask the partners',
    caption: decisionTitle(decision),
    lead: 'Whoever fills the seat of a partner answers for it, signed in; you can enter what a partner tells you. Everybody who can read the decision sees the answers.',
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'purpose', label: 'What are they asked?', options: optionsOf(purposeWords) },
          { kind: 'boxes', name: 'partners', label: 'Which partners?', options: [...listed].map(([value, text]) => ({ value, text })) },
          {
            kind: 'day',
            name: 'dueOn',
            label: 'By when do they answer?',
            hint: 'Who has not answered is reminded a week before, the day before and once it is late',
          },
        ],
      },
      {
        heading: 'When is the decision in force?',
        fields: [
          { kind: 'radios', name: 'rule', label: 'Who must agree?', options: optionsOf(ruleWords) },
          { kind: 'short', name: 'needed', label: 'How many', hint: 'Only for at least so many of them' },
          {
            ...{ kind: 'select', name: 'class', label: 'Kind of seat', hint: 'Only for all of one kind of seat', none: 'None' },
            options: used.map((value) => ({ value, text: kinds.get(value) ?? value })),
          },
          { kind: 'day', name: 'startsOn', label: 'Not before', hint: 'Blank: as soon as they have agreed' },
        ],
      },
    ],
    submit: home ? 'Save' : 'Ask the partners',
    first: home
      ? firstOf(home)
      : firstFor(
          asked,
          partners.map(({ organisation }) => organisation),
        ),
    version: home?.version ?? 0,
    cancel: recordPaths.decision(decision.id),
  }
}

function firstOf({ purpose, partners, rule, dueOn, startsOn }: TakenHome): FormBody {
  return {
    ...{ purpose, rule: rule.kind, needed: rule.needed === undefined ? '' : String(rule.needed), class: rule.class },
    ...{ partners: partners.map(({ organisation }) => organisation), ...dayFields('dueOn', dueOn), ...dayFields('startsOn', startsOn) },
  }
}

function firstFor({ decision, visit }: AskedDecision, partners: readonly string[]): FormBody {
  const purpose = decision.type === 'request' && !decision.bindsNobody ? 'reply' : 'ratify'
  return { purpose, rule: 'all', partners: [...partners], ...dayFields('dueOn', visit.today.add({ days: DAYS_TO_ANSWER })) }
}

/** The form that puts changed words to all partners. */
export function textShape(asked: AskedDecision & { readonly home: TakenHome }): FormShape {
  const { decision, home } = asked
  const wanting = home.partners.filter(({ standing }) => standing.answer === 'agreed_with_changes')
  const takesUp: readonly FieldSpec[] =
    wanting.length === 0
      ? []
      : [
          {
            ...{ kind: 'select', name: 'takesUp', label: 'Whose changes are these?', none: 'Nobody’s alone' },
            hint: 'That partner has agreed to them by asking. All others are asked anew',
            options: wanting.map(({ id, name }) => ({ value: id, text: name })),
          },
        ]
  return {
    title: 'Put changed words to the partners',
    caption: decisionTitle(decision),
    lead: 'What partners said of the earlier words no longer counts. The words that the board decided stay in the record.',
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'text', label: 'The changed words', rows: 8 },
          { kind: 'line', name: 'reason', label: 'Why are they changed?', hint: 'Everybody who can read the decision can read this' },
          ...takesUp,
        ],
      },
    ],
    submit: 'Put these words to the partners',
    first: { text: home.text.text },
    version: home.texts.length,
    cancel: recordPaths.decision(decision.id),
  }
}

/** The form for a partner's answer. */
export function answerShape(asked: AskedPart): FormShape {
  const { part, body, isLead } = asked
  const { home, partner } = part
  const clerk: readonly FieldSpec[] = isLead
    ? []
    : [
        {
          ...{ kind: 'line', name: 'evidence', label: 'How do you know?' },
          hint: 'A letter, the minutes that were sent, who said it by telephone and when. As public as the decision',
        },
      ]
  const done = isLead && partner.answers.some(({ textNumber }) => textNumber === home.text.number)
  return {
    title: `Answer of ${partner.name}`,
    caption: `A decision of ${body.name}`,
    lead: `${home.text.text} The answer is due by ${dayInWords(home.dueOn)}.`,
    breadcrumbs: [
      { text: body.name, href: recordPaths.board(body.slug) },
      { text: partner.name, href: recordPaths.ratification(partner.id) },
    ],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'answer', label: 'What is the answer?', options: optionsOf(answerWords[home.purpose]) },
          {
            kind: 'line',
            name: 'ownBody',
            label: 'Which of the partner’s own bodies decided it?',
            hint: 'For example cabinet, board of the trust, chief officer',
          },
          { kind: 'day', name: 'answeredOn', label: 'When?' },
          { kind: 'line', name: 'reference', label: 'Reference', hint: 'Number of the minute or the letter, where there is one' },
          { kind: 'lines', name: 'words', label: 'Which changes, or why not?', hint: 'Only where it does not simply agree', rows: 4 },
          ...clerk,
        ],
      },
    ],
    submit: 'Save the answer',
    first: {},
    version: answerVersion(home, partner),
    cancel: recordPaths.ratification(partner.id),
    ...(done ? { closed: true, above: 'You have answered. Tell the clerk where the answer is wrong.' } : {}),
  }
}
