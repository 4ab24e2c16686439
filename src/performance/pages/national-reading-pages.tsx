import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { InstantText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, FileUpload } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { nationalPaths } from '../paths.ts'
import type { NationalReading } from '../queries/national-readings.ts'
import type { BroughtField } from '../rules/national-brought.ts'
import type { NationalReport } from '../rules/national-report.ts'
import { nationalReportLines, oddityWords, readingNames, readingWords } from '../words/national-report.ts'

const crumbs = [{ text: 'Places of the country', href: nationalPaths.all }]

const fields: readonly { readonly name: BroughtField; readonly label: string; readonly hint: string }[] = [
  { name: 'values', label: 'The values', hint: 'lait-values-all.csv.gz or .csv, at most 50 MB. Packed is quicker' },
  { name: 'dictionary', label: 'The dictionary of measures', hint: 'lait_data_dictionary.csv, at most 5 MB' },
  { name: 'places', label: 'The list of places', hint: 'la_code_list.xlsx, at most 10 MB' },
  {
    name: 'neighbours',
    label: 'The list of statistical neighbours (optional)',
    hint: 'With its name, which says the month: sn_may_2025.xlsx',
  },
  { name: 'olderNeighbours', label: 'An older list of neighbours (optional)', hint: 'For example sn_april_2021.xlsx' },
]

/** The form for bringing the files of an edition, and the readings before. */
export function ReadInPage(props: { readonly visit: Visit; readonly readings: readonly NationalReading[]; readonly form: FormState }) {
  const { visit, readings, form } = props
  return (
    <Page visit={visit} title="Read published figures in" breadcrumbs={crumbs} width="form" problems={form.problems}>
      <PageHead
        title="Read published figures in"
        caption="Places of the country"
        lead="The files of the local authority interactive tool (LAIT) of the Department for Education, as one downloads them. They come in whole or not at all, and replace the edition before."
      />
      <form method="post" action={nationalPaths.readIn} enctype="multipart/form-data" novalidate>
        <CsrfField visit={visit} />
        {fields.map(({ name, label, hint }) => (
          <FileUpload
            id={name}
            name={name}
            label={{ text: label, classes: 'govuk-label--s' }}
            hint={{ text: hint }}
            errorMessage={form.error(name)}
          />
        ))}
        <Button text="Read them in" preventDoubleClick />
      </form>
      <p class="govuk-hint">Where something is wrong, choose the files again: a browser does not keep them.</p>
      {readings.length > 0 && <Readings readings={readings} />}
    </Page>
  )
}

function Readings({ readings }: { readonly readings: readonly NationalReading[] }): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">Readings before</h2>
      <DataTable
        caption="Readings before"
        hideCaption
        narrow="stack"
        columns={[{ heading: 'Begun' }, { heading: 'What became of it' }]}
        rows={readings.map(({ id, startedAt, state }) => ({
          cells: [
            <a class="govuk-link" href={nationalPaths.reading(id)}>
              <InstantText instant={startedAt} />
            </a>,
            readingNames[state],
          ],
        }))}
      />
    </>
  )
}

/** How far a reading is, or what became of it. */
export function ReadingPage({ visit, reading }: { readonly visit: Visit; readonly reading: NationalReading }): JSX.Element {
  const { state, files, startedAt, endedAt, words, report } = reading
  return (
    <Page visit={visit} title="A reading of published figures" breadcrumbs={crumbs} width="workspace">
      <PageHead title="A reading of published figures" caption={readingNames[state]} lead={readingWords[state]} />
      {state === 'reading' && <Progress visit={visit} reading={reading} />}
      {words !== '' && <p class="govuk-inset-text">{words}</p>}
      {report !== null && <ReportCard report={report} />}
      <Card title="What was brought" id="files">
        <KeyFacts
          facts={[
            { label: 'Files', value: files.join(', ') },
            { label: 'Begun', value: <InstantText instant={startedAt} /> },
            ...(endedAt === null ? [] : [{ label: 'Ended', value: <InstantText instant={endedAt} /> }]),
          ]}
        />
      </Card>
      {state !== 'reading' && (
        <p class="govuk-body">
          <a class="govuk-link" href={nationalPaths.readIn}>
            {state === 'read' ? 'Read another edition in' : 'Bring files again'}
          </a>
        </p>
      )}
    </Page>
  )
}

function Progress({ visit, reading }: { readonly visit: Visit; readonly reading: NationalReading }): JSX.Element {
  const { id, percent, rowsRead, stopAsked } = reading
  const far = `${percent}% of the values: ${rowsRead.toLocaleString('en-GB')} rows`
  return (
    <Card title="How far it is" id="progress">
      <p>
        <label for="far">{percent === 100 ? `${far}. Now it is brought together with what was there before` : far}.</label>
      </p>
      <progress id="far" class="gt-progress" max="100" value={String(percent)}>
        {percent}%
      </progress>
      <p>
        <a class="govuk-link" href={nationalPaths.reading(id)}>
          Look again
        </a>
      </p>
      {stopAsked ? (
        <p>You asked it to stop. It does so with its next step.</p>
      ) : (
        <PostButton visit={visit} action={nationalPaths.stop(id)} text="Stop it: nothing is read in" look="warning" />
      )}
    </Card>
  )
}

/** What was read and what was odd about it. */
export function ReportCard({ report }: { readonly report: NationalReport }): JSX.Element {
  return (
    <Card title="What was read" id="report">
      {nationalReportLines({ ...report, odd: [] }).map((line) => (
        <p>{line}</p>
      ))}
      {report.odd.length === 0 ? (
        <p>Nothing about it was odd.</p>
      ) : (
        <>
          <h3 class="govuk-heading-s">What was odd</h3>
          <ul class="govuk-list govuk-list--bullet">
            {report.odd.map(({ what, count, examples }) => (
              <li>
                {count.toLocaleString('en-GB')} {oddityWords[what]}
                <details class="govuk-details">
                  <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">
                      {examples.length < count ? `The first ${examples.length}` : 'Which'}
                      <span class="govuk-visually-hidden">: {oddityWords[what]}</span>
                    </span>
                  </summary>
                  <div class="govuk-details__text">
                    <ul class="govuk-list">
                      {examples.map((example) => (
                        <li>{example}</li>
                      ))}
                    </ul>
                  </div>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
