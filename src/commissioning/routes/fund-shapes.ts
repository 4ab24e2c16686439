import type { AskedBoard } from '#governance/public-data.ts'
import { listOrganisationsOn, listPeople } from '#governance/public-data.ts'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { typedPence } from '../forms/pence.ts'
import { fundPaths } from '../money-paths.ts'
import { crumbsOf } from '../pages/crumbs.ts'
import { listAgreements } from '../queries/agreements.ts'
import type { Fund } from '../queries/funds.ts'
import { forecastMethods } from '../rules/forecast.ts'
import { yearInWords, yearOf } from '../rules/year.ts'
import { fundKindWords, methodWords, moverWords, perWords } from '../words/money.ts'
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

/** The form of a year: a new one, or what is settled for it. */
export function yearShape(asked: AskedFund, year: AskedYear['year'] | undefined): FormShape {
  const now = yearOf(asked.visit.today)
  const open = [now - 1, now, now + 1, now + 2].filter((one) => !asked.years.some((known) => known.year === one))
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
                  ...({ kind: 'select', name: 'year', label: 'Which year?', hint: 'From 1 April to 31 March' } as const),
                  options: open.map((one) => ({ value: String(one), text: yearInWords(one) })),
                },
              ]),
          {
            ...{ kind: 'short', name: 'minimum', label: 'How much must be given to it at least?' },
            hint: 'In pounds, for the whole fund. Leave empty where nothing is asked',
          },
          { kind: 'line', name: 'minimumSource', label: 'Who asks that?', hint: 'For example: planning requirements of the year' },
          { kind: 'radios', name: 'method', label: 'How is the year end foreseen?', options: optionsOf(methodWords, forecastMethods) },
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

/** The form that agrees the money of a year. */
export function agreeShape(asked: AskedYear): FormShape {
  const { fund, year } = asked
  return {
    title: `Agree the money of ${yearInWords(year.year)}`,
    caption: fund.title,
    lead: 'It is agreed when the lines spend exactly what is given, ring-fenced money stands on lines of its own purpose, and the minimum is met.',
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
