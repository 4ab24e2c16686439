import type { JSX } from 'hono/jsx/jsx-runtime'
import { largestFile } from '#platform/documents/uploads/uploaded-file.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField } from '#platform/web/components/csrf-field.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { DrawnField, type FieldOption } from '#platform/web/form-page/form-fields.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Button } from '#platform/web/govuk/components.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { recordPaths } from '../paths.ts'
import type { FiledShown } from '../queries/filed-shown.ts'
import { filedPurposes } from '../rules/minutes-file.ts'
import { purposeOffers } from '../words/filed-file.ts'
import { FiledList } from './filed-list.tsx'
import { ChosenFile } from './paper-files-page.tsx'
import { AreaField } from './record-fields.tsx'
import { type RecordHead, RecordPage } from './record-page.tsx'

interface FilingProps {
  readonly visit: Visit
  readonly head: RecordHead
  readonly files: readonly FiledShown[]
  readonly items: readonly FieldOption[]
  readonly form: FormState
  /** True where the minutes are published: filing more is a correction. */
  readonly isOut: boolean
}

/** What is filed with the minutes, for those who write them, and the form that files more (M12). */
export function FiledFilesPage(props: FilingProps): JSX.Element {
  const { visit, head, files, form, isOut } = props
  return (
    <RecordPage
      visit={visit}
      head={head}
      title="Filed with the minutes"
      lead="Statements that were read out and presentations that were shown. Whoever may read the minutes of an item may open its files."
      width="form"
      problems={form.problems}
    >
      {files.length === 0 ? (
        <EmptyState title="Nothing filed yet" text="Add below what was read out or shown at the meeting." />
      ) : (
        <Card title="Filed so far" id="filed">
          <FiledList files={files} forClerk below={(file) => (isOut ? undefined : <RemoveLink head={head} file={file} />)} />
          {isOut && <p>The minutes are published: what is filed with them stays. To take something off, withdraw the minutes first.</p>}
        </Card>
      )}
      <NewFiled {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={recordPaths.minutes(head.meeting)}>
          Back to the minutes
        </a>
      </p>
    </RecordPage>
  )
}

function RemoveLink({ head, file }: { readonly head: RecordHead; readonly file: FiledShown }): JSX.Element {
  return (
    <div class="gt-files__acts">
      <a class="govuk-link" href={recordPaths.removeFiled(head.meeting, file.id)}>
        Remove<span class="govuk-visually-hidden"> {file.title}</span>
      </a>
    </div>
  )
}

function NewFiled({ visit, head, form, items, isOut }: FilingProps): JSX.Element {
  const mustLook = form.error('looked') !== undefined || form.value('looked') !== ''
  const purposes = filedPurposes.map((value) => ({ value, text: purposeOffers[value] }))
  return (
    <Card title="File something" id="add">
      <form
        method="post"
        action={recordPaths.filedFiles(head.meeting)}
        enctype="multipart/form-data"
        novalidate
        data-sends-file={largestFile}
      >
        <CsrfField visit={visit} />
        <DrawnField form={form} field={{ kind: 'select', name: 'item', label: 'Item', none: 'Choose an item', options: items }} />
        <DrawnField form={form} field={{ kind: 'radios', name: 'purpose', label: 'What is it?', options: purposes }} />
        <DrawnField form={form} field={{ kind: 'line', name: 'title', label: 'Title', hint: 'As the minutes list it' }} />
        <DrawnField form={form} field={{ kind: 'line', name: 'givenBy', label: 'Who gave it?', hint: 'Name, and post or organisation' }} />
        <DrawnField
          form={form}
          field={{ kind: 'lines', name: 'alternativeText', label: 'What does the picture show?', hint: 'For pictures only', rows: 2 }}
        />
        {isOut && (
          <AreaField
            form={form}
            name="reason"
            label="Why is it filed now?"
            hint="The minutes are published: they are published again with it, and everybody can read the reason."
            rows={2}
          />
        )}
        {mustLook && (
          <DrawnField form={form} field={{ kind: 'tick', name: 'looked', label: 'I have looked: it may be read with what it hides' }} />
        )}
        <ChosenFile form={form} label="File" hint="PDF, Word, slides, a spreadsheet or a picture; 50 MB at most" />
        <Button text="File it" preventDoubleClick />
      </form>
    </Card>
  )
}

/** Asks before a file is taken off the minutes. */
export function RemoveFiledPage(props: {
  readonly visit: Visit
  readonly head: RecordHead
  readonly file: FiledShown
  readonly way: 'remove' | 'take-back' | 'stays'
  readonly form: FormState
}): JSX.Element {
  const { visit, head, file, way, form } = props
  const back = recordPaths.filedFiles(head.meeting)
  return (
    <RecordPage
      visit={visit}
      head={head}
      title={way === 'stays' ? 'This file stays' : 'Remove this file?'}
      width="form"
      problems={form.problems}
    >
      <FiledList files={[file]} forClerk />
      {way === 'stays' ? (
        <p>The minutes are published, and the file with them. To take it off, withdraw the minutes first.</p>
      ) : (
        <form method="post" action={recordPaths.removeFiled(head.meeting, file.id)} novalidate>
          <CsrfField visit={visit} />
          <p>
            {way === 'remove'
              ? 'It is no longer filed with the minutes and nobody can open it any more. A record that it was removed is kept.'
              : 'It was published with the minutes. Members and the public can no longer open it; clerk and chair still can, as evidence.'}
          </p>
          {way === 'take-back' && <AreaField form={form} name="reason" label="Why?" rows={3} />}
          <Button classes="govuk-button--warning" text={way === 'remove' ? 'Remove the file' : 'Take the file back'} preventDoubleClick />
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          {way === 'stays' ? 'Back to what is filed' : 'Keep it'}
        </a>
      </p>
    </RecordPage>
  )
}
