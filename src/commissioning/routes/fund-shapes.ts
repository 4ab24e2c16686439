import type { AskedBoard } from '#governance/public-data.ts'
import { listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { typedPence } from '../forms/pence.ts'
import { fundPaths } from '../money-paths.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { listAgreements } from '../queries/agreements.ts'
import { findContributions, findLines, findRingFences } from '../queries/fund-money.ts'
import type { Fund } from '../queries/funds.ts'
import { forecastMethods } from '../rules/forecast.ts'
import { balanceProblems } from '../rules/fund.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { balanceWords, fundKindWords, methodWords, moverWords, perWords } from '../words/money.ts'
import type { AskedFund, AskedYear } from './fund-gates.ts'

/** The way to a form of a fund. */
export const fundCrumbs = ({ body, fund }: Pick<AskedFund, 'body' | 'fund'>) =>
  crumbsOf(body, { text: 'Funds', href: fundPaths.ofBoard(body.slug) }, { text: fund.title, href: fundPaths.fund(fund.id) })

/** The form of a fund: a new one, or one that is changed. */
export async function fundShape({ reader, visit, body }: AskedBoard, fund: Fund | undefined): Promise<FormShape> {
  const [agreements, organisations, people] = await Promise.all([
    listAgreements(reader, body.id, visit.today),
    listOrganisationsOn(reader, visit.today),
    listPeople(reader),
  ])
  return {
    title: fund ? 'Change this fund' : 'Add a fund',
    caption: fund?.title ?? body.name,
    lead: fund ? undefined : 'Nobody but those who keep its books sees it until you show it.',
    breadcrumbs: crumbsOf(body, { text: 'Funds', href: fundPaths.ofBoard(body.slug) }),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is it called?' },
          { kind: 'lines', name: 'purpose', label: 'What is it for?', hint: 'In plain words' },
          { kind: 'radios', name: 'kind', label: 'What kind of fund is it?', options: optionsOf(fundKindWords) },
          {
            ...{ kind: 'select', name: 'agreement', label: 'Under which agreement?', none: 'None is recorded' },
            options: agreements.map(({ id, title }) => ({ value: id, text: title })),
          },
          {
            ...{ kind: 'select', name: 'host', label: 'Who holds the money?', hint: 'Its finance officers keep the books of the fund' },
            options: organisations.map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            ...{ kind: 'select', name: 'manager', label: 'Who is the pool manager?', none: 'Nobody is named yet' },
            options: people.map(({ id, name }) => ({ value: id, text: name })),
          },
        ],
      },
    ],
    submit: fund ? 'Save' : 'Add',
    first: fund
      ? {
          title: fund.title,
          purpose: fund.purpose,
          kind: fund.kind,
          agreement: fund.agreement ?? '',
          host: fund.host,
          manager: fund.manager ?? '',
        }
      : {},
    version: fund?.version,
    cancel: fund ? fundPaths.fund(fund.id) : fundPaths.ofBoard(body.slug),
  }
}

/** The form that shows a fund. */
export function showFundShape(asked: AskedFund): FormShape {
  const { fund } = asked
  return {
    title: 'Show this fund',
    caption: fund.title,
    lead: 'What partners give, budgets and sums of spend are shown with it. The rows of its ledger stay with those who keep its books.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'radios', name: 'sight', label: 'Who may see it?' },
            options: [
              { value: 'public', text: 'Everybody' },
              { value: 'members', text: 'The board' },
            ],
          },
        ],
      },
    ],
    submit: 'Show',
    first: { sight: 'members' },
    version: fund.version,
    warning: 'What is public stays public.',
    cancel: fundPaths.fund(fund.id),
  }
}

/** How many years back a fund may be entered: as long as the records of a finance office reach. */
const YEARS_BACK = 15

/** The years that may be planned, or entered afterwards, the latest first. */
function yearsToPlan({ years, visit }: AskedFund): readonly number[] {
  const now = yearOf(visit.today)
  return Array.from({ length: YEARS_BACK + 3 }, (_, back) => now + 2 - back).filter((one) => !years.some(({ year }) => year === one))
}

/** The form of a year: a new one, or what is settled for it. */
export function yearShape(asked: AskedFund, year: AskedYear['year'] | undefined): FormShape {
  const open = yearsToPlan(asked)
  return {
    title: year ? `Minimum and forecast of ${yearInWords(year.year)}` : 'Plan a year',
    caption: asked.fund.title,
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          ...(year
            ? []
            : [
                {
                  ...({
                    kind: 'select',
                    name: 'year',
                    label: 'Which year?',
                    hint: 'From 1 April to 31 March. Earlier years may be entered, too',
                  } as const),
                  options: open.map((one) => ({ value: String(one), text: yearInWords(one) })),
                },
              ]),
          {
            ...{ kind: 'short', name: 'minimum', label: 'How much must be given to it at least?' },
            hint: 'In pounds, for the whole fund. Leave empty where nothing is asked',
          },
          { kind: 'line', name: 'minimumSource', label: 'Who asks that?', hint: 'For example: planning requirements of the year' },
          { kind: 'radios', name: 'method', label: 'How is the year end foreseen?', options: optionsOf(methodWords, forecastMethods) },
          ...(year || asked.fund.agreementFrom === undefined
            ? []
            : [
                {
                  ...({
                    kind: 'tick',
                    name: 'otherAgreement',
                    label: 'Another agreement than that of the fund held in that year',
                  } as const),
                  hint: `“${asked.fund.agreementTitle}” runs from ${dayInWords(asked.fund.agreementFrom)}${asked.fund.agreementUntil === undefined ? '' : ` to ${dayInWords(asked.fund.agreementUntil.subtract({ days: 1 }))}`}`,
                },
              ]),
        ],
      },
    ],
    submit: year ? 'Save' : 'Plan it',
    first: year
      ? { minimum: typedPence(year.minimum), minimumSource: year.minimumSource, method: year.method }
      : { method: 'straight-line' },
    version: year?.version,
    cancel: fundPaths.fund(asked.fund.id, year?.year),
  }
}

/** What stands against agreeing the money of a year, in words with its sums. */
async function lacksOf({ reader, fund, year }: AskedYear): Promise<readonly string[]> {
  const [contributions, lines, fences] = await Promise.all([
    findContributions(reader, fund.id, year.year),
    findLines(reader, fund.id, year.year),
    findRingFences(reader, fund.id),
  ])
  return balanceProblems({
    ...{ state: 'agreed', minimum: year.minimum },
    contributions: contributions.map(({ planned, fence }) => ({ pence: planned, fence })),
    lines: lines.map(({ original, fence }) => ({ pence: original, fence })),
  }).map((problem) => balanceWords(problem, (id) => fences.find((fence) => fence.id === id)?.title ?? ''))
}

/** The form that agrees the money of a year. */
export async function agreeShape(asked: AskedYear): Promise<FormShape> {
  const { fund, year } = asked
  const lacks = await lacksOf(asked)
  return {
    title: `Agree the money of ${yearInWords(year.year)}`,
    caption: fund.title,
    lead: `${lacks.length === 0 ? '' : `Not yet: ${lacks.join('. ')}. `}It is agreed when the lines spend exactly what is given, ring-fenced money stands on lines of its own purpose, and the minimum is met.`,
    breadcrumbs: fundCrumbs(asked),
    groups: [],
    submit: 'Agree it',
    first: {},
    version: year.version,
    warning: 'From then on contributions and budgets stand. Money moves between lines by virements alone.',
    cancel: fundPaths.fund(fund.id, year.year),
  }
}

/** The form of a ring-fence. */
export function fenceShape(asked: AskedFund): FormShape {
  return {
    title: 'Add a ring-fence',
    caption: asked.fund.title,
    lead: 'Money that may be spent on one purpose only. Its lines never take money of another purpose, and none is moved out of it.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'For which purpose?' },
          { kind: 'line', name: 'source', label: 'Who says so?', hint: 'The conditions of a grant, or a clause of the agreement' },
        ],
      },
    ],
    submit: 'Add',
    first: {},
    cancel: fundPaths.fund(asked.fund.id),
  }
}

/** The form of a limit of the scheme. */
export function limitShape(asked: AskedFund): FormShape {
  return {
    title: 'Say who may move how much',
    caption: asked.fund.title,
    lead: 'Whoever moves more than the scheme lets needs a decision of the board.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'role', label: 'Who?', options: optionsOf(moverWords) },
          { kind: 'short', name: 'amount', label: 'How much at most?', hint: 'In pounds' },
          { kind: 'radios', name: 'per', label: 'How does it count?', options: optionsOf(perWords) },
          { kind: 'line', name: 'clause', label: 'By which clause?' },
          { kind: 'day', name: 'startsOn', label: 'From which day?' },
          { kind: 'day', name: 'endsOn', label: 'From which day no longer?', hint: 'Leave empty where no end is known' },
        ],
      },
    ],
    submit: 'Add',
    first: { per: 'move' },
    cancel: fundPaths.fund(asked.fund.id),
  }
}
