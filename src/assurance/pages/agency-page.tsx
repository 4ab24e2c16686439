import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { auditPaths } from '../paths.ts'
import type { Round, RoundAgency } from '../queries/audits.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'
import { ResultsTable } from './results-table.tsx'

/** What one agency answered, and what its moderator made of it. */
export interface AgencyPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly round: Round
  readonly agency: RoundAgency
  readonly before: RoundAgency | undefined
  /** Whether whoever looks may see its answers, gives them, moderates them, keeps the round. */
  readonly sees: boolean
  readonly seesOwn: boolean
  readonly answers: boolean
  readonly moderates: boolean
  readonly keeps: boolean
}

/** One agency of a round: it alone sees its answers until they are handed in. */
export function AgencyPage({
  visit,
  board,
  round,
  agency,
  before,
  sees,
  seesOwn,
  answers,
  moderates,
  keeps,
}: AgencyPageProps): JSX.Element {
  const to = (step: 'answer' | 'moderate' | 'people') => auditPaths.agencyStep(round.id, agency.organisation, step)
  const canAnswer = answers && round.state === 'open' && agency.submittedOn === undefined
  const missing = agency.results.filter(({ self }) => self === undefined).length
  return (
    <Page
      visit={visit}
      title={agency.name}
      width="workspace"
      breadcrumbs={crumbsOf(
        board,
        { text: 'Audits', href: auditPaths.audits(board.slug) },
        { text: round.title, href: auditPaths.round(round.id) },
      )}
    >
      <PageHead title={agency.name} caption={round.title} />
      {boardNavigation(board.slug, 'assurance')}
      <KeyFacts
        facts={[
          { label: 'Last day for answers', value: dayInWords(round.dueOn) },
          { label: 'Handed in', value: agency.submittedOn && dayInWords(agency.submittedOn) },
          ...(keeps || answers ? [{ label: 'Answers for it', value: agency.leadName || undefined }] : []),
          ...(keeps || answers ? [{ label: 'Moderates', value: agency.moderatorName || undefined }] : []),
        ]}
      />
      <div class="govuk-button-group">
        {canAnswer && (
          <a class="govuk-button" href={to('answer')}>
            Answer the standards
          </a>
        )}
        {canAnswer && (
          <PostButton
            visit={visit}
            action={auditPaths.agencyStep(round.id, agency.organisation, 'hand-in')}
            text={missing === 0 ? 'Hand in' : `Hand in with ${missing} unanswered`}
            fields={{ version: agency.version }}
          />
        )}
        {moderates && round.state === 'moderation' && (
          <a class="govuk-button" href={to('moderate')}>
            Moderate the answers
          </a>
        )}
        {keeps && round.state !== 'reported' && (
          <a class="govuk-link" href={to('people')}>
            Change who answers and who moderates
          </a>
        )}
      </div>
      <Card title="Standards" id="standards" flush={sees}>
        {sees ? (
          <ResultsTable round={round} agency={agency} before={before} withOwn={seesOwn} />
        ) : (
          <p class="gt-missing">Only the agency sees its answers until it hands them in.</p>
        )}
      </Card>
    </Page>
  )
}
