import type { JSX } from 'hono/jsx/jsx-runtime'
import { largestFile } from '#platform/documents/uploads/uploaded-file.ts'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { DrawnField } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { PaperFile } from '../queries/paper-files.ts'
import type { PaperRecord } from '../queries/papers.ts'
import { factsOf } from './paper-file-list.tsx'
import { ChosenFile } from './paper-files-page.tsx'

/** Changing what a file is called, or putting another in its place. */
export function PaperFilePage(props: {
  readonly visit: Visit
  readonly breadcrumbs: readonly PageLink[]
  readonly paper: PaperRecord
  readonly file: PaperFile
  readonly form: FormState
}): JSX.Element {
  const { visit, paper, file, form } = props
  return (
    <Page visit={visit} title={`Change: ${file.title}`} breadcrumbs={props.breadcrumbs} width="form" problems={form.problems}>
      <PageHead title="Change or replace a file" caption={file.fileName} lead={factsOf(file)} />
      <form
        method="post"
        action={meetingPaths.fileStep(paper.id, file.id, 'edit')}
        enctype="multipart/form-data"
        novalidate
        data-sends-file={largestFile}
      >
        <CsrfField visit={visit} />
        <DrawnField field={{ kind: 'line', name: 'title', label: 'Title' }} form={form} />
        <DrawnField
          field={{ kind: 'lines', name: 'alternativeText', label: 'What does the picture show?', hint: 'For pictures only', rows: 2 }}
          form={form}
        />
        <ChosenFile form={form} label="New file" hint="Leave this empty to keep the file as it is. 50 MB at most" />
        <div class="govuk-button-group">
          <Button text="Save" preventDoubleClick />
          <a class="govuk-link" href={meetingPaths.paperFiles(paper.id)}>
            Cancel
          </a>
        </div>
      </form>
    </Page>
  )
}
