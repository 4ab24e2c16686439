import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayOf } from '#platform/time/london.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, FileUpload } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { contractPaths, registerPaths } from '../contract-paths.ts'
import { type FileLoad, isUnderWay } from '../queries/file-loads.ts'
import type { RegisterFileRow } from '../queries/register-files.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { howFar } from './load-progress.tsx'

/** What of the file each column says. */
const columns: readonly (readonly [string, string])[] = [
  [
    'Title, Commissioner, Bought under, Starts',
    'Needed. The commissioner as the directory writes it, the law or practice as our register writes it',
  ],
  ['Reference, Id', 'By these a contract is known again; without them by title, first day and commissioner'],
  [
    'Providers, Provider numbers',
    'Several between semicolons, in the same order: Alder Ltd; Birch CIC and GB-COH 01234567; GB-CHC 1234567',
  ],
  ['Last day, Signed', '31/03/2026 or 2026-03-31. Empty: without an end, not signed'],
  ['Without VAT, With VAT, VAT, VAT note', 'VAT is standard, none or mixed, and mixed is explained. Empty is not known, never 0'],
  ['Summary, People served', 'What is bought, in plain words; how many people it serves'],
  ['Stands', 'Not read: it follows from the days'],
]

/** Bringing a register of contracts and providers, and the files that were brought. */
export function RegisterFilesPage(props: {
  readonly visit: Visit
  readonly board: BoardName
  readonly files: readonly Omit<RegisterFileRow, 'cells'>[]
  readonly loads: ReadonlyMap<string, FileLoad>
  readonly form: FormState
}): JSX.Element {
  const { visit, board, files, loads, form } = props
  const lead =
    'CSV or XLSX, one contract a row, with its providers. Loading makes contracts that are new and changes those that are recorded. You see what it would make and change, cell by cell, and what is to be put right, before anything is loaded.'
  return (
    <Page
      visit={visit}
      title="Bring a register of contracts"
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Contracts', href: contractPaths.ofBoard(board.slug) })}
      problems={form.problems}
    >
      <PageHead title="Bring a register of contracts" caption={board.name} lead={lead} />
      {boardNavigation(board.slug, 'commissioning')}
      <Card title="Bring a file" id="bring">
        <form method="post" action={visit.path} enctype="multipart/form-data" novalidate>
          <CsrfField visit={visit} />
          <FileUpload
            id="file"
            name="file"
            label={{ text: 'The file', classes: 'govuk-label--s' }}
            hint={{ text: 'At most 10 MB and 1,000 contracts' }}
            errorMessage={form.error('file')}
          />
          <Button text="Look at the file" preventDoubleClick />
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={contractPaths.csv(board.slug)} download="">
            Our own register as a file to add to (CSV)
          </a>
        </p>
        <Fold title="How the file is written">
          <DataTable
            caption="How the file is written"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Columns' }, { heading: 'What stands in them' }]}
            rows={columns.map(([names, means]) => ({ cells: [names, means] }))}
          />
        </Fold>
      </Card>
      <Card title="Files" id="files" flush={files.length > 0}>
        {files.length === 0 ? (
          <p class="govuk-body">No file was brought yet.</p>
        ) : (
          <DataTable
            caption="Files"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'File' }, { heading: 'Brought' }, { heading: 'How it stands' }]}
            rows={files.map((file) => ({
              cells: [
                <a class="govuk-link" href={registerPaths.file(file.id)}>
                  {file.name}
                </a>,
                dayInWords(dayOf(file.madeAt)),
                registerStanding(file, loads.get(file.id)),
              ],
            }))}
          />
        )}
      </Card>
    </Page>
  )
}

/** What became of a file, in a sentence. */
export function registerStanding(
  { loadedAt, contractCount, providerCount, changeCount }: Omit<RegisterFileRow, 'cells'>,
  load?: FileLoad,
): string {
  if (load && isUnderWay(load)) return load.state === 'stopping' ? 'Being stopped' : `Being loaded. ${howFar(load)}`
  if (loadedAt === null) return 'Not loaded yet'
  if (contractCount + changeCount === 0) return 'Loaded: nothing was new'
  const changed = changeCount === 0 ? '' : `${counted(changeCount, 'contract')} changed, `
  return `Loaded: ${counted(contractCount, 'contract')} made, ${changed}${counted(providerCount, 'provider')} entered`
}

/** A number with its noun. */
export const counted = (number: number, noun: string): string => `${number.toLocaleString('en-GB')} ${noun}${number === 1 ? '' : 's'}`
