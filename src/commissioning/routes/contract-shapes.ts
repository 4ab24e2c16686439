import type { AskedBoard } from '#governance/public-data.ts'
import { listDecisions } from '#meetings/public-data.ts'
import { listOutcomes } from '#plans/public-data.ts'
import { type FieldOption, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { contractPaths } from '../contract-paths.ts'
import { typedPence } from '../forms/pence.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { listAgreements } from '../queries/agreements.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { findContractTies } from '../queries/contract-parts.ts'
import { listRegimes } from '../queries/contract-rules.ts'
import type { Contract } from '../queries/contracts.ts'
import { findLinesOf } from '../queries/fund-money.ts'
import { listFunds } from '../queries/funds.ts'
import { identifyingSigns } from '../rules/identifying.ts'
import { yearOf } from '../rules/year.ts'
import { processWords, signWords, vatWords } from '../words/contract.ts'
import { organisationOptions } from './choices.ts'
import type { AskedContract } from './contract-gates.ts'
import { showParts } from './service-shapes.ts'

const contractsCrumb = (slug: string) => ({ text: 'Contracts', href: contractPaths.ofBoard(slug) })

/** What every form of a contract carries: the way back, and the version it was made from. */
export const ofContract = ({ body, contract }: AskedContract) => ({
  caption: contract.title,
  breadcrumbs: crumbsOf(body, contractsCrumb(body.slug), { text: contract.title, href: contractPaths.contract(contract.id) }),
  cancel: contractPaths.contract(contract.id),
  version: contract.version,
})
const first = (name: string, day: Temporal.PlainDate | undefined) => (day === undefined ? {} : dayValues(name, day))

/** The decisions of a board, the latest first, as options. */
export async function decisionOptions({ reader, body }: AskedBoard): Promise<readonly FieldOption[]> {
  const { decisions } = await listDecisions(reader, body.id, { year: undefined, type: undefined, words: undefined, page: 1 })
  return decisions.map(({ id, number, text }) => ({ value: id, text: `${number === '' ? '' : `${number}: `}${text.slice(0, 90)}` }))
}

/** The form of a contract: a new one, or one that is changed. */
export async function contractShape(asked: AskedBoard, contract: Contract | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const [organisations, regimes, agreements, decisions] = await Promise.all([
    organisationOptions(asked),
    listRegimes(reader),
    listAgreements(reader, body.id, visit.today),
    decisionOptions(asked),
  ])
  return {
    title: contract ? 'Change this contract' : 'Record a contract',
    caption: contract?.title ?? body.name,
    lead: contract ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: crumbsOf(body, contractsCrumb(body.slug)),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?', hint: 'No names, initials or ages of people: others will read it' },
          { kind: 'short', name: 'reference', label: 'Reference' },
          { kind: 'lines', name: 'summary', label: 'What is bought?' },
          { kind: 'select', name: 'commissioner', label: 'Who signs it and pays?', options: organisations },
          { kind: 'short', name: 'served', label: 'How many people does it serve?', hint: 'Leave empty where nobody knows' },
        ],
      },
      {
        heading: 'How it is bought',
        fields: [
          {
            ...{ kind: 'radios', name: 'regime', label: 'Under which rules?' },
            options: regimes.map(({ code, name, source }) => ({ value: code, text: name, ...(source === '' ? {} : { hint: source }) })),
          },
          { kind: 'select', name: 'process', label: 'By which process?', none: 'Not said', options: optionsOf(processWords) },
        ],
      },
      { heading: 'Term', fields: termFields },
      { heading: 'Value of the whole term', fields: valueFields },
      {
        heading: 'What it rests on',
        fields: [
          {
            ...{ kind: 'select', name: 'agreement', label: 'Which agreement of the partners?', none: 'None' },
            options: agreements.map(({ id, title }) => ({ value: id, text: title })),
          },
          { kind: 'select', name: 'decision', label: 'Which decision of the board?', none: 'None', options: decisions },
        ],
      },
    ],
    submit: contract ? 'Save' : 'Record',
    first: contract ? firstOf(contract) : { vat: 'not-known' },
    version: contract?.version,
    cancel: contract ? contractPaths.contract(contract.id) : contractPaths.ofBoard(body.slug),
  }
}

const termFields: readonly FieldSpec[] = [
  { kind: 'day', name: 'startsOn', label: 'On which day does it begin?' },
  { kind: 'day', name: 'lastDay', label: 'What is its last day?', hint: 'Without options to extend it. Leave empty where it has no end' },
]
const valueFields: readonly FieldSpec[] = [
  { kind: 'short', name: 'net', label: 'Without VAT, in pounds', hint: 'Leave empty where it is not known' },
  { kind: 'short', name: 'gross', label: 'With VAT, in pounds' },
  { kind: 'radios', name: 'vat', label: 'How does VAT stand to it?', options: optionsOf(vatWords) },
  { kind: 'line', name: 'vatNote', label: 'What explains a mixture?' },
  { kind: 'line', name: 'said', label: 'What did the source say?', hint: 'In its own words, for example “up to 1.2m over the term”' },
  { kind: 'short', name: 'volume', label: 'How much is guaranteed?', hint: 'Leave empty where nothing is' },
  { kind: 'short', name: 'volumeUnit', label: 'Of what?', hint: 'For example: hours a year' },
]

const firstOf = (one: Contract) => ({
  ...{ title: one.title, reference: one.reference, summary: one.summary, commissioner: one.commissioner, regime: one.regime },
  ...{ process: one.process, ...dayValues('startsOn', one.startsOn), ...first('lastDay', one.endsOn?.subtract({ days: 1 })) },
  ...{ net: typedPence(one.net), gross: typedPence(one.gross), vat: one.vat, vatNote: one.vatNote, said: one.said },
  ...{
    volume: one.volume === null ? '' : String(one.volume),
    volumeUnit: one.volumeUnit,
    served: one.served === null ? '' : String(one.served),
  },
  ...{ agreement: one.agreement ?? '', decision: one.decision ?? '' },
})

/** The form of what has happened to a contract. */
export function factsShape(asked: AskedContract): FormShape {
  const { contract } = asked
  const day = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'day', name, label, hint })
  return {
    ...ofContract(asked),
    title: 'Say what has happened',
    lead: 'How the contract stands follows from these days.',
    groups: [
      {
        fields: [
          day('engagedOn', 'When did you begin to ask the market?'),
          day('tenderedOn', 'When did the tender begin?'),
          day('notifiedOn', 'When was the notice of the award published?', 'The standstill is counted from it'),
          day('awardedOn', 'When was it awarded?'),
          day('signedOn', 'When was it signed?'),
        ],
      },
    ],
    submit: 'Save',
    first: {
      ...{ ...first('engagedOn', contract.engagedOn), ...first('tenderedOn', contract.tenderedOn) },
      ...{
        ...first('notifiedOn', contract.notifiedOn),
        ...first('awardedOn', contract.awardedOn),
        ...first('signedOn', contract.signedOn),
      },
    },
  }
}

/** The form of what a contract is tied to. */
export async function tiesShape(asked: AskedContract): Promise<FormShape> {
  const { reader, visit, body, contract } = asked
  const [services, outcomes, funds, ties] = await Promise.all([
    listServices(reader, body.id, visit.today),
    listOutcomes(reader),
    listFunds(reader, body.id, visit.today),
    findContractTies(reader, [contract.id]),
  ])
  const year = yearOf(visit.today)
  const ids = funds.map(({ id }) => id)
  const lines = ids.length === 0 ? [] : [...(await findLinesOf(reader, ids, year)), ...(await findLinesOf(reader, ids, year + 1))]
  const tied = [...(ties.lines.get(contract.id) ?? [])].filter((id) => !lines.some((line) => line.id === id))
  return {
    ...ofContract(asked),
    title: 'Say what it is tied to',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'boxes', name: 'services', label: 'Which services does it buy?' },
            options: services.map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            ...{ kind: 'boxes', name: 'outcomes', label: 'Which outcomes does it serve?' },
            options: outcomes.map(({ id, title, planTitle }) => ({ value: id, text: title, hint: planTitle })),
          },
          {
            ...{ kind: 'boxes', name: 'lines', label: 'From which budget lines is it paid?' },
            options: [
              ...lines.map(({ id, title, year: of }) => ({ value: id, text: `${title}, ${of} to ${of + 1}` })),
              ...tied.map((id) => ({ value: id, text: 'A line of an earlier year' })),
            ],
          },
        ],
      },
    ],
    submit: 'Save',
    first: {
      services: [...(ties.services.get(contract.id) ?? [])],
      ...{ outcomes: [...(ties.outcomes.get(contract.id) ?? [])], lines: [...(ties.lines.get(contract.id) ?? [])] },
    },
  }
}

/** The form that shows a contract. */
export function showContractShape(asked: AskedContract): FormShape {
  return {
    ...ofContract(asked),
    ...showParts('Show this contract', asked.contract.version),
    warning: 'What is public is taken back only with a reason, which is recorded.',
  }
}

/** The form in which a person lets a contract be public, or takes it back. */
export function clearShape(asked: AskedContract): FormShape {
  const { title, summary, reference, served } = asked.contract
  const signs = identifyingSigns(`${title} ${summary} ${reference}`, served)
  return {
    ...ofContract(asked),
    title: 'Decide whether it may be public',
    lead:
      signs.length === 0
        ? 'Nothing in its words suggests that a person could be told from it.'
        : `Look closely: ${signs.map((sign) => signWords[sign]).join('; ')}. Write it so that nobody can be told from it, put it together with others, or wait.`,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'settled', label: 'May everybody see it?' },
            options: [
              { value: 'cleared', text: 'Yes: nobody can be told from it' },
              { value: 'held', text: 'No: it is held back', hint: 'If it is public, only the board sees it from now on' },
            ],
          },
          { kind: 'lines', name: 'because', label: 'Why?', rows: 3 },
        ],
      },
    ],
    submit: 'Record',
    first: {},
  }
}

/** The form that ends a contract before its term. */
export function endContractShape(asked: AskedContract): FormShape {
  return {
    ...ofContract(asked),
    title: 'End this contract early',
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
    warning: 'It stays on record. Nothing is measured under it from that day.',
    first: {},
  }
}
