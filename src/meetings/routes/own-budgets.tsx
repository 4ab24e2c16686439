import { Hono } from 'hono'
import { listOrganisationsOn } from '#governance/public-data.ts'
import { moneyInWords } from '#platform/money.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import type { AppEnv } from '#platform/web/visit.ts'
import { nameOwnBudget } from '../commands/paper/own-budget.ts'
import { parseOwnBudget } from '../forms/own-budget.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { meetingPaths } from '../paths.ts'
import { findOwnBudgets } from '../queries/own-budgets.ts'
import { findPaperVersions } from '../queries/papers.ts'
import { isBeforeClearing } from '../rules/paper.ts'
import { budgetYearWords, ownBudgetWords, yearOfBudget } from '../words/own-budget.ts'
import { formAt } from './endpoint.tsx'
import { type AskedPaper, paperGate } from './gates.ts'

/** Where the author or the clerk names the own budget of an organisation that pays for what a report commits (C16). */
export function ownBudgetRoutes(needs: MeetingsNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/papers/:paper/own-budgets', paperGate('write'), async (asked) =>
    form(await ownBudgetShape(asked), parseOwnBudget, async (doer, input) =>
      leadTo(await nameOwnBudget(needs, doer, asked.paper.id, input), () => `${meetingPaths.paper(asked.paper.id)}#own-budgets`),
    ),
  )
  return app
}

async function ownBudgetShape({ reader, visit, paper, meeting }: AskedPaper): Promise<FormShape> {
  const [organisations, budgets, versions] = await Promise.all([
    listOrganisationsOn(reader, visit.today),
    findOwnBudgets(reader, [paper.id]),
    findPaperVersions(reader, paper.id),
  ])
  const [one] = budgets.length === 1 ? budgets : []
  const said = versions[0]?.fields
  const year = yearOfBudget(meeting.heldOn)
  return {
    title: 'Name an own budget that pays',
    caption: paper.title,
    lead: budgets.length === 0 ? 'No own budget is named yet.' : `Named so far: ${budgets.map(ownBudgetWords).join(' ')}`,
    breadcrumbs: [{ text: paper.title, href: meetingPaths.paper(paper.id) }],
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'organisation', label: 'Whose budget is it?' },
            options: organisations.map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            kind: 'line',
            name: 'title',
            label: 'What is the budget called?',
            hint: 'As its organisation calls it, for example: Public health grant',
          },
          {
            ...{ kind: 'select', name: 'year', label: 'Of which year?' },
            options: [year - 1, year, year + 1, year + 2, year + 3].map((begins) => ({
              value: String(begins),
              text: budgetYearWords(begins),
            })),
          },
          {
            ...{ kind: 'short', name: 'amount', label: 'How much is committed out of it?' },
            hint: 'All budgets and lines come to the sum of the report. Leave empty to take this budget off the report',
          },
          { kind: 'line', name: 'holder', label: 'Which post holds the budget?', hint: 'The post, not the name of the person' },
        ],
      },
      {
        heading: 'Who confirmed that the money is there?',
        fields: [
          {
            ...{ kind: 'line', name: 'confirmedBy', label: 'Which post confirmed it?' },
            hint: 'For example: Head of finance. The paper is not cleared before somebody has',
          },
          { kind: 'day', name: 'confirmedOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Save',
    first: one
      ? {
          ...{
            organisation: one.organisation,
            title: one.title,
            year: String(one.year),
            amount: moneyInWords(Number(one.pence)),
            holder: one.holder,
          },
          ...{ confirmedBy: one.confirmedBy, ...(one.confirmedOn ? dayFirst(one.confirmedOn) : {}) },
        }
      : { title: said?.budgetName ?? '', amount: said?.budgetSum ?? '', year: String(year) },
    closed: !isBeforeClearing(paper.state),
    cancel: meetingPaths.paper(paper.id),
  }
}

const dayFirst = ({ day, month, year }: Temporal.PlainDate) => ({
  ...{ 'confirmedOn-day': String(day), 'confirmedOn-month': String(month), 'confirmedOn-year': String(year) },
})
