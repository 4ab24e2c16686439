import { definitionOn } from '#performance/public.ts'
import { findMeasuresOf } from '#performance/public-data.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { type ContractExtension, type ContractLot, findLots } from '../queries/contract-parts.ts'
import { findRenewalRules, listRatingWords } from '../queries/contract-rules.ts'
import { listProviders } from '../queries/providers.ts'
import { clauseWords, lotStatusWords, noticeWords, providerPartWords } from '../words/contract.ts'
import { areaOptions } from './choices.ts'
import type { AskedContract } from './contract-gates.ts'
import { decisionOptions, ofContract } from './contract-shapes.ts'

/** A field that asks for a day. */
export const day = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'day', name, label, hint })
/** A form of one group about a contract. */
export const one = (asked: AskedContract, title: string, fields: readonly FieldSpec[], submit = 'Add', first = {}): FormShape => ({
  ...ofContract(asked),
  ...{ title, groups: [{ fields }], submit, first },
})

/** The form that adds somebody who provides. */
export async function contractProviderShape(asked: AskedContract): Promise<FormShape> {
  const { reader, contract } = asked
  const [providers, lots] = await Promise.all([listProviders(reader), findLots(reader, contract.id)])
  const mains = contract.providers.filter(({ part }) => part !== 'sub-contractor')
  return one(
    asked,
    'Add who provides',
    [
      {
        ...{
          kind: 'select',
          name: 'provider',
          label: 'Which provider?',
          hint: 'One that is missing is added in the register of providers',
        },
        options: providers.map(({ id, name }) => ({ value: id, text: name })),
      },
      { kind: 'radios', name: 'part', label: 'As what?', options: optionsOf(providerPartWords) },
      {
        ...{ kind: 'select', name: 'under', label: 'A sub-contractor of whom?', none: 'It is none' },
        options: mains.map(({ id, name }) => ({ value: id, text: name })),
      },
      {
        ...{ kind: 'select', name: 'lot', label: 'For which lot?', none: 'The whole contract' },
        options: lots.map(({ id, number, title }) => ({ value: id, text: `${number}. ${title}` })),
      },
      day('startsOn', 'From which day?'),
      day('lastDay', 'Last day', 'Leave empty as long as the contract'),
    ],
    'Add',
    { part: 'provider', ...dayValues('startsOn', contract.startsOn) },
  )
}

/** The form of a lot: a new one, or one that is changed. */
export async function lotShape(asked: AskedContract, lot: ContractLot | undefined): Promise<FormShape> {
  return one(
    asked,
    lot ? `Change lot ${lot.number}` : 'Add a lot',
    [
      { kind: 'line', name: 'title', label: 'What is it called?' },
      { kind: 'select', name: 'area', label: 'Which area?', none: 'Everywhere, or none of these', options: await areaOptions(asked) },
      {
        ...{ kind: 'radios', name: 'status', label: 'How does it stand?', options: optionsOf(lotStatusWords) },
        hint: 'A lot can stand otherwise than its contract',
      },
      { kind: 'number', name: 'providerLimit', label: 'How many providers at most?', hint: 'Leave empty where there is no limit' },
    ],
    lot ? 'Save' : 'Add',
    lot
      ? {
          ...{ title: lot.title, area: lot.area ?? '', status: lot.status },
          providerLimit: lot.providerLimit === undefined ? '' : String(lot.providerLimit),
        }
      : { status: 'planned' },
  )
}

/** The form of an option to extend. */
export const optionShape = (asked: AskedContract): FormShape =>
  one(asked, 'Add an option to extend it', [
    { kind: 'number', name: 'months', label: 'By how many months?' },
    day('takeBy', 'What is the last day to take it?', 'Leave empty: then it is as the calendar of renewals says'),
  ])

/** The form of what became of an option. */
export async function takenShape(asked: AskedContract, option: ContractExtension): Promise<FormShape> {
  return one(
    asked,
    `What became of option ${option.position}: ${option.months} months`,
    [
      {
        ...{ kind: 'radios', name: 'became', label: 'Was it taken?' },
        options: [
          { value: 'taken', text: 'Taken' },
          { value: 'declined', text: 'Let go' },
        ],
      },
      day('onDay', 'On which day?'),
      {
        kind: 'select',
        name: 'decision',
        label: 'By which decision of the board?',
        none: 'Decided elsewhere',
        options: await decisionOptions(asked),
      },
      { kind: 'line', name: 'decidedBy', label: 'Or where was it decided, and by whom?', hint: 'For example: Cabinet, minute 12' },
    ],
    'Record',
  )
}

/** The form of an indicator. */
export async function kpiShape(asked: AskedContract): Promise<FormShape> {
  const measures = await findMeasuresOf(asked.reader, asked.body.id)
  return one(
    asked,
    'Add an indicator',
    [
      { kind: 'line', name: 'title', label: 'What is measured?' },
      { kind: 'short', name: 'unit', label: 'In which unit?', hint: 'For example: %, days' },
      {
        ...{ kind: 'radios', name: 'better', label: 'What is better?' },
        options: [
          { value: 'higher', text: 'More' },
          { value: 'lower', text: 'Less' },
        ],
      },
      { kind: 'short', name: 'target', label: 'Target', hint: 'Leave empty where none was agreed' },
      { kind: 'short', name: 'tolerance', label: 'How far from it is still amber?' },
      {
        ...{ kind: 'select', name: 'measure', label: 'Does it share the target of a measure of the board?', none: 'No' },
        options: measures.map((measure) => ({ value: measure.id, text: definitionOn(measure, asked.visit.today).title })),
      },
      {
        ...{ kind: 'select', name: 'everyMonths', label: 'How often is it reported?' },
        options: [
          ...[
            ['1', 'Every month'],
            ['3', 'Every quarter'],
            ['6', 'Every half year'],
            ['12', 'Every year'],
          ].map(([value = '', text = '']) => ({ value, text })),
        ],
      },
      { kind: 'number', name: 'reportDays', label: 'Within how many days after a period is it reported?' },
      day('startsOn', 'From which day is it measured?'),
      day('lastDay', 'Last day', 'Leave empty as long as the contract'),
      { kind: 'tick', name: 'isPublic', label: 'Everybody sees its results once the contract is public' },
    ],
    'Add',
    { better: 'higher', everyMonths: '3', reportDays: '20', ...dayValues('startsOn', asked.contract.startsOn) },
  )
}

/** The form of a notice that was published. */
export const noticeShape = (asked: AskedContract): FormShape =>
  one(
    asked,
    'Record a notice that was published',
    [
      { kind: 'select', name: 'kind', label: 'Of what?', options: optionsOf(noticeWords) },
      { kind: 'short', name: 'code', label: 'Number of the notice', hint: 'For example: UK7' },
      day('publishedOn', 'When was it published?'),
      { kind: 'line', name: 'reference', label: 'Where?' },
    ],
    'Record',
  )

/** The form of a clause. */
export const clauseShape = (asked: AskedContract): FormShape =>
  one(asked, 'Add what it asks for', [
    { kind: 'radios', name: 'kind', label: 'What is it about?', options: optionsOf(clauseWords) },
    { kind: 'lines', name: 'text', label: 'What does it ask for?' },
    { kind: 'short', name: 'clause', label: 'Number of the clause' },
  ])

/** The form of an assessment of performance. */
export async function assessmentShape(asked: AskedContract): Promise<FormShape> {
  const words = await listRatingWords(asked.reader, asked.visit.today)
  return one(
    asked,
    'Assess performance',
    [
      day('startsOn', 'From which day?'),
      day('lastDay', 'To which day?'),
      day('assessedOn', 'When was it assessed?'),
      {
        kind: 'radios',
        name: 'rating',
        label: 'In the words of the law',
        options: words.map(({ code, name }) => ({ value: code, text: name })),
      },
      { kind: 'lines', name: 'because', label: 'Why?' },
      day('publishedOn', 'When was it published?', 'Leave empty while it was not'),
    ],
    'Record',
    dayValues('assessedOn', asked.visit.today),
  )
}

/** The form of a visit. */
export const visitShape = (asked: AskedContract): FormShape =>
  one(
    asked,
    'Record a visit',
    [
      day('plannedOn', 'For when is or was it planned?'),
      { kind: 'line', name: 'purpose', label: 'What is looked at?', hint: 'For example: supervision, safe recruitment' },
      day('heldOn', 'When was it?', 'Leave empty while it is still to come'),
      { kind: 'lines', name: 'found', label: 'What was found?' },
    ],
    'Record',
  )

/** The form of a notice of poor performance. */
export function poorShape(asked: AskedContract): FormShape {
  const providers = new Map(asked.contract.providers.map(({ provider, name }) => [provider, name]))
  return one(
    asked,
    'Give a notice of poor performance',
    [
      { kind: 'select', name: 'provider', label: 'To whom?', options: [...providers].map(([value, text]) => ({ value, text })) },
      { kind: 'lines', name: 'because', label: 'What is not as agreed?' },
      day('issuedOn', 'When was it given?'),
      day('answerBy', 'By when is it answered?'),
    ],
    'Record',
    dayValues('issuedOn', asked.visit.today),
  )
}

/** The form of the plan for the failure of a provider. */
export const failurePlanShape = (asked: AskedContract, plan: { readonly text: string } | undefined): FormShape =>
  one(
    asked,
    'Plan for the failure of a provider',
    [
      { kind: 'lines', name: 'text', label: 'Who takes over, how are people told, and from which money?', rows: 8 },
      day('reviewedOn', 'When was it looked at last?'),
    ],
    'Save',
    { text: plan?.text ?? '', ...dayValues('reviewedOn', asked.visit.today) },
  )

/** The form of a step of the renewal that is done. */
export async function stepShape(asked: AskedContract): Promise<FormShape> {
  const rules = await findRenewalRules(asked.reader, asked.visit.today)
  return one(
    asked,
    'Say that a step of the renewal is done',
    [
      { kind: 'radios', name: 'key', label: 'Which step?', options: rules.map(({ key, name }) => ({ value: key, text: name })) },
      day('doneOn', 'When was it done?'),
      { kind: 'line', name: 'note', label: 'What came of it?' },
    ],
    'Record',
    dayValues('doneOn', asked.visit.today),
  )
}
