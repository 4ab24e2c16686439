import type { AskedBoard } from '#governance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { agreementPaths } from '../paths.ts'
import { type Chapter, findChapters, findLegalFields, findTexts, listLegalBases } from '../queries/agreement-parts.ts'
import type { Agreement, Party } from '../queries/agreements.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { partWords } from '../words/agreement.ts'
import { decisionOptions } from './agreement-change-shapes.ts'
import { organisationOptions, peopleOptions } from './choices.ts'
import type { AskedAgreement } from './gates.ts'
import { showParts } from './service-shapes.ts'

const agreementsCrumb = (slug: string) => ({ text: 'Agreements', href: agreementPaths.ofBoard(slug) })
const ofAgreement = ({ body, agreement }: AskedAgreement) => ({
  caption: agreement.title,
  breadcrumbs: crumbsOf(body, agreementsCrumb(body.slug), { text: agreement.title, href: agreementPaths.agreement(agreement.id) }),
  cancel: agreementPaths.agreement(agreement.id),
})
const firstDay = (name: string, day: Temporal.PlainDate | undefined) => (day === undefined ? {} : dayValues(name, day))
/** The last day is typed, and the first day without effect is kept. */
const lastDay = (endsOn: Temporal.PlainDate | undefined) => firstDay('lastDay', endsOn?.subtract({ days: 1 }))

/** The form of an agreement: a new one, or one that is changed. */
export async function agreementShape(asked: AskedBoard, agreement: Agreement | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [bases, organisations, people] = await Promise.all([
    listLegalBases(reader, visit.today),
    organisationOptions(asked),
    peopleOptions(asked),
  ])
  return {
    title: agreement ? 'Change this agreement' : 'Record an agreement',
    caption: agreement?.title ?? body.name,
    lead: agreement ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: crumbsOf(body, agreementsCrumb(body.slug)),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          {
            ...{ kind: 'radios', name: 'basis', label: 'What kind of agreement is it?' },
            options: bases.map(({ code, name, source }) => ({ value: code, text: name, ...(source === '' ? {} : { hint: source }) })),
          },
          { kind: 'short', name: 'reference', label: 'Reference' },
          { kind: 'lines', name: 'summary', label: 'What is it about?' },
          { kind: 'select', name: 'host', label: 'Who hosts it?', options: organisations },
          { kind: 'select', name: 'manager', label: 'Who manages its fund?', none: 'Nobody named, or no fund', options: people },
        ],
      },
      {
        heading: 'Term and review',
        fields: [
          { kind: 'day', name: 'startsOn', label: 'From which day does it have effect?' },
          { kind: 'day', name: 'lastDay', label: 'What is its last day?', hint: 'Leave empty where it runs until it is ended' },
          { kind: 'day', name: 'reviewOn', label: 'When is it reviewed next?' },
        ],
      },
      {
        heading: 'Consultation before it',
        fields: [
          { kind: 'day', name: 'consultedOn', label: 'When did it end?' },
          { kind: 'lines', name: 'consultation', label: 'Who was asked, and what came of it?' },
        ],
      },
    ],
    submit: agreement ? 'Save' : 'Record',
    first: agreement ? firstOf(agreement) : {},
    version: agreement?.version,
    cancel: agreement ? agreementPaths.agreement(agreement.id) : agreementPaths.ofBoard(body.slug),
  }
}

const firstOf = (one: Agreement) => ({
  ...{ title: one.title, basis: one.basis, reference: one.reference, summary: one.summary, host: one.host, manager: one.manager ?? '' },
  ...{ ...dayValues('startsOn', one.startsOn), ...lastDay(one.endsOn), ...firstDay('reviewOn', one.reviewOn) },
  ...{ ...firstDay('consultedOn', one.consultedOn), consultation: one.consultation },
})

/** The form of what the law demands in writing. */
export async function wordsShape(asked: AskedAgreement): Promise<{ readonly shape: FormShape; readonly keys: readonly string[] }> {
  const { reader, agreement } = asked
  const [fields, texts] = await Promise.all([findLegalFields(reader, agreement.basis, agreement.startsOn), findTexts(reader, agreement.id)])
  const shape: FormShape = {
    ...ofAgreement(asked),
    title: 'What it says in writing',
    lead: fields.length === 0 ? 'This kind of agreement rests on no law that demands something in writing.' : undefined,
    closed: fields.length === 0,
    groups: [
      {
        fields: fields.map(({ key, name, asks, source }) => ({
          ...({ kind: 'lines', rows: 5 } as const),
          ...{ name: `words-${key}`, label: name, hint: source === '' ? asks : `${asks}. ${source}` },
        })),
      },
    ],
    submit: 'Save',
    first: Object.fromEntries(fields.map(({ key }) => [`words-${key}`, texts.get(key) ?? ''])),
    version: agreement.version,
  }
  return { shape, keys: fields.map(({ key }) => key) }
}

/** The form of a party: a new one, or one that is changed. */
export async function partyShape(asked: AskedAgreement, party: Party | undefined): Promise<FormShape> {
  const options = await organisationOptions(asked)
  const known = party === undefined || options.some(({ value }) => value === party.organisation)
  return {
    ...ofAgreement(asked),
    title: party ? `Change a party: ${party.name}` : 'Add a party',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'organisation', label: 'Which organisation?' },
            options: known ? options : [...options, { value: party.organisation, text: party.name }],
          },
          { kind: 'radios', name: 'part', label: 'What is it to the agreement?', options: optionsOf(partWords) },
          { kind: 'day', name: 'startsOn', label: 'From which day is it bound?' },
          { kind: 'day', name: 'lastDay', label: 'Last day', hint: 'Leave empty as long as the agreement' },
        ],
      },
      {
        heading: 'Approval and signature',
        fields: [
          {
            ...{ kind: 'select', name: 'decision', label: 'By which decision of this board did it approve?', none: 'None of this board' },
            options: await decisionOptions(asked),
          },
          {
            kind: 'day',
            name: 'approvedOn',
            label: 'When did it approve?',
            hint: 'With a decision of this board, leave it empty: its day counts',
          },
          {
            kind: 'line',
            name: 'approvedBy',
            label: 'Which of its bodies, and where is that written?',
            hint: 'For example: Cabinet, minute 41',
          },
          { kind: 'day', name: 'signedOn', label: 'When was it signed?' },
          { kind: 'line', name: 'signedBy', label: 'Which office signed?', hint: 'For example: Chief executive. No person’s name' },
        ],
      },
    ],
    submit: party ? 'Save' : 'Add',
    first: party
      ? {
          ...{ organisation: party.organisation, part: party.part, ...dayValues('startsOn', party.startsOn), ...lastDay(party.endsOn) },
          ...{ ...firstDay('approvedOn', party.approvedOn), approvedBy: party.approvedBy, decision: party.decision ?? '' },
          ...{ ...firstDay('signedOn', party.signedOn), signedBy: party.signedBy },
        }
      : dayValues('startsOn', asked.agreement.startsOn),
    version: asked.agreement.version,
  }
}

/** The form of a chapter: a new one, or one that is changed. */
export async function chapterShape(asked: AskedAgreement, chapter: Chapter | undefined): Promise<FormShape> {
  const part = (name: string, label: string, hint: string): FieldSpec => ({ kind: 'lines', name, label, hint, rows: 4 })
  return {
    ...ofAgreement(asked),
    title: chapter ? `Change chapter ${chapter.position}` : 'Add a chapter',
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          { kind: 'select', name: 'lead', label: 'Who is its lead commissioner?', options: await organisationOptions(asked) },
          part('scope', 'Scope', 'Which services, for whom, where'),
          part('performance', 'Performance', 'What is measured, and who is told how often'),
          part('finance', 'Finance', 'Pooled or aligned, who pays what'),
          part('resources', 'Resources', 'Staff, goods, rooms'),
          part('decisionMaking', 'Decision making', 'Who decides what'),
          part('riskShare', 'Risk share', 'Who bears an overspend, who keeps an underspend'),
        ],
      },
    ],
    submit: chapter ? 'Save' : 'Add',
    first: chapter
      ? {
          ...{ title: chapter.title, lead: chapter.lead, scope: chapter.scope, performance: chapter.performance, finance: chapter.finance },
          ...{ resources: chapter.resources, decisionMaking: chapter.decisionMaking, riskShare: chapter.riskShare },
        }
      : {},
    version: asked.agreement.version,
  }
}

/** The form that says what is in scope, or out of it. */
export async function scopeShape(asked: AskedAgreement): Promise<FormShape> {
  const { reader, visit, agreement } = asked
  const [services, chapters] = await Promise.all([listServices(reader, agreement.body, visit.today), findChapters(reader, agreement.id)])
  return {
    ...ofAgreement(asked),
    title: 'Say what is in its scope',
    lead: 'What was said of the same service before ends on the first day.',
    groups: [
      {
        fields: [
          {
            kind: 'select',
            name: 'service',
            label: 'Which service?',
            options: services.map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            ...{ kind: 'radios', name: 'isIn', label: 'Is it in the scope?' },
            options: [
              { value: 'in', text: 'In' },
              { value: 'out', text: 'Expressly out' },
            ],
          },
          {
            ...{ kind: 'select', name: 'chapter', label: 'In which chapter?', none: 'In none' },
            options: chapters.map(({ id, position, title }) => ({ value: id, text: `${position}. ${title}` })),
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
          { kind: 'day', name: 'lastDay', label: 'Last day', hint: 'Leave empty as long as the agreement' },
          { kind: 'lines', name: 'why', label: 'Why?', rows: 2 },
        ],
      },
    ],
    submit: 'Save',
    first: { isIn: 'in', ...dayValues('startsOn', agreement.startsOn) },
    version: agreement.version,
  }
}

/** The form that ends an agreement before its term. */
export function endShape(asked: AskedAgreement): FormShape {
  return {
    ...ofAgreement(asked),
    title: 'End this agreement early',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'endedOn', label: 'From which day does it have no effect any more?' },
          { kind: 'lines', name: 'because', label: 'Why, and by whose decision?' },
        ],
      },
    ],
    submit: 'End it',
    look: 'warning',
    warning: 'Its services, its chapters and its parties stay on record; it binds nobody from that day.',
    first: {},
    version: asked.agreement.version,
  }
}

/** The form that shows an agreement. */
export function showAgreementShape(asked: AskedAgreement): FormShape {
  return { ...ofAgreement(asked), ...showParts('Show this agreement', asked.agreement.version) }
}
