import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Change } from '#platform/paper/diff.ts'
import { ChangeList } from '#platform/paper/diff-list.tsx'
import type { Paper } from '#platform/paper/tree.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { EditorScript, KeptField, keepWhileTyping, MarkdownAdvice } from '#platform/web/components/rich-textarea.tsx'
import { DrawnField, type FieldSpec, optionsOf } from '#platform/web/form-page/form-fields.tsx'
import { StaleNotice } from '#platform/web/form-page/form-page.tsx'
import type { FormBody, FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import { type AgendaItem, titleOf } from '../queries/agenda.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { PaperRecord, PaperVersion } from '../queries/papers.ts'
import { budgetFacts, budgetKinds, type ReportFields, type ReportPart, reportFacts, reportParts } from '../rules/report.ts'
import { budgetHints, budgetKindWords, budgetWords, factWords, partHints, partWords } from '../words/paper.ts'
import { KeptNotice } from './kept-notice.tsx'
import { PaperArticle } from './paper-article.tsx'

/** A paper while it is written. */
export interface PaperEditProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  readonly item: AgendaItem
  readonly paper: PaperRecord
  readonly draft: PaperVersion
  /** What is saved now, as the form would show it. */
  readonly saved: FormBody
  readonly form: FormState
  readonly stale: boolean
  /** What differs between the saved text and the typed one; undefined where nothing is stale. */
  readonly changes: readonly Change[] | undefined
  /** How often unsaved words were kept, and when those were that the form shows; undefined where it shows what is saved. */
  readonly kept: { readonly revision: number; readonly at: Temporal.Instant | undefined }
  /** What was typed, as it would be shown; undefined until asked. */
  readonly preview:
    | { readonly title: string; readonly fields: ReportFields; readonly tree: Paper; readonly notices: readonly string[] }
    | undefined
}

const part = (name: ReportPart, rows = 4): FieldSpec => ({ kind: 'lines', name, label: partWords[name], hint: partHints[name], rows })

const before: readonly FieldSpec[] = [part('summary'), part('recommendations')]
const bodyField: FieldSpec = { kind: 'rich', name: 'body', label: 'Text' }
const after = reportParts.filter((name) => name !== 'summary' && name !== 'recommendations')

const budgetFields: readonly FieldSpec[] = budgetFacts.map((name) => {
  const hint = budgetHints[name]
  if (name === 'budgetKind') return { kind: 'radios', name, label: budgetWords[name], options: optionsOf(budgetKindWords, budgetKinds) }
  return { kind: name === 'budgetSum' ? 'short' : 'line', name, label: budgetWords[name], hint }
})

/** The sections behind the text; those of an item that commits money ask for its budget before what else is to be said of money. */
function sectionsAfter(asksBudget: boolean): readonly FieldSpec[] {
  return after.flatMap((name) => [...(name === 'financial' && asksBudget ? budgetFields : []), part(name, 3)])
}

/** Writing a paper in the browser: the template's fields, the text, a preview that the server draws. */
export function PaperEditPage(props: PaperEditProps): JSX.Element {
  const { visit, board, meeting, item, paper, draft, form, preview } = props
  const facts = reportFacts.map((name): FieldSpec => ({ kind: 'line', name, label: factWords[name] }))
  const asksBudget = item.content?.commitsMoney === true || budgetFacts.some((name) => form.value(name) !== '')
  const sections = sectionsAfter(asksBudget)
  const groups = [{ fields: [{ kind: 'line', name: 'title', label: 'Title' } as FieldSpec, ...facts, ...before, ...sections] }]
  return (
    <Page
      visit={visit}
      title={`Write: ${paper.title}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
        { text: paper.title, href: meetingPaths.paper(paper.id) },
      ]}
      width="form"
      problems={form.problems}
    >
      {props.stale && <StaleNotice shape={{ groups, first: props.saved }} form={form} more={props.changes?.length !== 0} />}
      {props.changes && (
        <Card title="What differs in the text" id="differs" lead="From the saved text to yours.">
          <ChangeList changes={props.changes} />
        </Card>
      )}
      <PageHead
        title="Write the paper"
        caption={`Item ${item.number}: ${titleOf(item)}`}
        lead={
          asksBudget
            ? 'Leave empty what does not apply: empty sections are not printed. The item commits money: it needs its budget information before it can be cleared.'
            : 'Leave empty what does not apply: empty sections are not printed.'
        }
      />
      {props.kept.at && <KeptNotice visit={visit} at={props.kept.at} drop={meetingPaths.typedPaper(paper.id, 'drop')} />}
      {preview && <Preview preview={preview} />}
      <form
        method="post"
        action={meetingPaths.paperStep(paper.id, 'edit')}
        novalidate
        {...keepWhileTyping(visit, meetingPaths.typedPaper(paper.id, 'keep'))}
      >
        <CsrfField visit={visit} />
        <KeptField revision={props.kept.revision} />
        <VersionField version={draft.version} />
        {draft.number > 1 && (
          <DrawnField
            field={{ kind: 'lines', name: 'reason', label: 'Why is it corrected?', hint: 'Published with the new version', rows: 2 }}
            form={form}
          />
        )}
        <DrawnField field={{ kind: 'line', name: 'title', label: 'Title' }} form={form} />
        {facts.map((field) => (
          <DrawnField field={field} form={form} />
        ))}
        {before.map((field) => (
          <DrawnField field={field} form={form} />
        ))}
        <DrawnField field={bodyField} form={form} />
        <MarkdownAdvice />
        {sections.map((field) => (
          <DrawnField field={field} form={form} />
        ))}
        <div class="govuk-button-group">
          <button type="submit" class="govuk-button" data-module="govuk-button">
            Save
          </button>
          <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="preview">
            Preview
          </button>
          <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="files">
            Save and go to files
          </button>
          <a class="govuk-link" href={meetingPaths.paper(paper.id)}>
            Cancel
          </a>
        </div>
      </form>
      <EditorScript />
    </Page>
  )
}

function Preview({ preview }: { readonly preview: NonNullable<PaperEditProps['preview']> }): JSX.Element {
  return (
    <Card title="Preview" id="preview" lead="Not saved yet. The form with everything you typed stands below.">
      {preview.notices.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {preview.notices.map((notice) => (
            <li>{notice}</li>
          ))}
        </ul>
      )}
      <PaperArticle title={preview.title} fields={preview.fields} tree={preview.tree} prefix="preview-" />
    </Card>
  )
}
