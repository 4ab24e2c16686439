import { listDecisions } from '#meetings/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { FieldOption, FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { agreementChangePaths, agreementPaths } from '../paths.ts'
import { findGrantYears, findVariations, type GrantClaim, type NamedReportRule, type Variation } from '../queries/agreement-change.ts'
import { findGrantSavingChoices } from '../queries/grant-savings.ts'
import { type ReportOwed, taperSums } from '../rules/agreement-change.ts'
import { pounds } from '../words/pence.ts'
import type { AskedAgreement } from './gates.ts'

const ofAgreement = ({ body, agreement }: AskedAgreement, back: string) => ({
  caption: agreement.title,
  breadcrumbs: crumbsOf(
    body,
    { text: 'Agreements', href: agreementPaths.ofBoard(body.slug) },
    { text: agreement.title, href: agreementPaths.agreement(agreement.id) },
  ),
  cancel: back,
  version: agreement.version,
})
const toHistory = (asked: AskedAgreement) => ofAgreement(asked, agreementChangePaths.step(asked.agreement.id, 'history'))
const toPage = (asked: AskedAgreement) => ofAgreement(asked, agreementPaths.agreement(asked.agreement.id))
const signature: readonly FieldSpec[] = [
  { kind: 'day', name: 'signedOn', label: 'When was it signed?' },
  { kind: 'line', name: 'signedBy', label: 'Which offices signed?', hint: 'For example: Chief executive of the council. No person’s name' },
]

/** The latest decisions of a board, as options with their day. */
export async function decisionOptions({
  reader,
  body,
}: Pick<AskedAgreement, 'reader'> & { readonly body: { readonly id: string } }): Promise<readonly FieldOption[]> {
  const { decisions } = await listDecisions(reader, body.id, { year: undefined, type: undefined, words: undefined, page: 1 })
  return decisions.map(({ id, number, text, decidedOn }) => ({
    ...{ value: id, text: `${dayInWords(decidedOn)}: ${number === '' ? '' : `${number}, `}${text.slice(0, 80)}` },
  }))
}

/** The form of a variation. */
export async function variationShape(asked: AskedAgreement): Promise<FormShape> {
  return {
    ...toHistory(asked),
    title: 'Record a variation',
    lead: 'It is added to the log and stays as it is recorded. How the agreement was before can still be read.',
    groups: [
      {
        fields: [
          { kind: 'lines', name: 'what', label: 'What changes?' },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
          { kind: 'tick', name: 'changesTerm', label: 'It changes the last day of the agreement' },
          {
            kind: 'day',
            name: 'lastDay',
            label: 'The new last day',
            hint: 'Only if it changes. Leave empty where it runs until it is ended',
          },
        ],
      },
      {
        heading: 'Who agreed it',
        fields: [
          {
            ...{ kind: 'select', name: 'decision', label: 'Which decision of the board?', none: 'None of this board' },
            options: await decisionOptions(asked),
          },
          {
            kind: 'line',
            name: 'decidedBy',
            label: 'Or which other bodies, and where is that written?',
            hint: 'For example: Cabinet, minute 41',
          },
        ],
      },
      { heading: 'Signature', fields: signature },
    ],
    submit: 'Record',
    first: {},
  }
}

/** The form that says who signed a variation. */
export function signShape(asked: AskedAgreement, { number, what }: Variation): FormShape {
  return {
    ...toHistory(asked),
    title: `Who signed variation ${number}?`,
    lead: what,
    groups: [{ fields: signature }],
    submit: 'Save',
    first: {},
  }
}

/** The form that says what a party gives a year. */
export async function givenShape(asked: AskedAgreement): Promise<FormShape> {
  const { agreement } = asked
  const variations = await findVariations(asked.reader, agreement.id)
  return {
    ...toHistory(asked),
    title: 'Say what a party gives',
    lead: 'What was agreed before stays readable: this holds from its day on.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'organisation', label: 'Which party?' },
            options: [...new Map(agreement.parties.map(({ organisation, name }) => [organisation, name]))].map(([value, text]) => ({
              value,
              text,
            })),
          },
          { kind: 'short', name: 'pence', label: 'How much a year?', hint: 'In pounds, such as 1,250,000.00' },
          {
            ...{ kind: 'select', name: 'variation', label: 'By which variation?', none: 'None: as it was signed at first' },
            options: variations.map(({ id, number, startsOn }) => ({
              value: id,
              text: `Variation ${number}, from ${dayInWords(startsOn)}`,
            })),
          },
          { kind: 'day', name: 'startsOn', label: 'From which day?', hint: 'With a variation, its day counts' },
        ],
      },
    ],
    submit: 'Save',
    first: dayValues('startsOn', agreement.startsOn),
  }
}

/** The form of a year of a grant. */
export function grantYearShape(asked: AskedAgreement): FormShape {
  return {
    ...toPage(asked),
    title: 'Add a year of the grant',
    groups: [
      {
        fields: [
          { kind: 'day', name: 'startsOn', label: 'What is its first day?', hint: 'It lasts a year' },
          { kind: 'short', name: 'pence', label: 'How much at most can be claimed in it?', hint: 'In pounds. A year without money is 0' },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form of a claim. */
export async function claimShape(asked: AskedAgreement): Promise<FormShape> {
  const years = await findGrantYears(asked.reader, asked.agreement.id)
  return {
    ...toPage(asked),
    title: 'Record a claim',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'year', label: 'On which year?' },
            options: years.map(({ id, startsOn, pence, claims }) => ({
              ...{ value: id, text: `From ${dayInWords(startsOn)}`, hint: `${pounds(taperSums(pence, claims).left)} is left` },
            })),
          },
          {
            ...{ kind: 'radios', name: 'kind', label: 'What is it for?' },
            options: [
              { value: 'support', text: 'Going on for the year' },
              { value: 'set-up', text: 'Setting up: what is needed to begin at all' },
            ],
          },
          { kind: 'day', name: 'claimedOn', label: 'When was it claimed?' },
          { kind: 'short', name: 'pence', label: 'How much?', hint: 'In pounds' },
          { kind: 'lines', name: 'evidence', label: 'What shows that it was spent as agreed?' },
        ],
      },
    ],
    submit: 'Record',
    first: dayValues('claimedOn', asked.visit.today),
  }
}

/** The form of what a year of a grant is expected to save. */
export async function grantSavingShape(asked: AskedAgreement): Promise<FormShape> {
  const years = await findGrantYears(asked.reader, asked.agreement.id)
  const choices = await findGrantSavingChoices(asked.reader, asked.agreement.body)
  return {
    ...toPage(asked),
    title: 'Say what it saves',
    lead: 'Savings of a grant that tapers begin late. What is expected stands beside the support; what was delivered stays with the saving of the fund, where it is counted once.',
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'year', label: 'In which year?' },
            options: years.map(({ id, startsOn }) => ({ value: id, text: `From ${dayInWords(startsOn)}` })),
          },
          { kind: 'short', name: 'expected', label: 'How much is expected to be saved in it?', hint: 'In pounds. Nothing is 0' },
          {
            ...{ kind: 'select', name: 'saving', label: 'Which saving of a fund is it?', none: 'None is planned yet' },
            options: choices.map(({ id, measure, year }) => ({ value: id, text: `${measure}, ${year} to ${year + 1}` })),
          },
          { kind: 'lines', name: 'because', label: 'What does that rest on?' },
        ],
      },
    ],
    submit: 'Save',
    first: {},
  }
}

/** The form that pays or refuses a claim. */
export function settleClaimShape(asked: AskedAgreement, claim: GrantClaim): FormShape {
  return {
    ...toPage(asked),
    title: 'Settle a claim',
    lead: `${pounds(claim.pence)}, claimed on ${dayInWords(claim.claimedOn)}. ${claim.evidence}`,
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'answer', label: 'What is done with it?' },
            options: [
              { value: 'pay', text: 'It is paid' },
              { value: 'refuse', text: 'It is refused' },
            ],
          },
          { kind: 'day', name: 'settledOn', label: 'When?' },
          { kind: 'short', name: 'paidPence', label: 'How much is paid?', hint: 'Leave empty where all of it is' },
          { kind: 'lines', name: 'because', label: 'Why is it refused, or paid in part?', rows: 3 },
        ],
      },
    ],
    submit: 'Settle',
    warning: 'A claim is settled once.',
    first: dayValues('settledOn', asked.visit.today),
  }
}

/** The form that takes back what was paid. */
export function clawShape(asked: AskedAgreement, claim: GrantClaim): FormShape {
  return {
    ...toPage(asked),
    title: 'Take back a payment',
    lead: claim.paidPence === undefined ? 'It was not paid.' : `${pounds(claim.paidPence)} was paid.`,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'clawedOn', label: 'When is it taken back?' },
          { kind: 'short', name: 'clawedPence', label: 'How much?', hint: 'In pounds' },
          { kind: 'lines', name: 'because', label: 'Why?', rows: 3 },
        ],
      },
    ],
    submit: 'Take back',
    look: 'warning',
    warning: 'It is recorded once and stays.',
    first: dayValues('clawedOn', asked.visit.today),
  }
}

/** The form that says where a report is to be found. */
export function madeShape(asked: AskedAgreement, { rule, periodEndsOn, dueOn }: ReportOwed<NamedReportRule>): FormShape {
  return {
    ...toPage(asked),
    title: `${rule.name} until ${dayInWords(periodEndsOn.subtract({ days: 1 }))}`,
    lead: `${rule.asks}. Due on ${dayInWords(dueOn)}. ${rule.source}.`,
    groups: [
      {
        fields: [
          { kind: 'day', name: 'madeOn', label: 'When was it made?' },
          {
            kind: 'line',
            name: 'found',
            label: 'Where is it to be found?',
            hint: 'For example: Joint commissioning board of 12 May, item 6',
          },
        ],
      },
    ],
    submit: 'Save',
    first: dayValues('madeOn', asked.visit.today),
  }
}
