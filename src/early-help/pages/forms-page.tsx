import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, formPaths } from '../paths.ts'
import type { FormVersionLine } from '../queries/forms.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { definitionProblems, type FormDefinition, type FormLine } from '../rules/assessment-form.ts'
import { kindWords } from '../words/assessment.ts'
import { classWords } from '../words/casework.ts'
import { hubNavigation } from './hub-frame.tsx'

interface Common {
  readonly visit: Visit
  readonly relations: CaseworkTies['relations']
  readonly mayKeep: boolean
}

/** The versions of the form of assessments, the latest first. */
export function FormsPage({
  visit,
  relations,
  mayKeep,
  versions,
}: Common & { readonly versions: readonly FormVersionLine[] }): JSX.Element {
  return (
    <Page visit={visit} title="The form of assessments" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="The form of assessments"
        lead="What an assessment asks, in versions. A published version never changes: what was made by it reads as it was made, whatever comes later."
      />
      {hubNavigation(visit, relations)}
      <Card title="Versions" id="versions" flush>
        <DataTable
          caption="Versions of the form"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Version' }, { heading: 'From' }]}
          rows={versions.map(({ id, number, startsOn }) => ({
            cells: [
              <a class="govuk-link" href={formPaths.one(id)}>{`Version ${number}`}</a>,
              startsOn ? dayInWords(startsOn) : <StatusPill meaning="draft">Draft</StatusPill>,
            ],
          }))}
        />
      </Card>
      {mayKeep && versions.every(({ startsOn }) => startsOn) && (
        <PostButton visit={visit} action={formPaths.list()} text="Copy the latest version into a draft" look="primary" />
      )}
    </Page>
  )
}

/** One version: every part with its questions in order, who may read it, and while it is a draft what can be changed. */
export function FormVersionPage({ visit, mayKeep, definition }: Common & { readonly definition: FormDefinition }): JSX.Element {
  const isDraft = definition.startsOn === undefined
  const words = mayKeep && isDraft
  const problems = isDraft ? definitionProblems(definition) : []
  const title = `Version ${definition.number} of the form`
  return (
    <Page
      visit={visit}
      title={title}
      breadcrumbs={[
        { text: 'Families', href: familyPaths.list() },
        { text: 'The form of assessments', href: formPaths.list() },
      ]}
      width="workspace"
    >
      <PageHead title={title} caption={definition.name} />
      <p class="govuk-body">
        {definition.startsOn ? (
          <StatusPill meaning="good">{`In use from ${dayInWords(definition.startsOn)}`}</StatusPill>
        ) : (
          <StatusPill meaning="draft">Draft</StatusPill>
        )}
      </p>
      <p class="govuk-body">
        {'Empty, to print: '}
        <a class="govuk-link" href={formPaths.paper(definition.id, 'paper')}>
          as PDF
        </a>
        {', '}
        <a class="govuk-link" href={formPaths.paper(definition.id, 'large')}>
          in large print
        </a>
      </p>
      {problems.map((problem) => (
        <p class="govuk-body">{`${problem}.`}</p>
      ))}
      {words && (
        <p class="govuk-body">
          <a class="govuk-button" href={formPaths.publish(definition.id)}>
            Publish this draft
          </a>
        </p>
      )}
      <section class="gt-card gt-card--flush" aria-label="Parts of the form">
        {definition.parts.map((part, at) => (
          <Fold title={part.title} note={classWords[part.class]} open={at === 0}>
            {part.hint !== '' && <p class="govuk-body">{part.hint}</p>}
            <Lines definition={definition} lines={part.lines} words={words} visit={visit} />
            {words && (
              <a class="govuk-link" href={formPaths.add(definition.id, part.code)}>
                Add a question<span class="govuk-visually-hidden"> to {part.title}</span>
              </a>
            )}
          </Fold>
        ))}
      </section>
      {words && (
        <Fold title="Throw this draft away">
          <p class="govuk-body">Nothing was made by it yet. The published versions stay.</p>
          <PostButton visit={visit} action={formPaths.discard(definition.id)} text="Throw it away" look="warning" />
        </Fold>
      )}
    </Page>
  )
}

function Lines({
  definition,
  lines,
  words,
  visit,
}: {
  readonly definition: FormDefinition
  readonly lines: readonly FormLine[]
  readonly words: boolean
  readonly visit: Visit
}): JSX.Element {
  const after = (line: FormLine): string => {
    const on = lines.find(({ field }) => field === line.shownIf)
    return on
      ? `Only after “${on.options
          .filter(([code]) => line.shownCodes.includes(code))
          .map(([, said]) => said)
          .join('” or “')}” to: ${on.label}`
      : ''
  }
  return (
    <ol class="govuk-list govuk-list--number govuk-list--spaced">
      {lines.map((line) => (
        <li>
          {line.label}
          {line.isNeeded && (
            <>
              {' '}
              <StatusPill meaning="information">Needed</StatusPill>
            </>
          )}
          <br />
          <span class="gt-muted">
            {[
              line.inside ? 'A column of the list above' : '',
              kindWords[line.kind],
              line.kind.startsWith('choice') ? line.options.map(([, said]) => said).join(' / ') : '',
              line.hint,
              after(line),
            ]
              .filter((one) => one !== '')
              .join('. ')}
          </span>
          {words && (
            <div class="gt-line-acts">
              <a class="govuk-link" href={formPaths.line(definition.id, line.field)}>
                Change the words<span class="govuk-visually-hidden"> of {line.label}</span>
              </a>
              <PostButton
                visit={visit}
                action={formPaths.act(definition.id, line.field, 'raise')}
                text="Move up"
                about={line.label}
                look="link"
              />
              <PostButton
                visit={visit}
                action={formPaths.act(definition.id, line.field, 'retire')}
                text="Ask no more"
                about={line.label}
                look="link"
              />
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
