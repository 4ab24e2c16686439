import { listBodies, listOrganisationsOn } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import { riskCrumbs, yearsWords } from '../pages/money-risk-page.tsx'
import { findContributions, findLines } from '../queries/fund-money.ts'
import type { RiskList } from '../queries/risk.ts'
import { type StepKind, underspendRules, weighings } from '../rules/risk-list.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { contributionWords } from '../words/money.ts'
import { poundsOr } from '../words/pence.ts'
import { stepKindWords, underspendWords, weighingWords } from '../words/risk.ts'
import { decisionsAbout } from './choices.ts'
import type { AskedFund, AskedYear } from './fund-gates.ts'
import { fundCrumbs } from './fund-shapes.ts'

/** A request about a list of steps. */
export type AskedList = AskedFund & {
  readonly list: RiskList
  readonly partners: readonly { readonly id: string; readonly name: string }[]
}

const crumbsTo = ({ body, fund }: Pick<AskedFund, 'body' | 'fund'>) => [
  ...riskCrumbs(body, fund),
  { text: 'Who bears what is over', href: fundPaths.step(fund.id, 'risk') },
]

/** The decisions of a body that may be named: those of the last two years. */
export async function decisionField(
  reader: Reader,
  body: string,
  {
    today,
    year,
    label = 'By which decision of the board?',
  }: { readonly today: Temporal.PlainDate; readonly year?: number; readonly label?: string },
): Promise<FieldSpec> {
  const found = await decisionsAbout(reader, body, today, year)
  return {
    ...{ kind: 'select', name: 'decision', label, none: found.length === 0 ? 'No decision of that time is recorded' : 'Choose' },
    options: found.toReversed().map(({ id, number, text }) => ({ value: id, text: `${number} ${text}`.trim().slice(0, 120) })),
  }
}

/** The form that begins a list. */
export function listShape(asked: AskedFund): FormShape {
  const now = yearOf(asked.visit.today)
  const years = [...new Set([...asked.years.map(({ year }) => year), now, now + 1])].toSorted((one, other) => one - other)
  const options = years.map((year) => ({ value: String(year), text: yearInWords(year) }))
  return {
    title: 'Begin a list of steps',
    caption: asked.fund.title,
    lead: 'It is a draft until you put it in force. One list holds in a year, and one that is in force stands.',
    breadcrumbs: crumbsTo(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'Where does it stand?', hint: 'For example: Schedule 3 of the agreement' },
          { kind: 'select', name: 'firstYear', label: 'From which year?', options },
          { kind: 'select', name: 'lastYear', label: 'Up to which year?', none: 'Until another list follows', options },
          {
            kind: 'radios',
            name: 'underspend',
            label: 'What becomes of an underspend?',
            options: optionsOf(underspendWords, underspendRules),
          },
          { kind: 'line', name: 'underspendClause', label: 'By which clause?', hint: 'Leave empty where the agreement does not say' },
        ],
      },
    ],
    submit: 'Begin',
    first: { firstYear: String(now) },
    cancel: fundPaths.step(asked.fund.id, 'risk'),
  }
}

/** The form of one step of a kind. */
export async function stepShape(asked: AskedList, kind: StepKind): Promise<FormShape> {
  const { list } = asked
  return {
    title: stepKindWords[kind],
    caption: `Step ${list.steps.length + 1} of ${list.title}`,
    lead: 'Steps are taken in their order, each on what the ones before have left.',
    breadcrumbs: [...crumbsTo(asked), { text: list.title, href: moneyPaths.rule(list.id) }],
    groups: [
      { fields: await fieldsOf(asked, kind) },
      ...(kind === 'share' ? partGroups(asked) : []),
      {
        heading: 'When, and by what right',
        fields: [
          { kind: 'line', name: 'clause', label: 'By which clause?' },
          {
            kind: 'line',
            name: 'authority',
            label: 'By whose authority is it taken?',
            hint: 'For example: the pool manager, or the executive group',
          },
          {
            kind: 'short',
            name: 'above',
            label: 'Only where more than this is over or under?',
            hint: 'In pounds, in all. Leave empty where the step always holds',
          },
        ],
      },
    ],
    submit: 'Add this step',
    first: { weighedBy: 'planned', kinds: ['cash', 'staff', 'net_of_charges'], midYear: 'plan' },
    action: `${moneyPaths.ruleStep(list.id, 'steps')}?kind=${kind}`,
    cancel: moneyPaths.rule(list.id),
  }
}

async function fieldsOf(asked: AskedList, kind: StepKind): Promise<readonly FieldSpec[]> {
  const { reader, visit, fund, list, partners } = asked
  const who = partners.map(({ id, name }) => ({ value: id, text: name }))
  const most = (label: string, hint: string): FieldSpec => ({ kind: 'short', name: 'upTo', label, hint })
  switch (kind) {
    case 'own_lines':
      return []
    case 'cover_from_lines': {
      const lines = await findLines(reader, fund.id, list.firstYear)
      const options = lines.map(({ id, title, original, moved }) => ({
        value: id,
        text: `${title}: ${poundsOr(original === null ? null : original + moved)}`,
      }))
      return [
        { kind: 'select', name: 'line', label: 'From which line?', hint: `A line of ${yearInWords(list.firstYear)}`, options },
        most('How much at most?', 'In pounds'),
      ]
    }
    case 'draw_on_risk_pool':
      return [most('How much at most?', 'In pounds')]
    case 'first_part_to':
      return [
        { kind: 'select', name: 'partner', label: 'Which partner?', options: who },
        most('How much at most?', 'In pounds. Leave empty where it bears all that is left'),
      ]
    case 'refer': {
      const bodies = await listBodies(reader, visit.today)
      return [
        {
          kind: 'select',
          name: 'referTo',
          label: 'Which body decides?',
          options: bodies.map(({ id, name }) => ({ value: id, text: name })),
        },
      ]
    }
    case 'share':
      return [
        { kind: 'radios', name: 'weighedBy', label: 'By which sums?', options: optionsOf(weighingWords, weighings) },
        most('How much at most?', 'In pounds, in all. Leave empty where all that is left is shared'),
        {
          kind: 'select',
          name: 'excessTo',
          label: 'Who bears what is above a cap?',
          none: 'Nobody: it is left to the next step',
          options: who,
        },
      ]
  }
}

function partGroups({ partners }: AskedList): FormShape['groups'] {
  return [
    {
      heading: 'The part of each partner',
      fields: partners.flatMap(({ id, name }): FieldSpec[] => [
        { kind: 'short', name: `share-${id}`, label: `Fixed share of ${name}`, hint: 'In percent, for fixed shares only; together 100' },
        { kind: 'short', name: `cap-${id}`, label: `The most that ${name} bears`, hint: 'In pounds. Leave empty where it has no cap' },
      ]),
    },
    {
      ...{ heading: 'What counts, where it is shared by what partners give', look: 'folded' },
      fields: [
        { kind: 'boxes', name: 'kinds', label: 'Which contributions count?', options: optionsOf(contributionWords) },
        { kind: 'tick', name: 'withFenced', label: 'Ring-fenced money counts too' },
        {
          ...{ kind: 'radios', name: 'midYear', label: 'Where a partner leaves in mid-year' },
          options: [
            { value: 'plan', text: 'The plan of the year end counts' },
            { value: 'days', text: 'It counts for the days on which it was there' },
          ],
        },
      ],
    },
  ]
}

/** The form that puts a draft in force. */
export function forceShape(asked: AskedList): FormShape {
  const { list } = asked
  return {
    title: 'Put this list in force',
    caption: `${list.title}, ${yearsWords(list)}`,
    lead: `It has ${list.steps.length === 1 ? 'one step' : `${list.steps.length} steps`}. Years from ${yearInWords(list.firstYear)} on are settled by it.`,
    breadcrumbs: [...crumbsTo(asked), { text: list.title, href: moneyPaths.rule(list.id) }],
    groups: [],
    submit: 'Put it in force',
    first: {},
    version: list.version,
    warning: 'A list that is in force is never changed. It ends with a year, and another follows.',
    cancel: moneyPaths.rule(list.id),
  }
}

/** The form that says with which year a list ends. */
export function endShape(asked: AskedList): FormShape {
  const { list } = asked
  const options = [0, 1, 2, 3, 4].map((more) => ({ value: String(list.firstYear + more), text: yearInWords(list.firstYear + more) }))
  return {
    title: 'Say with which year this list ends',
    caption: list.title,
    breadcrumbs: [...crumbsTo(asked), { text: list.title, href: moneyPaths.rule(list.id) }],
    groups: [{ fields: [{ kind: 'select', name: 'lastYear', label: 'Its last year', options }] }],
    submit: 'Save',
    first: { lastYear: list.lastYear === undefined ? '' : String(list.lastYear) },
    version: list.version,
    cancel: moneyPaths.rule(list.id),
  }
}

/** The form that varies a contribution of an agreed year. */
export async function variationShape(asked: AskedYear): Promise<FormShape> {
  const { reader, visit, fund, year, body } = asked
  const [contributions, lines, organisations, decision] = await Promise.all([
    findContributions(reader, fund.id, year.year),
    findLines(reader, fund.id, year.year),
    listOrganisationsOn(reader, visit.today),
    decisionField(reader, body.id, { today: visit.today, year: year.year }),
  ])
  return {
    title: 'Vary what a partner gives',
    caption: `${fund.title}, ${yearInWords(year.year)}`,
    lead: 'The plan of this year is agreed. A variation changes one contribution and one line by the same sum, so that the year still balances.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'contribution', label: 'Which contribution?', none: 'A new one, named below' },
            options: contributions.map((given) => ({
              value: given.id,
              text: `${given.partnerName}, ${given.source}: ${poundsOr(given.planned === null ? null : given.planned + given.varied)}`,
            })),
          },
          { kind: 'short', name: 'amount', label: 'By how much?', hint: 'In pounds: 1,000 more, or -1,000 less' },
          {
            ...{ kind: 'select', name: 'line', label: 'Which line has that much more or less?' },
            options: lines.map((line) => ({
              value: line.id,
              text: `${line.title}: ${poundsOr(line.original === null ? null : line.original + line.moved)}`,
            })),
          },
          { kind: 'lines', name: 'why', label: 'Why?' },
          decision,
        ],
      },
      {
        ...{ heading: 'Where a partner leaves', look: 'folded' },
        fields: [
          { kind: 'day', name: 'leavesOn', label: 'First day on which it is no longer in the fund', hint: 'Leave empty where it stays' },
        ],
      },
      {
        ...{ heading: 'Where a partner comes in', look: 'folded' },
        fields: [
          {
            ...{ kind: 'select', name: 'partner', label: 'Who gives it?' },
            options: organisations.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'line', name: 'source', label: 'Out of which money?' },
        ],
      },
    ],
    submit: 'Vary it',
    first: { contribution: asked.query('contribution') },
    action: fundPaths.year(fund.id, year.year, 'variations'),
    warning: 'A variation is never changed. It is taken back by another.',
    cancel: fundPaths.fund(fund.id, year.year),
  }
}

/** The form that takes a draft away. */
export function dropShape(asked: AskedList): FormShape {
  const { list } = asked
  return {
    ...forceShape(asked),
    title: 'Take this draft away',
    lead: 'The list goes with all its steps. It was never in force, so that no year was settled by it.',
    submit: 'Take it away',
    look: 'warning',
    closed: list.inForceOn !== undefined,
    warning: undefined,
  }
}
