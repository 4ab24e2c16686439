import { Hono } from 'hono'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { form, leadTo } from '#platform/web/endpoints.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import * as commands from '../commands/action-report.ts'
import { contractPaths } from '../contract-paths.ts'
import { parseActionAnswer, parseActionReport } from '../forms/action-report.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { findInside } from '../queries/contract-parts.ts'
import { findOwnVisits } from '../queries/visits.ts'
import type { ActionReport, DueAction } from '../rules/visit.ts'
import { type AskedContract, contractGate } from './contract-gates.ts'
import { day, one } from './contract-part-shapes.ts'
import { formAt } from './endpoint.ts'
import { type AskedReport, reportGate } from './own-contracts.tsx'

/** Actions of visits that a provider says are done, and what whoever keeps the contract says to that (C9). */
export function actionReportRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  formAt(app, needs, '/contracts/:contract/visit-actions/:action/report', reportGate, async (asked) => {
    const { actions } = await findOwnVisits(asked.reader, [asked.contract], asked.held)
    const action = actions.find(({ id }) => id === asked.part('action'))
    if (!action) throw new NotFound('No such action.')
    return form(reportShape(asked, action), parseActionReport, async (doer, input) =>
      leadTo(await commands.reportActionDone(needs, doer, asked.contract.id, action.id, input), contractPaths.contract),
    )
  })
  formAt(app, needs, '/contracts/:contract/action-reports/:report', contractGate('change'), async (asked) => {
    const { visits } = await findInside(asked.reader, asked.contract.id)
    const all = visits.flatMap(({ actions }) => actions)
    const action = all.find(({ reports }) => reports.some(({ id }) => id === asked.part('report')))
    const report = action?.reports.find(({ id }) => id === asked.part('report'))
    if (!action || !report) throw new NotFound('No such report.')
    return form(answerShape(asked, action.text, report), parseActionAnswer, async (doer, input) =>
      leadTo(await commands.answerActionReport(needs, doer, asked.contract.id, report.id, input), contractPaths.contract),
    )
  })
  return app
}

function reportShape({ visit, contract, held }: AskedReport, action: DueAction): FormShape {
  const names = new Map(contract.providers.map(({ provider, name }) => [provider, name]))
  const back = action.reports.findLast(({ answer }) => answer === 'sent-back')
  const to = contractPaths.contract(contract.id)
  const whose = action.owedBy.length > 0 ? action.owedBy : held
  return {
    title: 'Say that it is done',
    caption: contract.title,
    lead: `To do by ${dayInWords(action.dueOn)}: “${action.text}”${back ? `. Sent back before: ${back.because}` : ''}`,
    warning: 'What you write stands. The commissioner confirms it, or sends it back to you with the reason.',
    closed: action.owedBy.length === 0,
    breadcrumbs: [{ text: contract.title, href: to }],
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'provider', label: 'For which provider?' },
            options: whose.map((value) => ({ value, text: names.get(value) ?? 'Your organisation' })),
          },
          day('doneOn', 'When was it done?'),
          { kind: 'lines', name: 'did', label: 'What was done?', rows: 4 },
          { kind: 'lines', name: 'evidence', label: 'What shows it?', hint: 'Name no child and no family', rows: 4 },
        ],
      },
    ],
    submit: 'Say that it is done',
    first: { provider: whose[0] ?? '', ...dayValues('doneOn', visit.today) },
    cancel: to,
  }
}

function answerShape(asked: AskedContract, text: string, report: ActionReport): FormShape {
  const name = asked.contract.providers.find(({ provider }) => provider === report.provider)?.name ?? 'The provider'
  return {
    ...one(
      asked,
      'Confirm it or send it back',
      [
        {
          ...{ kind: 'radios', name: 'answer', label: `Done ${dayInWords(report.doneOn)}: is that so?` },
          options: [
            { value: 'confirmed', text: 'Yes, it is done' },
            { value: 'sent-back', text: 'No, it goes back to the provider' },
          ],
        },
        { kind: 'line', name: 'because', label: 'Why does it go back?', hint: 'The provider reads it' },
      ],
      'Answer',
    ),
    lead: `${name} says of “${text}”: ${report.did} What shows it: ${report.evidence}`,
    warning: 'An answer stands.',
    closed: report.answer !== undefined,
  }
}
