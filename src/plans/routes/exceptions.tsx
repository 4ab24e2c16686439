import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Asked, BodySummary } from '#governance/public-data.ts'
import { type DecisionOfMatter, findDecisionsOfMatters } from '#meetings/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { dayInWords } from '#platform/time/words.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import type { FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { answerException, closeException, placeException, raiseException } from '../commands/exceptions.ts'
import { parseAnswerException, parseCloseException, parseRaiseException } from '../forms/exception.ts'
import type { PlansNeeds } from '../needs.ts'
import { ExceptionPage } from '../pages/exception-page.tsx'
import { exceptionPaths, planPaths } from '../paths.ts'
import { demandOf } from '../permission.ts'
import { type ExceptionReport, findException, guardedException } from '../queries/exceptions.ts'
import { boardOf, findPlanHead, type PlanHead } from '../queries/plans.ts'
import { findRows } from '../queries/rows.ts'
import { type ReportableRow, rowsOf } from '../rules/exception.ts'
import { exceptionProblemWords } from '../words/exception.ts'
import { begin } from './gates.ts'
import { formCrumbs } from './shapes.ts'

type AskedPlanRows = Asked & { readonly head: PlanHead; readonly rows: readonly ReportableRow[] }
type AskedException = Asked & {
  readonly exception: ExceptionReport
  readonly head: PlanHead
  readonly board: BodySummary
  readonly mayChange: boolean
}

const formAt = formsWith(exceptionProblemWords)
const actAt = actsWith(exceptionProblemWords)

/** The rows of a plan of which whoever asks may say that they are off track. @throws NotFound, Forbidden where there is none */
const raiseGate: Gate<AskedPlanRows> = async (reader, c) => {
  const asked = await begin(reader, c)
  const head = await findPlanHead(reader, asked.part('plan'))
  const all = rowsOf(await findRows(reader, head.version))
  const rows = all.filter(({ people }) => asked.may(guardedException(head.body, people), 'raise'))
  if (rows.length === 0) demandOf(asked.standing, asked.visit, guardedException(head.body), 'raise')
  if (head.state !== 'published') throw new NotFound('This plan is not in force.')
  return { ...asked, head, rows }
}

/** An exception report; row-level security let it through, so that reading is settled. */
const exceptionGate: Gate<AskedException> = async (reader, c) => {
  const asked = await begin(reader, c)
  const exception = await findException(reader, asked.part('exception'))
  const [head, board] = await Promise.all([findPlanHead(reader, exception.plan), boardOf(reader, exception.body, asked.visit.today)])
  return { ...asked, exception, head, board, mayChange: asked.may(guardedException(exception.body), 'change') }
}

/** One that is open, for whoever keeps it. */
const openGate: Gate<AskedException> = async (reader, c) => {
  const asked = await exceptionGate(reader, c)
  demandOf(asked.standing, asked.visit, guardedException(asked.exception.body), 'change')
  if (asked.exception.closedOn !== null) throw new NotFound('This report is closed.')
  return asked
}

/** Exception reports: raised by whoever leads or by the clerk, answered by the board and closed (P2). */
export function exceptionRoutes(app: Hono<AppEnv>, needs: PlansNeeds): void {
  formAt(app, needs, '/plans/:plan/exceptions/new', raiseGate, async (asked) =>
    form(raiseShape(asked), parseRaiseException, async (doer, input) =>
      leadTo(await raiseException(needs, doer, asked.head.id, input), ({ id }) => exceptionPaths.exception(id)),
    ),
  )
  pageAt(app, needs, '/plan-exceptions/:exception', exceptionGate, exceptionPage)
  const back = ({ exception }: AskedException): string => exceptionPaths.exception(exception.id)
  actAt(
    app,
    needs,
    '/plan-exceptions/:exception/place',
    openGate,
    async (asked, doer) => leadTo(await placeException(needs, doer, asked.exception.id), () => back(asked)),
    back,
  )
  formAt(app, needs, '/plan-exceptions/:exception/answer', openGate, async (asked) =>
    form(await answerShape(asked), parseAnswerException, async (doer, input) =>
      leadTo(await answerException(needs, doer, asked.exception.id, input), () => back(asked)),
    ),
  )
  formAt(app, needs, '/plan-exceptions/:exception/close', openGate, async (asked) =>
    form(closeShape(asked), parseCloseException, async (doer, input) =>
      leadTo(await closeException(needs, doer, asked.exception.id, input), () => back(asked)),
    ),
  )
}

const decisionsOf = async ({ reader, exception }: AskedException) => {
  const { items, decisions } = await findDecisionsOfMatters(reader, exception.planItem === null ? [] : [exception.planItem])
  return { items, decisions: decisions.filter(({ ofBody }) => ofBody === exception.body) }
}
const inWords = ({ number, text }: DecisionOfMatter): string => [number, text].filter((part) => part !== '').join(' ')

async function exceptionPage(asked: AskedException): Promise<JSX.Element> {
  const { reader, visit, exception, head, board, mayChange } = asked
  const [rows, { items, decisions }] = await Promise.all([findRows(reader, head.version), decisionsOf(asked)])
  const row = rowsOf(rows).find(({ id }) => id === (exception.action ?? exception.priority))
  const decision = decisions.find(({ id }) => id === exception.decision)
  return (
    <ExceptionPage
      visit={visit}
      board={board}
      head={head}
      exception={exception}
      row={row?.name ?? head.title}
      items={items}
      decided={decision ? inWords(decision) : ''}
      mayChange={mayChange}
    />
  )
}

function raiseShape({ head, rows }: AskedPlanRows): FormShape {
  const lines = (name: string, label: string): FieldSpec => ({ kind: 'lines', name, label, rows: 3 })
  return {
    title: 'Report what is off track',
    caption: head.title,
    lead: 'The board of the plan answers it. Its members and whoever leads or sponsors that row can read it.',
    breadcrumbs: formCrumbs(head),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'row', label: 'Of what in the plan?' },
            options: rows.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'line', name: 'title', label: 'What is it called in a few words?' },
          lines('offTrack', 'What is off track?'),
          lines('why', 'Why?'),
          lines('impact', 'What does that mean for children, and for the rest of the plan?'),
          lines('proposed', 'What is proposed?'),
          lines('asked', 'Which decision is asked for?'),
        ],
      },
    ],
    submit: 'Report it',
    first: { row: rows.length === 1 ? (rows[0]?.id ?? '') : '' },
    cancel: planPaths.plan(head.id),
  }
}

const crumbs = ({ head, exception }: AskedException) => [
  ...formCrumbs(head),
  { text: exception.title, href: exceptionPaths.exception(exception.id) },
]

async function answerShape(asked: AskedException): Promise<FormShape> {
  const { exception, visit } = asked
  const { decisions } = await decisionsOf(asked)
  const choice: readonly FieldSpec[] =
    decisions.length === 0
      ? []
      : [
          {
            ...{ kind: 'select', name: 'decision', label: 'Which decision is it?', none: 'None in particular' },
            options: decisions.map((one) => ({ value: one.id, text: `${inWords(one)} (${dayInWords(one.decidedOn)})` })),
          },
        ]
  return {
    title: 'Record what the board said',
    caption: exception.title,
    lead: `Asked for: ${exception.asked}`,
    breadcrumbs: crumbs(asked),
    groups: [
      {
        fields: [
          ...choice,
          { kind: 'lines', name: 'answer', label: 'What did the board say?', rows: 4 },
          { kind: 'day', name: 'answeredOn', label: 'On which day?' },
        ],
      },
    ],
    submit: 'Record',
    first: {
      ...{ answer: exception.answer, decision: exception.decision ?? decisions[0]?.id ?? '' },
      ...dayValues('answeredOn', exception.answeredOn ?? decisions[0]?.decidedOn ?? visit.today),
    },
    version: exception.version,
    cancel: exceptionPaths.exception(exception.id),
  }
}

function closeShape(asked: AskedException): FormShape {
  return {
    title: 'Close this report',
    caption: asked.exception.title,
    breadcrumbs: crumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'words', label: 'What came of it?', rows: 4 }] }],
    submit: 'Close',
    look: 'warning',
    warning: 'This cannot be taken back.',
    first: {},
    version: asked.exception.version,
    cancel: exceptionPaths.exception(asked.exception.id),
  }
}
