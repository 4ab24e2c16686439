import type { JSX } from 'hono/jsx/jsx-runtime'
import { largestFile } from '#platform/documents/uploads/uploaded-file.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { DrawnField } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button, FileUpload } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import type { PaperRecord } from '../queries/papers.ts'
import { fileWishes, needsWord } from '../rules/paper-file.ts'
import { roleWords, wishHints, wishWords } from '../words/paper-file.ts'
import { HiddenThings, OriginalFile } from './paper-file-hidden.tsx'
import { FileLine } from './paper-file-list.tsx'

/** The files of a draft, and the form that adds one. */
export interface PaperFilesProps {
  readonly visit: Visit
  readonly breadcrumbs: readonly PageLink[]
  readonly paper: PaperRecord
  readonly files: readonly PaperFile[]
  readonly form: FormState
  /** Whether a PDF can be made of a Word file here. */
  readonly converts: boolean
}

/** Where an author brings files, puts them in order and sees what to put right before handing in (M4). */
export function PaperFilesPage({ visit, breadcrumbs, paper, files, form, converts }: PaperFilesProps): JSX.Element {
  const shown = files.filter(({ role, proposal }) => role !== 'source' || !proposal)
  const published = shown.filter(({ role }) => role !== 'source')
  const waiting = files.some(({ proposal }) => proposal !== undefined)
  return (
    <Page visit={visit} title={`Files: ${paper.title}`} breadcrumbs={breadcrumbs} width="form" problems={form.problems}>
      <PageHead
        title="Files of the paper"
        caption={paper.title}
        lead="Bring the paper as it is. Each file is checked at once, so that you can put it right before the deadline."
      />
      {waiting && (
        <div class="govuk-inset-text">
          Text taken from a Word file waits for you.{' '}
          <a class="govuk-link" href={meetingPaths.convertedText(paper.id)}>
            Look at the converted text
          </a>
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState title="No files yet" text="A paper needs its text or at least one file before it can be handed in. Add a file below." />
      ) : (
        <Card title="Files so far" id="files">
          <ul class="gt-list">
            {shown.map((file) => (
              <li>
                <FileCard visit={visit} paper={paper} file={file} at={published.indexOf(file)} of={published.length} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <NewFile visit={visit} paper={paper} form={form} converts={converts} />
      <p class="govuk-body">
        <a class="govuk-link" href={meetingPaths.paper(paper.id)}>
          Back to the paper
        </a>
      </p>
    </Page>
  )
}

interface CardProps {
  readonly visit: Visit
  readonly paper: PaperRecord
  readonly file: PaperFile
  /** Place among the files that are published, from 0; -1 for a source. */
  readonly at: number
  readonly of: number
}

function FileCard({ visit, paper, file, at, of }: CardProps): JSX.Element {
  const step = (name: Parameters<typeof meetingPaths.fileStep>[2]) => meetingPaths.fileStep(paper.id, file.id, name)
  const isSource = file.role === 'source'
  return (
    <>
      <p class="gt-files__role">{roleWords[file.role]}</p>
      <FileLine paper={paper.id} file={file} forAuthor />
      <OriginalFile paper={paper.id} file={file} />
      {!isSource && <Hidden visit={visit} paper={paper} file={file} />}
      <OddPages file={file} />
      <div class="gt-files__acts">
        {!isSource && (
          <a class="govuk-link" href={step('edit')}>
            Change or replace<span class="govuk-visually-hidden"> {file.title}</span>
          </a>
        )}
        {at > 0 && <PostButton visit={visit} action={step('up')} text="Move up" about={file.title} look="link" />}
        {at >= 0 && at < of - 1 && <PostButton visit={visit} action={step('down')} text="Move down" about={file.title} look="link" />}
        <PostButton visit={visit} action={step('remove')} text="Remove" about={file.title} look="link" />
      </div>
    </>
  )
}

/** What the file hides: for a paper that the public reads somebody must say that it may be published. */
function Hidden({ visit, paper, file }: Omit<CardProps, 'at' | 'of'>): JSX.Element | null {
  if (file.findings.warnings.length === 0) return null
  const asked = needsWord(file, paper.category)
  return (
    <div class="govuk-inset-text gt-files__hidden">
      {asked && <StatusPill meaning="warning">To confirm</StatusPill>}
      <HiddenThings findings={file.findings} />
      {asked && (
        <>
          <p>Take it out in the original and replace the file. If it may be published, confirm that.</p>
          <PostButton
            visit={visit}
            action={meetingPaths.fileStep(paper.id, file.id, 'confirm')}
            text="I have looked: it may be published"
            about={file.title}
          />
        </>
      )}
    </div>
  )
}

function OddPages({ file }: { readonly file: PaperFile }): JSX.Element | null {
  const { largePages = [], sidewaysPages = [] } = file.findings
  if (largePages.length + sidewaysPages.length === 0) return null
  const list = (pages: readonly number[]) => (pages.length === 1 ? `Page ${pages[0]} is` : `Pages ${pages.join(', ')} are`)
  return (
    <p>
      {largePages.length > 0 && `${list(largePages)} larger than A4. `}
      {sidewaysPages.length > 0 && `${list(sidewaysPages)} wider than high. `}
      {largePages.length + sidewaysPages.length === 1 ? 'The pack shows it whole.' : 'The pack shows them whole.'}
    </p>
  )
}

function NewFile(props: Pick<PaperFilesProps, 'visit' | 'paper' | 'form' | 'converts'>): JSX.Element {
  const { visit, paper, form } = props
  const wishes = fileWishes.filter((wish) => wish !== 'as-pdf' || props.converts)
  return (
    <Card title="Add a file" id="add">
      <form method="post" action={meetingPaths.paperFiles(paper.id)} enctype="multipart/form-data" novalidate data-sends-file={largestFile}>
        <CsrfField visit={visit} />
        <DrawnField
          field={{
            kind: 'radios',
            name: 'wish',
            label: 'What is it?',
            options: wishes.map((wish) => ({ value: wish, text: wishWords[wish], hint: wishHints[wish] })),
          }}
          form={form}
        />
        <DrawnField
          field={{ kind: 'line', name: 'title', label: 'Title', hint: 'As the agenda lists it. Left empty, the name of the file is taken' }}
          form={form}
        />
        <DrawnField
          field={{ kind: 'lines', name: 'alternativeText', label: 'What does the picture show?', hint: 'For pictures only', rows: 2 }}
          form={form}
        />
        <ChosenFile form={form} label="File" hint="50 MB at most. A large file can take a minute: stay on this page" />
        <Button text="Add file" preventDoubleClick />
      </form>
    </Card>
  )
}

/** The field for a file; the last of its form, so that what was typed arrives before it. */
export function ChosenFile(props: { readonly form: FormState; readonly label: string; readonly hint: string }): JSX.Element {
  const error = props.form.error('file')
  return (
    <FileUpload
      id="file"
      name="file"
      label={{ text: props.label, classes: 'govuk-label--s' }}
      hint={{ text: props.hint }}
      {...(error && { errorMessage: error })}
    />
  )
}
