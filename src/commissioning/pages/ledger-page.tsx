import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, FileUpload } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { fundPaths, moneyPaths } from '../money-paths.ts'
import type { Fund, FundYear } from '../queries/funds.ts'
import type { findLedgerFiles, LedgerFile, UnplacedCode } from '../queries/ledger.ts'
import type { LedgerRow, ReadLedger } from '../rules/ledger.ts'
import { totalOf } from '../rules/split.ts'
import { yearInWords } from '../rules/year.ts'
import { ledgerProblemWords } from '../words/ledger-problems.ts'
import { entryWords } from '../words/money.ts'
import { pounds } from '../words/pence.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** Rows and problems that stand on a page. */
const SHOWN = 50

interface Common {
  readonly visit: Visit
  readonly board: BoardName
  readonly fund: Fund
}

const wayTo = ({ board, fund }: Common, year: number) =>
  crumbsOf(board, { text: 'Funds', href: fundPaths.ofBoard(board.slug) }, { text: fund.title, href: fundPaths.fund(fund.id, year) })

/** The books of a fund in a year: files that were brought, and what waits to be placed. */
export function LedgerPage(
  props: Common & {
    readonly year: Pick<FundYear, 'year' | 'state'>
    readonly files: Awaited<ReturnType<typeof findLedgerFiles>>
    readonly unplaced: readonly UnplacedCode[]
    readonly form: FormState
  },
): JSX.Element {
  const { visit, fund, files, unplaced, form } = props
  const { year, state } = props.year
  return (
    <Page visit={visit} title="Ledger" width="workspace" breadcrumbs={wayTo(props, year)} problems={form.problems}>
      <PageHead
        title="Ledger"
        caption={`${fund.title}, ${yearInWords(year)}`}
        lead="Bring an extract of the host’s ledger. Rows go to the line that has their code; what has none waits here for a person."
      />
      {boardNavigation(props.board.slug, 'commissioning')}
      <Card title="To be placed by a person" id="unplaced" flush={unplaced.length > 0}>
        <Unplaced fund={fund} year={year} unplaced={unplaced} />
      </Card>
      <Card title="Bring a file" id="bring">
        {state === 'closed' ? (
          <p class="govuk-body">The year is closed and takes no file. It is opened again by taking its statement back.</p>
        ) : (
          <BringForm visit={visit} form={form} />
        )}
      </Card>
      <Card title="Files of this year" id="files" flush={files.length > 0}>
        {files.length === 0 ? (
          <p class="govuk-body">No file was brought yet.</p>
        ) : (
          <DataTable
            caption="Files of this year"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'File' }, { heading: 'Brought' }, { heading: 'How it stands' }, { heading: 'Sum', numeric: true }]}
            rows={files.map((file) => ({
              cells: [
                <a class="govuk-link" href={moneyPaths.file(file.id)}>
                  {file.name}
                </a>,
                dayInWords(dayOf(file.madeAt)),
                file.loadedAt === null ? 'Not loaded yet' : `Loaded: ${rowWords(file.rowCount)}${leftOutWords(file.leftOut)}`,
                file.loadedAt === null ? '' : pounds(file.pence),
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}

function BringForm({ visit, form }: { readonly visit: Visit; readonly form: FormState }): JSX.Element {
  return (
    <form method="post" action={visit.path} enctype="multipart/form-data" novalidate>
      <CsrfField visit={visit} />
      <FileUpload
        id="file"
        name="file"
        label={{ text: 'The file, CSV or XLSX', classes: 'govuk-label--s' }}
        hint={{
          text: 'At most 10 MB and 20,000 rows. Columns: date, code, amount (or debit and credit); if you like kind, supplier, reference, description',
        }}
        errorMessage={form.error('file')}
      />
      <Button text="Check the file" preventDoubleClick />
    </form>
  )
}

function Unplaced({
  fund,
  year,
  unplaced,
}: {
  readonly fund: Fund
  readonly year: number
  readonly unplaced: readonly UnplacedCode[]
}): JSX.Element {
  if (unplaced.length === 0) return <p class="govuk-body">Every entry of the ledger stands on a line.</p>
  return (
    <DataTable
      caption="To be placed by a person"
      hideCaption
      narrow="stack"
      columns={[
        ...[{ heading: 'Code' }, { heading: 'Entries', numeric: true }, { heading: 'Sum', numeric: true }, { heading: 'Among them' }],
        { heading: 'What can be done', hiddenHeading: true },
      ]}
      rows={unplaced.map(({ code, entries, pence, supplier }) => ({
        cells: [
          ...[code === '' ? 'Without a code' : code, String(entries), pounds(pence), supplier === '' ? 'No supplier named' : supplier],
          <a class="govuk-link" href={`${fundPaths.year(fund.id, year, 'place')}?code=${encodeURIComponent(code)}`}>
            Place them<span class="govuk-visually-hidden">{` ${code === '' ? 'without a code' : code}`}</span>
          </a>,
        ],
      }))}
    />
  )
}

/** One file: what is wrong with it, or what loading it would do; `read` undefined once it is loaded. */
export function LedgerFilePage(
  props: Common & {
    readonly file: LedgerFile
    readonly read: ReadLedger | undefined
    /** Its rows that say the same as rows which are loaded already. */
    readonly again: readonly LedgerRow[]
    readonly codes: ReadonlyMap<string, string>
  },
): JSX.Element {
  const { visit, file, read, again, codes, fund } = props
  return (
    <Page visit={visit} title={file.name} width="workspace" breadcrumbs={wayTo(props, file.year)}>
      <PageHead title={file.name} caption={`Ledger of ${fund.title}, ${yearInWords(file.year)}`} />
      {boardNavigation(props.board.slug, 'commissioning')}
      {read === undefined && (
        <p class="govuk-body">{`Loaded: ${rowWords(file.rowCount)}, ${pounds(file.pence)} in all${leftOutWords(file.leftOut)}.`}</p>
      )}
      {read && read.problems.length > 0 && <Problems read={read} />}
      {read && read.problems.length === 0 && again.length > 0 && <Again again={again} />}
      {read && read.problems.length === 0 && <Preview rows={read.rows} codes={codes} />}
      {read && (
        <div class="govuk-button-group">
          {read.problems.length === 0 && <LoadButtons visit={visit} file={file} rows={read.rows.length} again={again.length} />}
          <PostButton visit={visit} action={moneyPaths.fileStep(file.id, 'drop')} text="Take this file away" look="secondary" />
        </div>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={fundPaths.year(fund.id, file.year, 'ledger')}>
          Back to the ledger
        </a>
      </p>
    </Page>
  )
}

const rowWords = (many: number): string => (many === 1 ? '1 row' : `${many} rows`)
const leftOutWords = (many: number): string => (many === 0 ? '' : `; ${rowWords(many)} left out, loaded before`)

/** The button that loads a file; where rows stand already, one that leaves them out and one that says that they are entries of their own. */
function LoadButtons(props: {
  readonly visit: Visit
  readonly file: LedgerFile
  readonly rows: number
  readonly again: number
}): JSX.Element {
  const { visit, file, rows, again } = props
  const action = moneyPaths.fileStep(file.id, 'load')
  if (again === 0) return <PostButton visit={visit} action={action} text="Load every row" look="primary" />
  const rest = rows - again
  return (
    <>
      {rest > 0 && (
        <PostButton
          visit={visit}
          action={action}
          text={rest === 1 ? 'Load the one other row' : `Load the ${rest} other rows`}
          look="primary"
          fields={{ rows: 'others' }}
        />
      )}
      <PostButton visit={visit} action={action} text="Load every row: they are entries of their own" fields={{ rows: 'all' }} />
    </>
  )
}

/** Rows that may be counted twice: a person says whether they are. */
function Again({ again }: { readonly again: readonly LedgerRow[] }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        {`${again.length === 1 ? 'One row says' : `${again.length} rows say`} the same as what is loaded already, ${pounds(totalOf(again.map(({ pence }) => pence)))} in all. If they are the same payments, load the others alone; nothing is loaded until you choose.`}
      </p>
      <DataTable
        caption={again.length > SHOWN ? `The first ${SHOWN} rows that stand already` : 'Rows that stand already'}
        narrow="stack"
        columns={[
          ...[{ heading: 'Row', numeric: true, namesNumber: true }, { heading: 'Day' }, { heading: 'Code' }],
          ...[{ heading: 'Sum', numeric: true }, { heading: 'Supplier' }, { heading: 'Reference' }],
        ]}
        rows={again.slice(0, SHOWN).map((row) => ({
          cells: [String(row.row), dayInWords(row.day), row.code, pounds(row.pence), row.supplier, row.reference],
        }))}
      />
    </>
  )
}

function Problems({ read }: { readonly read: ReadLedger }): JSX.Element {
  const { problems } = read
  return (
    <>
      <p class="govuk-body">
        {`Nothing is loaded while anything is wrong. ${problems.length === 1 ? 'One thing has' : `${problems.length} things have`} to be put right in the file.`}
        {problems.length > SHOWN ? ` The first ${SHOWN} are shown.` : ''}
      </p>
      <DataTable
        caption="What is wrong"
        narrow="stack"
        columns={[
          { heading: 'Row', numeric: true, namesNumber: true },
          { heading: 'Column' },
          { heading: 'It says' },
          { heading: 'What to do' },
        ]}
        rows={problems.slice(0, SHOWN).map((one) => ({
          cells: [
            String(one.row),
            one.column === '' ? 'The whole row' : one.column,
            one.value === '' ? 'Nothing' : one.value,
            ledgerProblemWords(one),
          ],
        }))}
      />
    </>
  )
}

function Preview({ rows, codes }: { readonly rows: readonly LedgerRow[]; readonly codes: ReadonlyMap<string, string> }): JSX.Element {
  const matched = rows.filter(({ code }) => codes.has(code.toLowerCase()))
  const rest = rows.length - matched.length
  const sum = totalOf(rows.map(({ pence }) => pence))
  return (
    <>
      <p class="govuk-body">
        {`${rows.length} entries, ${pounds(sum)} in all. ${matched.length} go to the line that has their code; ${rest === 0 ? 'none waits' : `${rest} wait`} to be placed by a person.`}
      </p>
      <DataTable
        caption={rows.length > SHOWN ? `The first ${SHOWN} entries` : 'Its entries'}
        columns={[
          ...[{ heading: 'Row', numeric: true, namesNumber: true }, { heading: 'Day' }, { heading: 'Code' }, { heading: 'What' }],
          ...[{ heading: 'Sum', numeric: true }, { heading: 'Supplier' }, { heading: 'Where it goes' }],
        ]}
        rows={rows.slice(0, SHOWN).map((row) => ({
          cells: [
            ...[String(row.row), dayInWords(row.day), row.code, entryWords[row.kind], pounds(row.pence), row.supplier],
            codes.has(row.code.toLowerCase()) ? 'To its line' : 'To be placed',
          ],
        }))}
      />
    </>
  )
}
