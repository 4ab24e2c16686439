import { type Context, Hono } from 'hono'
import { readAs } from '#platform/database/session.ts'
import { readSheet } from '#platform/documents/sheets/read-sheet.ts'
import { isUploadedFile } from '#platform/documents/uploads/uploaded-file.ts'
import type { FieldProblem } from '#platform/result.ts'
import { doerOf, form, type Gate, leadTo, pageAt } from '#platform/web/endpoints.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { formState, readForm } from '#platform/web/forms.ts'
import type { AppEnv } from '#platform/web/visit.ts'
import { addEntry, bringLedger, dropLedger, loadLedger, placeEntries, spanOf } from '../commands/ledger.ts'
import { parseEntry, parsePlace } from '../forms/ledger.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { CommissioningNeeds } from '../needs.ts'
import { LedgerFilePage, LedgerPage } from '../pages/ledger-page.tsx'
import { findLines } from '../queries/fund-money.ts'
import { findCodes, findLedgerFile, findLedgerFiles, findLoadedRows, findUnplaced, type LedgerFile } from '../queries/ledger.ts'
import { readLedger } from '../rules/ledger.ts'
import { rowsAgain } from '../rules/ledger-again.ts'
import { sheetRefusal } from '../words/ledger-problems.ts'
import { entryWords } from '../words/money.ts'
import { pounds, poundsOr } from '../words/pence.ts'
import { problemWords } from '../words/problems.ts'
import { actAt, formAt } from './endpoint.ts'
import { type AskedFund, type AskedLine, type AskedYear, fundOf, lineGate, yearGate } from './fund-gates.ts'
import { fundCrumbs } from './fund-shapes.ts'

type AskedFile = AskedFund & { readonly file: LedgerFile }

/** The books of a fund: files of the ledger, what waits to be placed, entries by hand. For those who keep them alone. */
export function ledgerRoutes(needs: CommissioningNeeds): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  const at = '/funds/:fund/years/:year'
  app.get(`${at}/ledger`, async (c) => c.html(await ledgerPage(needs, c, undefined)))
  app.post(`${at}/ledger`, (c) => bring(needs, c))
  formAt(app, needs, `${at}/place`, yearGate('keep'), async (asked) =>
    form(await placeShape(asked), parsePlace, async (doer, input) =>
      leadTo(await placeEntries(needs, doer, asked.fund.id, asked.year.year, input), () => ledgerOf(asked)),
    ),
  )
  formAt(app, needs, '/budget-lines/:line/entries', lineGate('keep'), async (asked) =>
    form(entryShape(asked), parseEntry, async (doer, input) =>
      leadTo(await addEntry(needs, doer, asked.line, input), () => moneyPaths.line(asked.line.id)),
    ),
  )
  pageAt(app, needs, '/ledger-files/:file', fileGate, async ({ reader, visit, body, fund, file }) => {
    const read = file.table === undefined ? undefined : readLedger(file.table, spanOf(fund, file.year))
    const codes = await findCodes(reader, fund.id, file.year)
    const again = read ? rowsAgain(read.rows, await findLoadedRows(reader, fund.id, file.year, read.rows)) : []
    return <LedgerFilePage visit={visit} board={body} fund={fund} file={file} read={read} again={again} codes={codes} />
  })
  const back = ({ fund, file }: AskedFile): string => fundPaths.year(fund.id, file.year, 'ledger')
  const toFile = ({ file }: AskedFile): string => moneyPaths.file(file.id)
  actAt(
    app,
    needs,
    '/ledger-files/:file/load',
    fileGate,
    async (asked, doer, { rows }) =>
      leadTo(await loadLedger(needs, doer, asked.file, rows === 'all' || rows === 'others' ? rows : undefined), () => back(asked)),
    toFile,
  )
  actAt(
    app,
    needs,
    '/ledger-files/:file/drop',
    fileGate,
    async (asked, doer) => leadTo(await dropLedger(needs, doer, asked.file), () => back(asked)),
    toFile,
  )
  return app
}

const ledgerOf = ({ fund, year }: AskedYear): string => fundPaths.year(fund.id, year.year, 'ledger')

const fileGate: Gate<AskedFile> = async (reader, c) => {
  const file = await findLedgerFile(reader, c.req.param('file') ?? '')
  return { ...(await fundOf(reader, c, file.fund, 'keep')), file }
}

function ledgerPage(needs: CommissioningNeeds, c: Context<AppEnv>, refusal: string | undefined) {
  return readAs(needs.db, c.get('visit'), async (reader) => {
    const { visit, body, fund, year } = await yearGate('keep')(reader, c)
    const problems: readonly FieldProblem[] = refusal === undefined ? [] : [{ field: 'file', code: 'refused' }]
    const files = await findLedgerFiles(reader, fund.id, year.year)
    const unplaced = await findUnplaced(reader, fund.id, year.year)
    const state = formState({}, problems, () => refusal)
    return <LedgerPage visit={visit} board={body} fund={fund} year={year} files={files} unplaced={unplaced} form={state} />
  })
}

async function bring(needs: CommissioningNeeds, c: Context<AppEnv>): Promise<Response> {
  const { fund, year } = await readAs(needs.db, c.get('visit'), (reader) => yearGate('keep')(reader, c))
  const { file } = await readForm(c)
  const answer = isUploadedFile(file) ? await readSheet(file) : ({ ok: false, code: 'file-missing' } as const)
  if (!answer.ok) return c.html(await ledgerPage(needs, c, sheetRefusal(answer)), 422)
  const name = isUploadedFile(file) && file.name !== '' ? file.name : 'Ledger'
  const brought = await bringLedger(needs, doerOf(c.get('visit')), fund.id, year.year, { name, rows: answer.rows })
  if (!brought.ok) return c.html(await ledgerPage(needs, c, problemWords(brought.problems[0])), 422)
  return c.redirect(moneyPaths.file(brought.value.id), 303)
}

async function placeShape(asked: AskedYear): Promise<FormShape> {
  const { reader, fund, year, query } = asked
  const [unplaced, lines] = await Promise.all([findUnplaced(reader, fund.id, year.year), findLines(reader, fund.id, year.year)])
  return {
    title: 'Place entries on a line',
    caption: fund.title,
    lead: 'All waiting entries of the code go to the line, and later files follow. An entry that is placed stays there.',
    breadcrumbs: fundCrumbs(asked),
    groups: [
      {
        fields: [
          {
            ...{ kind: 'select', name: 'code', label: 'Which entries?', none: 'Those without a code' },
            options: unplaced
              .filter(({ code }) => code !== '')
              .map(({ code, entries, pence }) => ({ value: code, text: `${code}: ${entries} entries, ${pounds(pence)}` })),
          },
          {
            ...{ kind: 'select', name: 'line', label: 'To which line do they belong?' },
            options: lines.map(({ id, title, code }) => ({ value: id, text: code === '' ? title : `${title} (${code})` })),
          },
        ],
      },
    ],
    submit: 'Place them',
    first: { code: query('code') },
    action: fundPaths.year(fund.id, year.year, 'place'),
    cancel: ledgerOf(asked),
  }
}

function entryShape(asked: AskedLine): FormShape {
  const { line, fund } = asked
  return {
    title: 'Enter a sum by hand',
    caption: line.title,
    lead: `So far ${poundsOr(line.actual, 'nothing')} is spent and ${poundsOr(line.commitment, 'nothing')} is committed. To take a sum back, enter it with a minus.`,
    breadcrumbs: [...fundCrumbs({ ...asked, fund }), { text: line.title, href: moneyPaths.line(line.id) }],
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'kind', label: 'What is it?', options: optionsOf(entryWords) },
          { kind: 'day', name: 'onDay', label: 'On which day?' },
          { kind: 'short', name: 'amount', label: 'How much?', hint: 'In pounds, such as 1,250.50 or -1,250.50' },
          { kind: 'line', name: 'description', label: 'What is it for?', hint: 'No person’s name' },
        ],
      },
    ],
    submit: 'Enter it',
    first: {},
    warning: 'An entry of the ledger is never changed or deleted.',
    cancel: moneyPaths.line(line.id),
  }
}
