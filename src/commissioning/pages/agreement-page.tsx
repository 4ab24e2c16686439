import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { agreementChangePaths, agreementPaths } from '../paths.ts'
import type { GrantYear, NamedReportRule, ReportMade } from '../queries/agreement-change.ts'
import type { Chapter } from '../queries/agreement-parts.ts'
import type { Agreement } from '../queries/agreements.ts'
import type { GrantSaving } from '../queries/grant-savings.ts'
import { type LegalField, missingInWriting } from '../rules/agreement.ts'
import type { ReportOwed } from '../rules/agreement-change.ts'
import { sightWords } from '../words/commissioned-service.ts'
import { GrantTaper, ReportsOwed } from './agreement-grant-parts.tsx'
import { Chapters, InWriting, Parties, type ScopedService, ScopeTable } from './agreement-parts.tsx'
import { AgreementStatePill, termInWords } from './agreements-page.tsx'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { GrantSavings } from './grant-savings-parts.tsx'

/** One agreement. */
export interface AgreementPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly agreement: Agreement
  readonly fields: readonly LegalField[]
  readonly texts: ReadonlyMap<string, string>
  readonly chapters: readonly Chapter[]
  readonly scope: readonly ScopedService[]
  /** Of a grant. */
  readonly years: readonly GrantYear[]
  /** What the years of a grant are expected to save. */
  readonly savings: readonly GrantSaving[]
  readonly owed: readonly ReportOwed<NamedReportRule>[]
  readonly made: readonly ReportMade[]
  readonly may: ReadonlySet<'change' | 'show'>
}

/** An agreement with its parties, what its law demands in writing, its chapters and its scope (C4). */
export function AgreementPage(props: AgreementPageProps): JSX.Element {
  const { visit, board, agreement, fields, texts, chapters, scope, may } = props
  return (
    <Page
      visit={visit}
      title={agreement.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Agreements', href: agreementPaths.ofBoard(board.slug) })}
    >
      <PageHead title={agreement.title} caption={`${agreement.basisName} of ${board.name}`} lead={agreement.summary} />
      {boardNavigation(board.slug, 'commissioning')}
      <Facts agreement={agreement} missing={missingInWriting(fields, texts).length} />
      <Acts agreement={agreement} may={may} />
      <p class="govuk-body gt-actions">
        <a class="govuk-link" href={agreementChangePaths.step(agreement.id, 'history')}>
          How it changed, and how it was on a day
        </a>{' '}
        <a class="govuk-link" href={agreementChangePaths.pdf(agreement.id)}>
          As PDF
        </a>
      </p>
      <Card title="Parties and signatures" id="parties" flush={agreement.parties.length > 0}>
        <Parties agreement={agreement} mayChange={may.has('change')} />
      </Card>
      {fields.length > 0 && (
        <Card title="What it says in writing" id="in-writing">
          <InWriting fields={fields} texts={texts} />
        </Card>
      )}
      {agreement.kind === 'grant' && (
        <Card title="The grant, year by year" id="grant">
          <GrantTaper agreement={agreement.id} years={props.years} mayChange={may.has('change')} />
          <GrantSavings agreement={agreement.id} years={props.years} savings={props.savings} mayChange={may.has('change')} />
        </Card>
      )}
      {props.owed.length > 0 && (
        <Card
          title="Reports that its law asks for"
          id="reports"
          flush
          lead={`${[...new Set(props.owed.map(({ rule }) => rule.source))].join('. ')}.`}
        >
          <ReportsOwed agreement={agreement.id} owed={props.owed} made={props.made} today={visit.today} mayChange={may.has('change')} />
        </Card>
      )}
      <Card title="Service chapters" id="chapters">
        <Chapters agreement={agreement.id} chapters={chapters} mayChange={may.has('change')} />
      </Card>
      <Card title="Services in and out of scope" id="scope" flush={scope.length > 0}>
        {scope.length === 0 ? (
          <p class="govuk-body">It names no service yet.</p>
        ) : (
          <Fold title={scope.length === 1 ? 'One service' : `${scope.length} services`} open={scope.length < 6}>
            <ScopeTable scope={scope} chapters={chapters} />
          </Fold>
        )}
      </Card>
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('agreement', agreement.id)}>
          The golden thread of this agreement
        </a>
      </p>
    </Page>
  )
}

function Facts({ agreement, missing }: { readonly agreement: Agreement; readonly missing: number }): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: 'How it stands', value: <AgreementStatePill agreement={agreement} /> },
        ...(agreement.reference === '' ? [] : [{ label: 'Reference', value: agreement.reference }]),
        { label: 'Rests on', value: agreement.basisSource === '' ? 'No law of its own' : agreement.basisSource },
        { label: 'Term', value: termInWords(agreement) },
        { label: 'Host', value: agreement.hostName },
        { label: 'Pool manager', value: agreement.managerName === '' ? 'None named' : agreement.managerName },
        { label: 'Next review', value: agreement.reviewOn === undefined ? 'Not settled' : dayInWords(agreement.reviewOn) },
        {
          label: 'Consultation',
          value:
            agreement.consultedOn === undefined ? 'None recorded' : `Ended ${dayInWords(agreement.consultedOn)}. ${agreement.consultation}`,
        },
        ...(agreement.endedOn === undefined
          ? []
          : [{ label: 'Ended early', value: `${dayInWords(agreement.endedOn)}. ${agreement.endedBecause}` }]),
        ...(missing === 0 ? [] : [{ label: 'Missing in writing', value: `${missing} of what the law demands: see below` }]),
        ...(agreement.sight === 'public' ? [] : [{ label: 'Who may see it', value: sightWords[agreement.sight] }]),
      ]}
    />
  )
}

function Acts({ agreement, may }: Pick<AgreementPageProps, 'agreement' | 'may'>): JSX.Element {
  const acts = [
    ['edit', 'Change this agreement'],
    ['words', 'Write what the law demands'],
    ['parties', 'Add a party'],
    ['chapters', 'Add a chapter'],
    ['scope', 'Say what is in its scope'],
    ...(agreement.endedOn === undefined ? [['end', 'End it early'] as const] : []),
  ] as const
  return (
    <>
      {may.size > 0 && (
        <p class="govuk-body gt-actions">
          {may.has('change') &&
            acts.map(([step, text]) => (
              <>
                <a class="govuk-link" href={agreementPaths.step(agreement.id, step)}>
                  {text}
                </a>{' '}
              </>
            ))}
          {may.has('show') && agreement.sight !== 'public' && (
            <a class="govuk-link" href={agreementPaths.step(agreement.id, 'show')}>
              Show this agreement
            </a>
          )}
        </p>
      )}
    </>
  )
}
