import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayOf } from '#platform/time/london.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, Checkboxes, FileUpload, Input } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { returnPaths } from '../paths.ts'
import type { Upload } from '../queries/uploads.ts'
import { printedFigure } from '../rules/judge.ts'
import { areaName, definitionFor, type Observation } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import type { FigureShown } from '../rules/protect.ts'
import type { UploadProblem, UploadRow } from '../rules/upload.ts'
import { statusNotes } from '../words/figures.ts'
import { shownWords, uploadProblemWords } from '../words/upload.ts'

/** Problems that stand on the page; the rest come as a file. */
const SHOWN = 50

/** The form for bringing a file of figures. */
export function UploadPage(props: {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly breadcrumbs: readonly PageLink[]
  /** Files that one brought and did not load yet. */
  readonly open: readonly Pick<Upload, 'id' | 'fileName' | 'madeAt'>[]
  readonly form: FormState
}): JSX.Element {
  const { visit, board, breadcrumbs, open, form } = props
  return (
    <Page visit={visit} title="Bring figures as a file" breadcrumbs={breadcrumbs} width="form" problems={form.problems}>
      <PageHead
        title="Bring figures as a file"
        caption={board.name}
        lead="CSV or XLSX, one figure a row. You see what it would change before anything is loaded."
      />
      <form method="post" action={visit.path} enctype="multipart/form-data" novalidate>
        <CsrfField visit={visit} />
        <FileUpload
          id="file"
          name="file"
          label={{ text: 'The file', classes: 'govuk-label--s' }}
          hint={{ text: 'At most 10 MB' }}
          errorMessage={form.error('file')}
        />
        <Button text="Check the file" preventDoubleClick />
      </form>
      {open.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Files you brought and did not load</h2>
          <ul class="govuk-list">
            {open.map(({ id, fileName, madeAt }) => (
              <li>
                <a class="govuk-link" href={returnPaths.uploaded(id)}>
                  {fileName}
                </a>
                , <DateText day={dayOf(madeAt)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h2 class="govuk-heading-m">How the file is written</h2>
      <p class="govuk-body">
        The first row holds the headings, in any order. <strong>measure</strong>, <strong>period</strong> and <strong>value</strong> are
        needed; a rate may bring <strong>numerator</strong> and <strong>denominator</strong> instead of a value. <strong>status</strong>,{' '}
        <strong>area</strong>, <strong>split</strong>, <strong>part</strong>, <strong>lower</strong>, <strong>upper</strong>,{' '}
        <strong>note</strong> and <strong>source</strong> may follow. An empty value needs a status, such as “not yet available”: what is
        missing is never a 0. A figure of one area names it as the definition does, or by its code; an empty area is the whole. Where small
        numbers are hidden, a period brings the whole and all of its areas together.
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={returnPaths.uploadForm(board.slug)} download="">
          A file to fill in, with your measures (CSV)
        </a>
      </p>
      <p class="govuk-body">
        A program can give the same figures:{' '}
        <a class="govuk-link" href="/me/tokens">
          make it a token
        </a>
        , for one agency or one measure, and read how in{' '}
        <a class="govuk-link" href="/api/openapi.json">
          OpenAPI
        </a>
        .
      </p>
    </Page>
  )
}

/** What a file would do, or what is wrong with it, or what it did. */
export function UploadedPage(props: {
  readonly visit: Visit
  readonly upload: Upload
  readonly breadcrumbs: readonly PageLink[]
  readonly back: string
  readonly rows: readonly UploadRow[]
  readonly problems: readonly UploadProblem[]
  readonly effects: readonly ('new' | 'revised' | 'unchanged')[] | null
  /** What the protection of small numbers would do with each row. */
  readonly shown: readonly FigureShown[]
  /** What is there before each row; null where there is nothing. */
  readonly before: readonly (Observation | null)[]
  readonly form: FormState
}): JSX.Element {
  const { visit, upload, breadcrumbs, back, rows, problems, effects, shown, before, form } = props
  const wrong = problems.filter(({ asked }) => !asked)
  const asked = problems.filter((problem) => problem.asked)
  return (
    <Page visit={visit} title={upload.fileName} breadcrumbs={breadcrumbs} width="workspace" problems={form.problems}>
      <PageHead title={upload.fileName} caption="Figures from a file" lead={leadOf(upload, effects, wrong.length)} />
      {wrong.length > 0 && <ProblemList id="wrong" title="Put these right and bring the file again" problems={wrong} upload={upload} />}
      {upload.loadedAt === null && effects !== null && (
        <>
          {asked.length > 0 && <ProblemList id="asked" title="Is this right?" problems={asked} upload={upload} />}
          <HiddenList rows={rows} shown={shown} />
          <ChangeList rows={rows} effects={effects} before={before} />
          {effects.some((effect) => effect !== 'unchanged') && (
            <LoadForm visit={visit} upload={upload} effects={effects} isAsked={asked.length > 0} form={form} />
          )}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          Bring another file
        </a>
      </p>
    </Page>
  )
}

const counted = (number: number): string => (number === 1 ? '1 figure' : `${number} figures`)

function leadOf(upload: Upload, effects: readonly string[] | null, wrong: number): string {
  if (upload.outcome !== null) {
    const { new: added, revised, unchanged } = upload.outcome
    return `Loaded: ${counted(added)} new, ${revised} revised, ${unchanged} as before.`
  }
  if (effects === null) return `Nothing was loaded: ${wrong === 1 ? 'one thing is' : `${wrong} things are`} to be put right first.`
  const count = (kind: string) => effects.filter((effect) => effect === kind).length
  if (count('unchanged') === effects.length) return 'This file changes nothing: every figure is there already.'
  return `Nothing is loaded yet. This file would add ${counted(count('new'))}, revise ${count('revised')} and leave ${count('unchanged')} as they are.`
}

function ProblemList(props: {
  readonly id: string
  readonly title: string
  readonly problems: readonly UploadProblem[]
  readonly upload: Upload
}): JSX.Element {
  const { id, title, problems, upload } = props
  return (
    <Card title={title} id={id}>
      <DataTable
        caption={title}
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Row', namesNumber: true },
          { heading: 'Column' },
          { heading: 'What stands there' },
          { heading: 'What to do' },
        ]}
        rows={problems
          .slice(0, SHOWN)
          .map((problem) => ({ cells: [String(problem.row), problem.column, problem.value, uploadProblemWords(problem)] }))}
      />
      {problems.length > SHOWN && (
        <p class="govuk-body">
          These are {SHOWN} of {problems.length}.{' '}
          <a class="govuk-link" href={returnPaths.uploadProblems(upload.id)} download="">
            All of them as CSV
          </a>
        </p>
      )}
    </Card>
  )
}

/** Which figures would not come out, and why: before anything is loaded. Says nothing of what others gave (I6). */
function HiddenList({ rows, shown }: { readonly rows: readonly UploadRow[]; readonly shown: readonly FigureShown[] }): JSX.Element | null {
  const taken = rows.flatMap((row, index) => {
    const how = shown[index]
    return how === undefined || how === 'shown' ? [] : [{ row, how }]
  })
  if (taken.length === 0) return null
  const whole = new Set(taken.filter(({ how }) => how === 'held-back').map(({ row }) => row))
  return (
    <Card title="What would not be shown" id="hidden">
      <p>
        Small numbers are protected. {shownWords.hidden}
        {whole.size > 0 && ` ${shownWords['held-back']}`} Your own figures are kept as you give them, for those who give them alone.
      </p>
      <DataTable
        caption="What would not be shown"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Row', namesNumber: true }, { heading: 'Measure' }, { heading: 'Period' }, { heading: 'What becomes of it' }]}
        rows={taken.slice(0, SHOWN).map(({ row: { row, measure, figure }, how }) => ({
          cells: [
            String(row),
            nameOf(measure, figure),
            periodWords(figure.period),
            how === 'hidden' ? 'Hidden' : 'Held back with its period',
          ],
        }))}
      />
      {taken.length > SHOWN && <p>{`These are ${SHOWN} of ${taken.length}.`}</p>}
    </Card>
  )
}

function nameOf(measure: UploadRow['measure'], figure: UploadRow['figure']): string {
  const definition = definitionFor(measure, figure.period)
  const of = figure.cell.area === null ? figure.cell.category : areaName(definition, figure.cell)
  return `${definition.title}${of === '' ? '' : `, ${of}`}`
}

function ChangeList(props: {
  readonly rows: readonly UploadRow[]
  readonly effects: readonly ('new' | 'revised' | 'unchanged')[]
  readonly before: readonly (Observation | null)[]
}): JSX.Element | null {
  const { rows, effects, before } = props
  const changes = rows.flatMap((row, index) => {
    const effect = effects[index]
    return effect === undefined || effect === 'unchanged' ? [] : [{ row, effect, was: before[index] ?? null }]
  })
  if (changes.length === 0) return null
  // Revisions first: they change what people have read.
  const inOrder = [...changes.filter(({ effect }) => effect === 'revised'), ...changes.filter(({ effect }) => effect === 'new')]
  return (
    <Card title="What would change" id="changes">
      <DataTable
        caption="What would change"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Row', namesNumber: true },
          { heading: 'Measure' },
          { heading: 'Period' },
          { heading: 'Figure now', numeric: true },
          { heading: 'Figure in the file', numeric: true },
          { heading: 'What it does' },
        ]}
        rows={inOrder.slice(0, SHOWN).map(({ row, effect, was }) => ({ cells: changeCells(row, effect, was) }))}
      />
      {inOrder.length > SHOWN && (
        <p class="govuk-body">
          These are {SHOWN} of {inOrder.length}, revisions first.
        </p>
      )}
    </Card>
  )
}

function changeCells({ row, measure, figure }: UploadRow, effect: 'new' | 'revised', was: Observation | null) {
  const definition = definitionFor(measure, figure.period)
  const shown = (one: Pick<Observation, 'value' | 'words' | 'status'>) =>
    one.value === null ? one.words || statusNotes[one.status] : printedFigure(one.value, definition)
  const does = effect === 'revised' ? 'Revises an earlier figure' : 'New'
  return [String(row), nameOf(measure, figure), periodWords(figure.period), was === null ? '' : shown(was), shown(figure), does]
}

function LoadForm(props: {
  readonly visit: Visit
  readonly upload: Upload
  readonly effects: readonly string[]
  readonly isAsked: boolean
  readonly form: FormState
}): JSX.Element {
  const { visit, upload, effects, isAsked, form } = props
  const label = { text: 'Why are earlier figures other ones than before?', classes: 'govuk-label--s' }
  const yes = { value: 'yes', text: 'I have checked the figures that are asked about: they are right' }
  return (
    <form method="post" action={returnPaths.load(upload.id)} novalidate>
      <CsrfField visit={visit} />
      {effects.includes('revised') && (
        <Input
          id="reason"
          name="reason"
          label={label}
          hint={{ text: 'Stands beside each of them; the old ones stay' }}
          value={form.value('reason')}
          errorMessage={form.error('reason')}
        />
      )}
      {isAsked && <Checkboxes idPrefix="confirmed" name="confirmed" items={[yes]} errorMessage={form.error('confirmed')} />}
      <Button text={`Load ${counted(effects.filter((effect) => effect !== 'unchanged').length)}`} preventDoubleClick />
    </form>
  )
}
