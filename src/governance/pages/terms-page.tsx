import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  adoptingDecisionPath,
  delegationsPath,
  termsAdoptPath,
  termsBeginPath,
  termsChangesPath,
  termsCopyPath,
  termsExportPath,
  termsGuidePath,
  termsImportPath,
  termsPath,
  termsPrintedPath,
  termsProposePath,
  termsVersionPath,
  termsWithdrawPath,
} from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { TermsVersion, TermsVersionSummary } from '../queries/terms.ts'
import type { Finding, Severity } from '../rules/terms/finding.ts'
import { labelOf, termsStateLabels } from '../words/labels.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'
import { TermsReview, type TermsReviewView } from './terms-review.tsx'
import { RuleGroups, TermsContents } from './terms-rules.tsx'

/** What the page of a board's terms shows. */
export interface TermsView {
  readonly body: Body
  /** Undefined where none are in force. */
  readonly shown: TermsVersion | undefined
  /** What the checker found in them, gravest first. */
  readonly findings: readonly Finding[]
  readonly versions: readonly TermsVersionSummary[]
  readonly keeps: boolean
  /** Undefined for a version that is not in force. */
  readonly review: TermsReviewView | undefined
  /** True for a version of its own address, false for the version in force. */
  readonly single: boolean
  /** Why an act did not happen; undefined when nothing went wrong. */
  readonly problem?: string | undefined
}

const stateMeanings: Readonly<Record<TermsVersionSummary['state'], StatusMeaning>> = {
  draft: 'draft',
  adopted: 'good',
  withdrawn: 'neutral',
}

/** The terms of reference of a board, rule by rule, in words, with where each stands and how sure it is. */
export function TermsPage({ visit, view }: { readonly visit: Visit; readonly view: TermsView }): JSX.Element {
  const { body, shown, keeps, single } = view
  const title = single && shown ? `Terms of reference, version ${shown.number}` : 'Terms of reference'
  const state = shown && <StatusPill meaning={stateMeanings[shown.state]}>{labelOf(termsStateLabels, shown.state)}</StatusPill>
  return (
    <BoardPage
      visit={visit}
      body={body}
      section="terms"
      title={title}
      lead={shown?.terms.purpose.value ?? undefined}
      crumbs={single ? [{ text: 'Terms of reference', href: termsPath(body.slug) }] : []}
      status={state}
      actions={<Acts visit={visit} view={view} />}
    >
      <p class="govuk-body">
        <TextLink href={delegationsPath(body.slug)} text="Who may decide what: the board itself, and whoever it has given something to" />
      </p>
      {view.problem && (
        <div class="govuk-inset-text" role="alert">
          {view.problem}
        </div>
      )}
      {shown ? (
        <Rules view={view} shown={shown} />
      ) : (
        <EmptyState
          title="No terms are in force"
          text="Without terms nobody can say how many must be present, or when papers are due. Write them in the guided form, or bring them in from a portable document."
          action={keeps ? { text: 'Bring terms in', href: termsImportPath(body.slug) } : undefined}
        />
      )}
      {view.review && <TermsReview view={view.review} />}
      <Versions view={view} />
    </BoardPage>
  )
}

function Acts({ visit, view: { body, shown, keeps } }: { readonly visit: Visit; readonly view: TermsView }): JSX.Element {
  const { slug } = body
  const draft = shown?.state === 'draft' ? shown : undefined
  return (
    <>
      {shown && <ButtonLink href={termsPrintedPath(slug, shown.number)} text="Download as PDF" />}
      {shown && <ButtonLink href={termsExportPath(slug, shown.number)} text="Portable form (JSON)" />}
      {keeps && !draft && <ButtonLink href={termsImportPath(slug)} text="Bring in a new version" />}
      {keeps && !shown && <PostButton visit={visit} action={termsBeginPath(slug)} text="Write them in the guided form" />}
      {keeps && draft && <ButtonLink href={termsChangesPath(slug, draft.number)} text="See what changes" />}
      {keeps && draft && <ButtonLink href={termsGuidePath(slug, draft.number)} text="Go through it in the guided form" />}
      {keeps && shown?.state === 'adopted' && (
        <PostButton visit={visit} action={termsCopyPath(slug)} text="Start a draft from this version" />
      )}
      {keeps && draft && (
        <PostButton
          visit={visit}
          action={termsWithdrawPath(slug, draft.number)}
          text="Withdraw this draft"
          fields={{ version: draft.version }}
        />
      )}
      {keeps && draft && <ButtonLink href={termsAdoptPath(slug, draft.number)} text="Adopt this draft" />}
      {keeps && draft && <ButtonLink href={termsProposePath(slug, draft.number)} text="Put it to a meeting" main />}
    </>
  )
}

function Rules({ view, shown }: { readonly view: TermsView; readonly shown: TermsVersion }): JSX.Element {
  const { terms, startsOn, endsOn, adoptedBy, adoptedDecision, adoptionAnswer, state } = shown
  return (
    <>
      <p>
        {state === 'adopted' ? 'In force from ' : 'Written for '}
        <DateText day={startsOn} weekday={false} />
        {endsOn && (
          <>
            {' '}
            until <DateText day={endsOn.subtract({ days: 1 })} weekday={false} />
          </>
        )}
        {adoptedBy && ', adopted by '}
        {adoptedDecision ? <TextLink href={adoptingDecisionPath(adoptedDecision)} text={adoptedBy} /> : lowered(adoptedBy)}.
      </p>
      <TermsContents terms={terms} findings={view.findings.length} />
      <Findings findings={view.findings} answer={adoptionAnswer} />
      <RuleGroups terms={terms} />
    </>
  )
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1)

const severityWords: Readonly<Record<Severity, readonly [string, StatusMeaning]>> = {
  impossible: ['Impossible', 'bad'],
  contradiction: ['Contradiction', 'warning'],
  gap: ['Gap', 'unknown'],
  question: ['Question', 'information'],
}

/** The findings of the checker, gravest first, and what was answered to them. */
export function Findings({ findings, answer }: { readonly findings: readonly Finding[]; readonly answer: string }): JSX.Element {
  const lead =
    findings.length === 1 ? 'The checker found one thing to ask about.' : `The checker found ${findings.length} things to ask about.`
  return (
    <Card
      id="findings"
      title="What the checker found"
      lead={findings.length === 0 ? 'Nothing contradictory, impossible or missing.' : lead}
    >
      {findings.length > 0 && (
        <ul class="gt-verdicts">
          {findings.map(({ severity, sentence, whatToDo }) => (
            <li class={`gt-verdict gt-verdict--${severityWords[severity][1]}`}>
              <p class="gt-verdict__evidence">
                <StatusPill meaning={severityWords[severity][1]}>{severityWords[severity][0]}</StatusPill> {sentence}
              </p>
              <p class="gt-verdict__advice">
                <b>What to do:</b> {whatToDo}
              </p>
            </li>
          ))}
        </ul>
      )}
      {answer && (
        <p>
          <b>What those who adopted these terms said:</b> {answer}
        </p>
      )}
    </Card>
  )
}

function Versions({ view: { body, versions, shown } }: { readonly view: TermsView }): JSX.Element | null {
  if (versions.length === 0) return null
  const rows = versions.map(({ number, state, startsOn, endsOn, adoptedBy }) => ({
    cells: [
      number === shown?.number ? (
        `Version ${number}, shown here`
      ) : (
        <TextLink href={termsVersionPath(body.slug, number)} text={`Version ${number}`} />
      ),
      <StatusPill meaning={stateMeanings[state]}>{labelOf(termsStateLabels, state)}</StatusPill>,
      <DateText day={startsOn} weekday={false} />,
      endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end',
      adoptedBy,
    ],
  }))
  const columns = ['Version', 'State', 'From', 'Until', 'Adopted by'].map((heading) => ({ heading }))
  return (
    <Card id="versions" title="Versions" flush>
      <DataTable caption="Every version, the newest first" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}
