import type { JSX } from 'hono/jsx/jsx-runtime'
import { instantInWords } from '#platform/time/words.ts'
import { CsrfField, VersionField } from '#platform/web/components/csrf-field.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StaleFields } from '#platform/web/components/stale-fields.tsx'
import type { FormBody } from '#platform/web/form-body.ts'
import { emptyForm, type FormState } from '#platform/web/forms.ts'
import { Button, InsetText } from '#platform/web/govuk/components.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import type { OpenPart } from '../commands/assessment-part.ts'
import { nameOf, partValues } from '../forms/assessment-part.ts'
import { assessmentPaths, familyPaths } from '../paths.ts'
import type { SavedPart } from '../queries/assessments.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { KnownSources } from '../queries/known.ts'
import type { Answer, FormPart } from '../rules/assessment-form.ts'
import { AssessmentFields } from './assessment-fields.tsx'

/** A part of an assessment as it is filled in. */
export interface PartPageProps extends OpenPart {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly answers: readonly Answer[]
  readonly known: KnownSources
  readonly saved: SavedPart | undefined
  /** What one typed and did not save; undefined where there is nothing of that kind. */
  readonly draft: { readonly fields: FormBody; readonly seenVersion: number; readonly savedAt: Temporal.Instant } | undefined
  /** What was just posted and not taken; undefined where the page is opened. */
  readonly typed?: FormState | undefined
  /** True where somebody else saved first what was just posted. */
  readonly isStale?: boolean | undefined
}

/** One part of the form on a page of its own; it works without a script, and with one keeps on the server what is typed. */
export function PartPage(props: PartPageProps): JSX.Element {
  const { visit, family, assessment, definition, part, saved, draft } = props
  const form = props.typed ?? emptyForm(draft?.fields ?? partValues(part, props.answers))
  const home = assessmentPaths.one(family.id, assessment.id)
  const here = assessmentPaths.part(family.id, assessment.id, part.code)
  const isStale = props.isStale === true || (draft !== undefined && draft.seenVersion !== (saved?.version ?? 0))
  return (
    <Page
      visit={visit}
      title={part.title}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: family.label, href: familyPaths.family(family.id) },
        { text: 'Assessment', href: home },
      ]}
      width="form"
      problems={form.problems}
      scripts={['fill.js']}
    >
      {isStale && <StaleFields fields={differences(part, props.answers, form)} />}
      <PageHead
        title={part.title}
        caption={`${family.label}, ${assessment.number}. Part ${part.position} of ${definition.parts.length}`}
        lead={part.hint === '' ? undefined : part.hint}
      />
      {saved && <p class="govuk-body-s">{`Saved by ${saved.savedBy}, ${instantInWords(saved.savedAt)}.`}</p>}
      {draft && !props.typed && (
        <>
          <InsetText text={`You typed this until ${instantInWords(draft.savedAt)} and have not saved it. Nobody else sees it.`} />
          <PostButton visit={visit} action={`${here}/discard`} text={saved ? 'Take what is saved instead' : 'Throw away what I typed'} />
        </>
      )}
      <form method="post" action={here} novalidate data-autosave={`${here}/draft`}>
        <CsrfField visit={visit} />
        <VersionField version={saved?.version ?? 0} />
        <AssessmentFields part={part} form={form} answers={props.answers} known={props.known} episode={family.id} />
        <p class="govuk-body-s gt-saved" role="status" data-saved></p>
        <div class="govuk-button-group">
          <Button text="Save and go on" preventDoubleClick />
          <a class="govuk-link" href={home}>
            Back to the assessment
          </a>
        </div>
      </form>
    </Page>
  )
}

function differences(part: FormPart, answers: readonly Answer[], form: FormState) {
  const saved = emptyForm(partValues(part, answers))
  const words = (state: FormState, line: FormPart['lines'][number], row: number): string => {
    const name = nameOf(line, row)
    if (line.kind === 'day' || line.kind === 'partial-day')
      return ['day', 'month', 'year']
        .map((one) => state.value(`${name}-${one}`))
        .filter(Boolean)
        .join(' ')
    return state
      .values(name)
      .map((value) => line.options.find(([code]) => code === value)?.[1] ?? value)
      .join(', ')
  }
  return part.lines
    .filter(({ kind }) => kind !== 'record' && kind !== 'repeat')
    .flatMap((line) => {
      const rows = line.inside === undefined ? [0] : Array.from({ length: 40 }, (_, at) => at + 1)
      return rows.map((row) => ({
        label: row === 0 ? line.label : `Entry ${row}: ${line.label}`,
        theirs: words(saved, line, row),
        yours: words(form, line, row),
      }))
    })
}

/** What whoever may not save any more is told: what they typed is theirs, and nothing of the family is shown. */
export function ClosedToYouPage({
  visit,
  typed,
  back,
}: {
  readonly visit: Visit
  readonly typed: readonly string[]
  readonly back: string
}): JSX.Element {
  return (
    <Page visit={visit} title="This is not open to you any more" width="form">
      <PageHead title="This is not open to you any more" />
      <p class="govuk-body">
        The family withdrew its agreement, your part in it ended, or somebody else completed this. Nothing of what you sent was saved, and
        nothing of the family is shown here.
      </p>
      <p class="govuk-body">
        If somebody may be in danger, tell your manager or the co-ordinator of the locality now: that needs no agreement.
      </p>
      {typed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you typed</h2>
          <p class="govuk-body">It stands on this page alone. Copy it if it must not be lost, and keep it safe.</p>
          {typed.map((words) => (
            <div class="govuk-inset-text gt-typed" dir="auto">
              {words}
            </div>
          ))}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          Go to families
        </a>
      </p>
    </Page>
  )
}
