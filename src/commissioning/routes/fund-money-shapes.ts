import { listOrganisationsOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { typedPence } from '../forms/pence.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import { listServices } from '../queries/commissioned-services.ts'
import { type BudgetLine, findLines, findRingFences, type GivenMoney } from '../queries/fund-money.ts'
import { openOf } from '../rules/split.ts'
import { yearInWords } from '../rules/year.ts'
import { contributionWords } from '../words/money.ts'
import { pounds, poundsOr } from '../words/pence.ts'
import { decisionsAbout } from './choices.ts'
import type { AskedContribution, AskedYear } from './fund-gates.ts'
import { fundCrumbs } from './fund-shapes.ts'

async function fenceField(reader: Reader, fund: string): Promise<readonly FieldSpec[]> {
  const fences = await findRingFences(reader, fund)
  if (fences.length === 0) return []
  const options = fences.map(({ id, title }) => ({ value: id, text: title }))
  return [{ kind: 'select', name: 'fence', label: 'Is it ring-fenced?', none: 'No: it may be spent on anything the fund is for', options }]
}

/** The form of a contribution: a new one, or one that is changed. */
export async function contributionShape(asked: AskedYear, given: GivenMoney | undefined): Promise<FormShape> {
  const { reader, visit, fund, year } = asked
  const organisations = await listOrganisationsOn(reader, visit.today)
  return {
    title: given ? 'Change this contribution' : 'Add a contribution',
    caption: `${fund.title}, ${yearInWords(year.year)}`,
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'partner', label: 'Who gives it?' },
            options: organisations.map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            kind: 'line',
            name: 'source',
            label: 'Out of which money?',
            hint: 'A budget or a grant of the partner, for example: Public health grant',
          },
          { kind: 'radios', name: 'kind', label: 'How is it given?', options: optionsOf(contributionWords) },
          {
            kind: 'short',
            name: 'amount',
            label: 'How much is planned?',
            hint: 'In pounds. Leave empty while it is not known: that is not nothing',
          },
          ...(await fenceField(reader, fund.id)),
        ],
      },
      {
        heading: given && given.instalments.length > 0 ? 'Settle its parts anew' : 'In which parts is it paid?',
        fields: [
          { kind: 'short', name: 'parts', label: 'In how many equal parts?', hint: '1 to 12. Leave empty where that is not settled' },
          { kind: 'day', name: 'firstOn', label: 'When is the first due?', hint: 'The others follow evenly through the year' },
        ],
      },
    ],
    submit: given ? 'Save' : 'Add',
    first: given
      ? { partner: given.partner, source: given.source, kind: given.kind, amount: typedPence(given.planned), fence: given.fence ?? '' }
      : { kind: 'cash' },
    version: given?.version,
    cancel: fundPaths.fund(fund.id, year.year),
  }
}

/** The form that records a payment of a part. */
export function paidShape(asked: AskedContribution): FormShape {
  const { given, fund, year } = asked
  const open = given.instalments.filter((part) => openOf(part) > 0n)
  return {
    title: 'Record a payment',
    caption: `${given.partnerName}: ${given.source}`,
    lead: open.length === 0 ? 'No part is open. Settle parts first, where none are there.' : undefined,
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'position', label: 'Which part?' },
            options: open.map((part) => ({
              value: String(part.position),
              text: `Part ${part.position}: ${pounds(openOf(part))}${part.paid === null ? '' : ` still open of ${pounds(part.pence)}`}, due ${dayInWords(part.dueOn)}`,
            })),
          },
          { kind: 'day', name: 'paidOn', label: 'On which day was it paid?' },
          { kind: 'short', name: 'amount', label: 'How much?', hint: 'In pounds, as it came in. Less than the part leaves the rest open' },
        ],
      },
    ],
    submit: 'Record',
    first: open[0] ? { position: String(open[0].position), amount: typedPence(openOf(open[0])) } : {},
    closed: open.length === 0,
    cancel: fundPaths.fund(fund.id, year.year),
  }
}

/** The form of a budget line: a new one, or one that is changed. */
export async function lineShape(asked: AskedYear, line: BudgetLine | undefined): Promise<FormShape> {
  const { reader, visit, fund, year, body } = asked
  const [organisations, services, fences] = await Promise.all([
    listOrganisationsOn(reader, visit.today),
    listServices(reader, body.id, visit.today),
    fenceField(reader, fund.id),
  ])
  return {
    title: line ? 'Change this budget line' : 'Add a budget line',
    caption: `${fund.title}, ${yearInWords(year.year)}`,
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is the money spent on?' },
          {
            ...{ kind: 'select', name: 'service', label: 'Which service is it for?', none: 'No service of its own' },
            options: services.map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            ...{ kind: 'select', name: 'managedBy', label: 'Who manages it?', hint: 'The partner who answers for what is over or under' },
            options: organisations.map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            kind: 'short',
            name: 'amount',
            label: 'What is its budget for the year?',
            hint: 'In pounds. Leave empty while it is not known',
          },
          {
            kind: 'short',
            name: 'before',
            label: 'What did the same cost the year before?',
            hint: 'In pounds. Savings are measured against it',
          },
          { kind: 'line', name: 'code', label: 'Its code in the ledger', hint: 'As extracts of the ledger name it' },
          ...fences,
          {
            ...{ kind: 'line', name: 'profile', label: 'What does each month weigh?' },
            hint: 'Twelve whole numbers, April first, such as 8 8 8 7 7 9 9 9 9 9 9 8. Leave empty where all months are alike',
          },
        ],
      },
    ],
    submit: line ? 'Save' : 'Add',
    first: line ? lineFirst(line) : { managedBy: fund.host },
    version: line?.version,
    cancel: line ? moneyPaths.line(line.id) : fundPaths.fund(fund.id, year.year),
  }
}

const lineFirst = (line: BudgetLine) => ({
  ...{
    title: line.title,
    service: line.service ?? '',
    managedBy: line.managedBy,
    amount: typedPence(line.original),
    before: typedPence(line.before),
  },
  ...{ code: line.code, fence: line.fence ?? '', profile: line.profile.join(' ') },
})

/** What a link to the form that moves money brings along; pence as digits. What is no line or no sum of this year fills nothing in. */
export interface MoveAsked {
  readonly line: string | undefined
  readonly pence: string | undefined
}

/** The form that moves planned money. */
export async function moveShape(asked: AskedYear & { readonly move: MoveAsked }): Promise<FormShape> {
  const { reader, visit, fund, year, body, years, move } = asked
  const next = years.find((one) => one.year === year.year + 1)
  const [lines, later, decisions] = await Promise.all([
    findLines(reader, fund.id, year.year),
    next === undefined ? [] : findLines(reader, fund.id, next.year),
    decisionsAbout(reader, body.id, visit.today, year.year),
  ])
  const option = (line: BudgetLine) => ({
    value: line.id,
    text: `${line.title}, ${yearInWords(line.year)}: ${poundsOr(line.original === null ? null : line.original + line.moved)}`,
  })
  return {
    title: 'Move money',
    caption: `${fund.title}, ${yearInWords(year.year)}`,
    lead: 'Planned money moves from one line to another and the fund stays as large as it was. Nothing moves into or out of a ring-fence.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'fromLine', label: 'Out of which line?', options: lines.map(option) },
          { kind: 'select', name: 'toLine', label: 'Into which line?', options: [...lines, ...later].map(option) },
          { kind: 'short', name: 'amount', label: 'How much?', hint: 'In pounds' },
          { kind: 'lines', name: 'why', label: 'Why?' },
          {
            ...{ kind: 'select', name: 'decision', label: 'By which decision of the board?', none: 'By my own authority under the scheme' },
            options: decisions.map(({ id, number, text }) => ({ value: id, text: `${number} ${text}`.trim().slice(0, 120) })),
          },
        ],
      },
    ],
    submit: 'Move it',
    action: fundPaths.year(fund.id, year.year, 'virements'),
    first: {
      fromLine: lines.find(({ id }) => id === move.line)?.id ?? '',
      amount: /^[1-9][0-9]{0,12}$/.test(move.pence ?? '') ? typedPence(BigInt(move.pence ?? '0')) : '',
    },
    warning: 'A move is never changed. It is taken back by a move the other way.',
    cancel: fundPaths.fund(fund.id, year.year),
  }
}
