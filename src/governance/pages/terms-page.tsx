import type { JSX } from 'hono/jsx/jsx-runtime'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { type StatusMeaning, StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import {
  termsAdoptPath,
  termsCopyPath,
  termsExportPath,
  termsImportPath,
  termsPath,
  termsPrintedPath,
  termsVersionPath,
  termsWithdrawPath,
} from '../paths.ts'
import type { Body } from '../queries/bodies.ts'
import type { TermsVersion, TermsVersionSummary } from '../queries/terms.ts'
import { membershipDemands } from '../rules/terms/demands.ts'
import { procedureDemands } from '../rules/terms/demands-procedure.ts'
import type { Finding, Severity } from '../rules/terms/finding.ts'
import type { Rule, RuleStatus } from '../rules/terms/parts.ts'
import { type RuleName, ruleNames, type Terms } from '../rules/terms/terms.ts'
import { ruleTitles } from '../rules/terms/wording.ts'
import { labelOf, termsStateLabels, votingLabels } from '../words/labels.ts'
import { ruleStatusWords } from '../words/rules.ts'
import { BoardPage, ButtonLink, TextLink } from './board-page.tsx'

/** What the page of a board's terms shows. */
export interface TermsView {
  readonly body: Body
  /** Undefined where none are in force. */
  readonly shown: TermsVersion | undefined
  /** What the checker found in them, gravest first. */
  readonly findings: readonly Finding[]
  readonly versions: readonly TermsVersionSummary[]
  readonly keeps: boolean
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
          text="Without terms nobody can say how many must be present, or when papers are due. Bring them in from a portable document."
          action={keeps ? { text: 'Bring terms in', href: termsImportPath(body.slug) } : undefined}
        />
      )}
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
      {keeps && draft && <ButtonLink href={termsAdoptPath(slug, draft.number)} text="Adopt this draft" main />}
    </>
  )
}

function Rules({ view, shown }: { readonly view: TermsView; readonly shown: TermsVersion }): JSX.Element {
  const { terms, startsOn, endsOn, adoptedBy, adoptionAnswer, state } = shown
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
        {adoptedBy && `, adopted by ${adoptedBy.charAt(0).toLowerCase()}${adoptedBy.slice(1)}`}.
      </p>
      <Findings findings={view.findings} answer={adoptionAnswer} />
      <ul class="gt-verdicts">
        {ruleNames
          .filter((name) => name !== 'purpose')
          .map((name) => (
            <RuleItem terms={terms} name={name} />
          ))}
      </ul>
      <SeatsOf terms={terms} />
    </>
  )
}

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

const statusMeanings: Readonly<Record<RuleStatus, StatusMeaning>> = {
  stated: 'good',
  'not-stated': 'unknown',
  contradictory: 'warning',
  chosen: 'information',
}

/** What a rule of the terms demands, in sentences; none where it is not stated. */
function demandsOf(terms: Terms, name: RuleName): readonly string[] {
  const all: Readonly<Record<RuleName, (terms: Terms) => readonly string[]>> = { ...membershipDemands, ...procedureDemands }
  return all[name](terms)
}

function RuleItem({ terms, name }: { readonly terms: Terms; readonly name: RuleName }): JSX.Element {
  const rule: Rule<unknown> = terms[name] as Rule<unknown>
  const meaning = statusMeanings[rule.status]
  const demands = demandsOf(terms, name)
  return (
    <li class={`gt-verdict gt-verdict--${meaning}`} id={name}>
      <div class="gt-verdict__head">
        <h2 class="gt-verdict__title">{ruleTitles[name]}</h2>
        <StatusPill meaning={meaning}>{ruleStatusWords[rule.status]}</StatusPill>
      </div>
      <Demands demands={demands} />
      {rule.readings?.map(({ source, text }, index) => (
        <p class="gt-verdict__demands">
          <b>Reading {index + 1}:</b> {text} <span class="gt-verdict__source">{sourceWords(terms, source)}</span>
        </p>
      ))}
      {rule.chosenBy && <p class="gt-verdict__demands">Chosen by {rule.chosenBy}, where the source leaves it open.</p>}
      {rule.note && <p class="gt-verdict__demands">{rule.note}</p>}
      {rule.source && <p class="gt-verdict__source">{sourceWords(terms, rule.source)}</p>}
    </li>
  )
}

function Demands({ demands }: { readonly demands: readonly string[] }): JSX.Element {
  if (demands.length === 0) return <p class="gt-verdict__evidence gt-missing">The terms do not say.</p>
  if (demands.length === 1) return <p class="gt-verdict__evidence">{demands[0]}</p>
  return (
    <ul class="govuk-list govuk-list--bullet govuk-!-font-size-16">
      {demands.map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

function sourceWords(terms: Terms, { id, section }: { readonly id: string; readonly section?: string | undefined }): string {
  const title = terms.sources.find((source) => source.id === id)?.title ?? id
  return section === undefined ? title : `${title}, ${section}`
}

function SeatsOf({ terms }: { readonly terms: Terms }): JSX.Element | null {
  if (terms.seats.length === 0) return null
  const places = terms.seats.reduce((sum, seat) => sum + seat.places, 0)
  const rows = terms.seats.map(({ name, places: count, voting, organisation, sector, alternatives, capacity }) => ({
    cells: [
      name,
      String(count),
      labelOf(votingLabels, voting),
      organisation ?? sector ?? 'Not stated',
      [alternatives.length > 0 ? `Either ${alternatives.join(' or ')}` : '', capacity ?? ''].filter((words) => words !== '').join('. '),
    ],
  }))
  return (
    <Card id="seats" title="Seats" lead={`${places} ${places === 1 ? 'place' : 'places'} in ${terms.seats.length} seats.`} flush>
      <DataTable
        caption="The seats that the terms name"
        hideCaption
        narrow="stack"
        columns={[
          { heading: 'Seat' },
          { heading: 'Places', numeric: true },
          { heading: 'Takes part as' },
          { heading: 'Held by' },
          { heading: 'Who may hold it' },
        ]}
        rows={rows}
      />
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
