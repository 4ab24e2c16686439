import { type AskedBoard, findScheme } from '#governance/public-data.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import { typedPence } from '../forms/pence.ts'
import { ledPaths } from '../framework-paths.ts'
import { type BudgetHolder, type Delegated, findBudgetRules, findHolders, type NamedEntry } from '../queries/delegated.ts'
import { listFunds } from '../queries/funds.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { listProviders } from '../queries/providers.ts'
import { holderWords } from '../words/delegated.ts'
import { ledWords } from '../words/led-records.ts'
import { pounds } from '../words/pence.ts'
import { decisionOptions } from './agreement-change-shapes.ts'
import { openLineOptions, organisationOptions, peopleOptions } from './choices.ts'
import { serviceOptions } from './decommission-shapes.ts'
import { type AskedLed, ledCrumbs, ofLed } from './led-gates.ts'

const kind = 'delegated'
/** A line of words. */
export const line = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'line', name, label, hint })
/** A short line. */
export const short = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'short', name, label, hint })
/** A day. */
export const day = (name: string, label: string, hint?: string): FieldSpec => ({ kind: 'day', name, label, hint })
/** What is asked of every text of a purchase. */
export const noNames = 'No names, and nothing by which a person can be known'

/** The form of a delegated budget: a new one, or one that is changed. */
export async function delegatedShape(
  asked: AskedBoard,
  of: { readonly record: LedRecord; readonly budget: Delegated } | undefined,
): Promise<FormShape> {
  const { body, reader, visit } = asked
  const [organisations, funds, lines] = await Promise.all([
    organisationOptions(asked),
    listFunds(reader, body.id, visit.today),
    openLineOptions(asked),
  ])
  return {
    title: of ? 'Change what is recorded' : ledWords[kind].begin,
    caption: of?.record.title ?? body.name,
    lead: of ? undefined : 'Nobody but those who prepare it sees it until you show it.',
    breadcrumbs: ledCrumbs(body, kind, of?.record),
    groups: [
      {
        fields: [
          line('title', 'What is it called?', 'For example: Early help money of the localities'),
          { kind: 'select', name: 'lead', label: 'Which organisation hands it over?', options: organisations },
          { kind: 'lines', name: 'purpose', label: 'What is it for?' },
          short('pence', 'How much is it?', 'In pounds'),
          day('startsOn', 'From which day can it be spent?'),
          day('lastDay', 'What is the last day?'),
          {
            ...{ kind: 'select', name: 'fund', label: 'From which fund is it taken?', none: 'None of these' },
            options: funds.map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            ...{ kind: 'select', name: 'line', label: 'Out of which budget line?', none: 'None of these' },
            hint: 'With a line, what is handed over is committed in the ledger, and what is bought is paid there',
            options: lines,
          },
        ],
      },
    ],
    submit: of ? 'Save' : 'Begin',
    first: of ? firstOf(of.record, of.budget) : {},
    version: of?.record.version,
    cancel: of ? ledPaths.record(kind, of.record.id) : ledPaths.ofBoard(kind, body.slug),
  }
}

const firstOf = ({ title, lead }: LedRecord, { purpose, pence, startsOn, endsOn, fund, line: from }: Delegated): FormShape['first'] => ({
  ...{ title, lead, purpose, pence: typedPence(pence), fund: fund ?? '', line: from ?? '' },
  ...{ ...dayValues('startsOn', startsOn), ...dayValues('lastDay', endsOn.subtract({ days: 1 })) },
})

const kinds = (['locality', 'cluster', 'professional'] as const).map((value) => ({ value, text: holderWords[value] }))

/** The form of a holder. */
export async function holderShape(asked: AskedLed): Promise<FormShape> {
  const [people, scheme] = await Promise.all([peopleOptions(asked), findScheme(asked.reader, asked.record.body, asked.visit.today)])
  return {
    ...ofLed(asked),
    title: 'Name who holds a share',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'Who is it?', options: kinds },
          line('name', 'What is it called?', 'Of a lead professional the post, for example: Family worker, Kelbrook'),
          { kind: 'select', name: 'person', label: 'Who spends it?', none: 'Whoever holds the delegation below', options: people },
          {
            ...{ kind: 'select', name: 'delegation', label: 'Under which delegation?', none: 'None of these' },
            options: scheme
              .filter(({ state }) => state === 'in-force')
              .map(({ id, functionName, to }) => ({ value: id, text: `${functionName}: ${to.name}` })),
          },
        ],
      },
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form of a factor, with a field for each holder. */
export function factorShape(asked: AskedLed, holders: readonly BudgetHolder[]): FormShape {
  return {
    ...ofLed(asked),
    title: 'Say by what it is divided',
    groups: [
      {
        fields: [
          line('name', 'What is counted?', 'For example: Children under 18'),
          {
            kind: 'number',
            name: 'weight',
            label: 'How much does it weigh?',
            hint: 'A whole number from 1 to 1,000, beside the other factors',
          },
          line('source', 'Who says so?'),
          day('datedOn', 'Of which day are the figures?'),
        ],
      },
      ...(holders.length === 0
        ? []
        : [
            {
              heading: 'How much of it has each holder?',
              fields: holders.map(({ id, name }): FieldSpec => ({ kind: 'number', name: `value-${id}`, label: name })),
            },
          ]),
    ],
    submit: 'Add',
    first: {},
  }
}

/** The form that hands it over. */
export async function handShape(asked: AskedLed): Promise<FormShape> {
  return {
    ...ofLed(asked),
    title: 'Hand it over',
    lead: 'The board decides at its meeting. Each holder then gets the share that the page shows.',
    groups: [
      { fields: [{ kind: 'select', name: 'decision', label: 'Which decision of the board?', options: await decisionOptions(asked) }] },
    ],
    submit: 'Hand it over',
    warning: 'The sum, its time, its holders and what it was divided by stand from then on.',
    first: {},
  }
}

/** The form of a rule. */
export async function budgetRuleShape(asked: AskedLed): Promise<FormShape> {
  const [holders, services] = await Promise.all([findHolders(asked.reader, asked.record.id), serviceOptions(asked)])
  return {
    ...ofLed(asked),
    title: 'Say what may be bought',
    groups: [
      {
        fields: [
          line('text', 'What may be bought?', 'For example: Activities for young people in the holidays'),
          {
            ...{ kind: 'select', name: 'holder', label: 'By whom?', none: 'By every holder' },
            options: holders.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'select', name: 'service', label: 'To which service does it count?', none: 'None of these', options: services },
          short('limit', 'At most how much at once?', 'In pounds. Leave empty where only what is left limits it'),
          line('authority', 'On whose authority?', 'For example: Scheme of delegation, part 3'),
          day('startsOn', 'From which day?'),
          day('lastDay', 'To which day?', 'Leave empty where it holds as long as the budget'),
        ],
      },
    ],
    submit: 'Save',
    first: { ...dayValues('startsOn', asked.visit.today) },
  }
}

/** The form that ends a rule. */
export function ruleEndShape(asked: AskedLed, rule: { readonly text: string }): FormShape {
  return {
    ...ofLed(asked),
    title: 'End a rule',
    lead: `“${rule.text}”. What was bought by it stands; nothing is bought by it after its last day.`,
    groups: [{ fields: [day('lastDay', 'What is its last day?')] }],
    submit: 'End it',
    look: 'warning',
    first: { ...dayValues('lastDay', asked.visit.today) },
  }
}

/** The form of a purchase from a share. */
export async function purchaseShape(asked: AskedLed, holder: BudgetHolder): Promise<FormShape> {
  const [rules, providers] = await Promise.all([findBudgetRules(asked.reader, asked.record.id), listProviders(asked.reader)])
  return {
    ...{ ...ofLed(asked), version: undefined },
    title: 'Record what was bought',
    caption: `${holder.name}: ${asked.record.title}`,
    groups: [
      {
        fields: [
          line('what', 'What was bought?', noNames),
          {
            ...{ kind: 'select', name: 'rule', label: 'By which rule?' },
            options: rules
              .filter((rule) => rule.holder === undefined || rule.holder === holder.id)
              .map(({ id, text, limit }) => ({
                value: id,
                text: limit === undefined ? text : `${text}, at most ${pounds(limit)} at once`,
              })),
          },
          short('pence', 'How much did it cost?', 'In pounds'),
          day('happenedOn', 'On which day?'),
          {
            ...{ kind: 'select', name: 'provider', label: 'From which provider?', none: 'None of these' },
            options: providers.map(({ id, name }) => ({ value: id, text: name })),
          },
        ],
      },
    ],
    submit: 'Record',
    first: { ...dayValues('happenedOn', asked.visit.today) },
  }
}

/** What a form asks by which money is given back or spent. */
export const givingGroups = (what: string, hint: string): FormShape['groups'] => [
  { fields: [line('what', what, hint), short('pence', 'How much?', 'In pounds'), day('happenedOn', 'On which day?')] },
]
/** What a form asks that undoes an entry. */
export const undoGroups: FormShape['groups'] = [{ fields: [line('what', 'Why is it undone?'), day('happenedOn', 'On which day?')] }]

/** The form by which a share gives back. */
export function returnedShape(asked: AskedLed, holder: BudgetHolder): FormShape {
  return {
    ...{ ...ofLed(asked), version: undefined },
    title: 'Give back what is not spent',
    caption: `${holder.name}: ${asked.record.title}`,
    groups: givingGroups('Why is it given back?', 'For example: Left at the end of the year'),
    submit: 'Give it back',
    first: { ...dayValues('happenedOn', asked.visit.today) },
  }
}

/** The form that undoes an entry of a share. */
export function undoShape(asked: AskedLed, entry: NamedEntry): FormShape {
  return {
    ...{ ...ofLed(asked), version: undefined },
    title: `Undo: ${entry.what}`,
    lead: `${pounds(entry.pence)} are put right by an entry of its own. Nothing is changed or deleted.`,
    groups: undoGroups,
    submit: 'Undo it',
    look: 'warning',
    first: { ...dayValues('happenedOn', asked.visit.today) },
  }
}
