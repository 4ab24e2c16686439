import type { Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type AskedBoard, listOrganisationsOn, listPeople, withBody } from '#governance/public-data.ts'
import { NotFound } from '#platform/refusals.ts'
import { actsWith, form, formsWith, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { dayValues } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { acceptReturn, enterFigures, excuseReturn, giveReturn, guardedReturn } from '../commands/give-figures.ts'
import { addReturn, changeReturn } from '../commands/keep-return.ts'
import { parseEntry } from '../forms/entry.ts'
import { parseAcceptance, parseExcuse, parseTemplate, parseTemplateChange } from '../forms/returns.ts'
import type { PerformanceNeeds } from '../needs.ts'
import { ReturnPage } from '../pages/return-page.tsx'
import { ReturnsPage } from '../pages/returns-page.tsx'
import { measurePaths, returnPaths } from '../paths.ts'
import { findMeasures, findMeasuresOf } from '../queries/measure.ts'
import { findDue, findDues, findTemplates, type ReturnDue, type ReturnTemplate } from '../queries/returns.ts'
import { findObservations } from '../queries/series.ts'
import { currentOf } from '../rules/judge.ts'
import { cellKey, definitionFor, definitionOn, latestDefinition, type Measure } from '../rules/measure.ts'
import { lastEnded, type Period, periodAway, periodKey, periodWords, readPeriod } from '../rules/period.ts'
import { type SheetRow, sheetOf } from '../rules/sheet.ts'
import { frequencyWords } from '../words/measure.ts'
import { problemWords } from '../words/problems.ts'
import { countedSheet } from './counted-sheet.tsx'
import { entryShape } from './entry-shape.ts'
import { type AskedMeasure, begin, boardGate, measureGate, part } from './gates.ts'
import { boardCrumbs, measureCrumbs } from './measure-shapes.ts'

const formAt = formsWith(problemWords)
const actAt = actsWith(problemWords)

type AskedReturn = AskedBoard & { readonly due: ReturnDue; readonly template: ReturnTemplate }
type AskedSheet = AskedMeasure & { readonly period: Period; readonly rows: readonly SheetRow[] }

/** Figures given by form: of one measure, or all that an agency owes for a period (I2). */
export function returnRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  const ofBoard = (body: string) => ({ record: 'return', state: 'any', ties: { body } })
  formAt(app, needs, '/measures/:measure/enter', sheetGate(), async (asked) =>
    form(periodSheet(asked), parseEntry(asked.rows, asked.visit.today), async (doer, input) =>
      leadTo(await enterFigures(needs, doer, asked.measure.id, input), () => measurePaths.measure(asked.measure.id)),
    ),
  )
  pageAt(app, needs, '/boards/:slug/returns', boardGate(ofBoard), returnsPage)
  formAt(app, needs, '/boards/:slug/returns/new', boardGate(ofBoard, 'keep'), async (asked) =>
    form(await templateShape(asked, undefined), parseTemplate, async (doer, input) =>
      leadTo(await addReturn(needs, doer, asked.body.id, input), () => returnPaths.ofBoard(asked.body.slug)),
    ),
  )
  formAt(app, needs, '/boards/:slug/returns/:template/edit', templateGate(), async (asked) =>
    form(await templateShape(asked, asked.template), parseTemplateChange, async (doer, input) =>
      leadTo(await changeReturn(needs, doer, asked.template, input), () => returnPaths.ofBoard(asked.body.slug)),
    ),
  )
  dueRoutes(app, needs)
}

function dueRoutes(app: Hono<AppEnv>, needs: PerformanceNeeds): void {
  const toDue = ({ due }: AskedReturn) => returnPaths.due(due.id)
  pageAt(app, needs, '/returns/:return', returnGate('read'), returnPage)
  formAt(app, needs, '/returns/:return/give', returnGate('give'), async (asked) => {
    const rows = await rowsOf(asked)
    return form(returnSheet(asked, rows), parseEntry(rows, asked.visit.today), async (doer, input) =>
      leadTo(await giveReturn(needs, doer, asked.due.id, input), () => toDue(asked)),
    )
  })
  actAt(
    app,
    needs,
    '/returns/:return/accept',
    returnGate('accept'),
    async (asked, doer, body) => {
      const parsed = parseAcceptance(body)
      return parsed.ok ? leadTo(await acceptReturn(needs, doer, asked.due.id, parsed.value.version), () => toDue(asked)) : parsed
    },
    toDue,
  )
  formAt(app, needs, '/returns/:return/excuse', returnGate('accept'), async (asked) =>
    form(excuseShape(asked), parseExcuse, async (doer, input) =>
      leadTo(await excuseReturn(needs, doer, asked.due.id, input), () => toDue(asked)),
    ),
  )
}

/** The sheet is sent for the period that it shows, whatever has ended meanwhile. */
function periodSheet(asked: AskedSheet): FormShape {
  const { type, startsOn, endsOn } = asked.period
  const address = (period: string) => `${measurePaths.enter(asked.measure.id)}?period=${encodeURIComponent(period)}`
  const before = periodAway(asked.period, -1)
  const above = before && (
    <p class="govuk-body">
      <a class="govuk-link" href={address(before.startsOn.toString())}>
        Enter or correct {periodWords(before)}
      </a>
    </p>
  )
  if (definitionFor(asked.measure, asked.period).countedBy !== '')
    return { ...measureSheet(asked), ...countedSheet(asked.measure.id, asked.period) }
  const named = type === 'other' ? `${startsOn} to ${endsOn.subtract({ days: 1 })}` : startsOn.toString()
  return { ...measureSheet(asked), action: address(named), above }
}

/** One period of a measure, which the address may name (`?period=2026-03`); else the last one that has ended, of which another stretch of days has none. */
function sheetGate(): Gate<AskedSheet> {
  return async (reader, c) => {
    const asked = await measureGate('give')(reader, c)
    const { frequency } = definitionOn(asked.measure, asked.visit.today)
    const named = asked.query('period')
    const last = () => (frequency === 'other' ? null : lastEnded(frequency, asked.visit.today))
    const period = named === '' ? last() : readPeriod(frequency, named)
    if (period === null) throw new NotFound('No such period.')
    return { ...asked, period, rows: await sheetRows(asked, [asked.measure], period) }
  }
}

function returnGate(verb: 'read' | 'give' | 'accept'): Gate<AskedReturn> {
  return async (reader, c) => {
    const { due, template } = await findDue(reader, part(c, 'return'))
    const asked = await withBody(await begin(reader, c), due.body)
    if (!asked.may(guardedReturn(template), verb)) throw new NotFound('No such return.')
    return { ...asked, due, template }
  }
}

function templateGate(): Gate<AskedBoard & { readonly template: ReturnTemplate }> {
  return async (reader, c) => {
    const asked = await boardGate((body) => ({ record: 'return', state: 'any', ties: { body } }), 'keep')(reader, c)
    const template = (await findTemplates(reader, 'body', [asked.body.id])).find(({ id }) => id === part(c, 'template'))
    if (!template) throw new NotFound('No such return.')
    return { ...asked, template }
  }
}

async function sheetRows({ reader }: AskedBoard, measures: readonly Measure[], period: Period): Promise<readonly SheetRow[]> {
  const found = await findObservations(
    reader,
    measures.map(({ id }) => id),
    { from: period.endsOn.subtract({ days: 1 }), until: period.endsOn },
  )
  const key = periodKey(period)
  const current = new Map(
    currentOf(found).flatMap((one) => (periodKey(one.period) === key ? [[`${one.measure} ${cellKey(one.cell)}`, one]] : [])),
  )
  return sheetOf(measures, period, (measure, cell) => current.get(`${measure.id} ${cellKey(cell)}`))
}

async function rowsOf(asked: AskedReturn): Promise<readonly SheetRow[]> {
  const { due, template } = asked
  const found = new Map((await findMeasures(asked.reader, template.measures)).map((measure) => [measure.id, measure]))
  const measures = template.measures.flatMap((id) => found.get(id) ?? [])
  return sheetRows(asked, measures, { type: template.periodType, startsOn: due.startsOn, endsOn: due.endsOn })
}

function measureSheet(asked: AskedSheet): FormShape {
  const isClerk = asked.standing.clerkOf.has(asked.body.id)
  return entryShape(
    asked.rows,
    {
      title: `Enter figures for ${periodWords(asked.period)}`,
      caption: latestDefinition(asked.measure).title,
      lead: isClerk
        ? 'What you enter is published with the measure; a provisional figure stays with the board.'
        : 'What you enter goes to the board, and is published by its clerk.',
      submit: 'Save figures',
      takesNote: false,
    },
    { breadcrumbs: measureCrumbs(asked), cancel: measurePaths.measure(asked.measure.id) },
  )
}

/** Whoever gives a return without a seat on the board does not see what others owe it. */
function returnCrumbs(asked: AskedReturn) {
  const sees = asked.may({ record: 'return', state: 'any', ties: { body: asked.body.id } }, 'read')
  return [...boardCrumbs(asked), ...(sees ? [{ text: 'Returns', href: returnPaths.ofBoard(asked.body.slug) }] : [])]
}

function returnSheet(asked: AskedReturn, rows: readonly SheetRow[]): FormShape {
  const { due, template } = asked
  const title = `${template.title}, ${periodWords({ type: template.periodType, ...due })}`
  return {
    ...entryShape(
      rows,
      {
        ...{ title: 'Give the figures', caption: title, submit: 'Give these figures', takesNote: true },
        lead: 'All figures of this return on one page. A figure that is not there has a status too: it is never a 0.',
      },
      { breadcrumbs: [...returnCrumbs(asked), { text: title, href: returnPaths.due(due.id) }], cancel: returnPaths.due(due.id) },
      due.note,
    ),
    closed: due.state === 'accepted' || due.state === 'excused',
  }
}

function excuseShape(asked: AskedReturn): FormShape {
  return {
    title: 'Say that this return is not asked for',
    caption: asked.template.title,
    breadcrumbs: returnCrumbs(asked),
    groups: [{ fields: [{ kind: 'lines', name: 'note', label: 'Why?', hint: 'The board and the agency read this', rows: 3 }] }],
    submit: 'Save',
    first: {},
    version: asked.due.version,
    cancel: returnPaths.due(asked.due.id),
  }
}

async function templateShape(asked: AskedBoard, template: ReturnTemplate | undefined): Promise<FormShape> {
  const { reader, visit, body } = asked
  const measures = (await findMeasuresOf(reader, body.id)).filter(
    // What the record counts, no agency gives.
    (measure) => measure.withdrawnOn === null && latestDefinition(measure).countedBy === '',
  )
  return {
    title: template ? 'Change this return' : 'Ask an agency for figures',
    caption: body.name,
    lead: 'What is owed is written down when a period is over. Whoever gives it is asked by mail five days before it is due, and every week while it is late.',
    breadcrumbs: [...boardCrumbs(asked), { text: 'Returns', href: returnPaths.ofBoard(body.slug) }],
    groups: [
      {
        fields: [
          { kind: 'line', name: 'title', label: 'What is asked for?', hint: 'For example Early help: families' },
          {
            kind: 'select',
            name: 'agency',
            label: 'Which agency gives it?',
            options: (await listOrganisationsOn(reader, visit.today)).map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            kind: 'select',
            name: 'giver',
            label: 'Who gives it there?',
            none: 'Nobody is named',
            options: (await listPeople(reader)).map(({ id, name }) => ({ value: id, text: name })),
          },
          {
            kind: 'boxes',
            name: 'measures',
            label: 'Which measures?',
            options: measures.map((measure) => ({ value: measure.id, text: latestDefinition(measure).title })),
          },
          {
            kind: 'radios',
            name: 'periodType',
            label: 'How often?',
            options: optionsOf(frequencyWords, ['month', 'quarter', 'financial-year', 'academic-year', 'calendar-year']),
          },
          { kind: 'short', name: 'dueDays', label: 'Days until it is due', hint: 'After the last day of a period, from 0 to 400' },
          { kind: 'day', name: 'startsOn', label: 'First period begins on' },
          { kind: 'day', name: 'lastDay', label: 'Last day', hint: 'Leave empty where it goes on' },
        ],
      },
    ],
    submit: template ? 'Save' : 'Ask for these figures',
    first: template ? firstOf(template) : { dueDays: '20', ...dayValues('startsOn', visit.today.with({ day: 1 })) },
    version: template?.version,
    cancel: returnPaths.ofBoard(body.slug),
  }
}

function firstOf(template: ReturnTemplate) {
  return {
    ...{ title: template.title, agency: template.agency, giver: template.giver ?? '', measures: [...template.measures] },
    ...{ periodType: template.periodType, dueDays: String(template.dueDays), ...dayValues('startsOn', template.startsOn) },
    ...dayValues('lastDay', template.endsOn?.subtract({ days: 1 })),
  }
}

async function returnsPage({ reader, visit, body, may }: AskedBoard): Promise<JSX.Element> {
  const templates = await findTemplates(reader, 'body', [body.id])
  const dues = await findDues(
    reader,
    templates.map(({ id }) => id),
  )
  const mayKeep = may({ record: 'return', state: 'any', ties: { body: body.id } }, 'keep')
  return <ReturnsPage visit={visit} board={body} templates={templates} dues={dues} mayKeep={mayKeep} />
}

async function returnPage(asked: AskedReturn): Promise<JSX.Element> {
  const { visit, due, template, may } = asked
  const guarded = guardedReturn(template)
  return (
    <ReturnPage
      visit={visit}
      due={due}
      template={template}
      rows={await rowsOf(asked)}
      breadcrumbs={returnCrumbs(asked)}
      mayGive={may(guarded, 'give')}
      mayAccept={may(guarded, 'accept')}
    />
  )
}
