import type { JSX } from 'hono/jsx/jsx-runtime'
import { disputesPath, interestsPath, protocolsPath, sharingPath } from '#governance/paths.ts'
import { dayInWords } from '#platform/time/words.ts'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { type VerdictProps, Verdicts } from '#platform/web/components/verdict.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { arrangementPaths, meetingPaths, partTwoPaths, recordPaths } from '../paths.ts'
import type { ComplianceFinding } from '../rules/compliance.ts'
import type { ComplianceState } from '../rules/compliance-finding.ts'
import { complianceStates, type EvidencePage, findingWords } from '../words/compliance.ts'
import { BoardRecordPage, FoldOut } from './record-page.tsx'

/** A finding with what the rule demands and where it is written. */
export interface DescribedFinding {
  readonly finding: ComplianceFinding
  readonly title: string
  readonly demands: string
  readonly source: string | undefined
  readonly meetings: readonly { readonly id: string; readonly heldOn: Temporal.PlainDate }[]
}

/** What the page of compliance shows. */
export interface CompliancePageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  /** Undefined where no terms are in force. */
  readonly findings: readonly DescribedFinding[] | undefined
  /** Titles of the rules about which the terms say nothing. */
  readonly silent: readonly string[]
}

const states: readonly ComplianceState[] = ['broken', 'at-risk', 'met', 'not-testable']

/** How a board keeps its own rules: each rule with its evidence and what to do next. */
export function CompliancePage({ visit, board, findings, silent }: CompliancePageProps): JSX.Element {
  const lead = 'Each rule of the terms in force, over the meetings of the last twelve months and those ahead.'
  return (
    <BoardRecordPage visit={visit} board={board} section="compliance" title="How the board keeps its rules" lead={lead}>
      {findings === undefined ? (
        <EmptyState
          title="No terms of reference are in force"
          text="Rules can be checked once the terms of reference are adopted."
          action={{ text: 'Terms of reference', href: recordPaths.boardTerms(board.slug) }}
        />
      ) : (
        <Findings board={board} findings={findings} silent={silent} />
      )}
      <p>
        <a class="govuk-link" href={arrangementPaths.compliance}>
          How all boards keep their rules
        </a>
      </p>
    </BoardRecordPage>
  )
}

function Findings({
  board,
  findings,
  silent,
}: {
  readonly board: { readonly slug: string }
  readonly findings: readonly DescribedFinding[]
  readonly silent: readonly string[]
}): JSX.Element {
  const tested = findings.filter(({ finding }) => finding.code !== 'by-a-person')
  const byPerson = findings.filter(({ finding }) => finding.code === 'by-a-person')
  return (
    <>
      <p>
        {states.map((state) => (
          <>
            <StatusPill
              meaning={complianceStates[state].meaning}
            >{`${complianceStates[state].word}: ${tested.filter(({ finding }) => finding.state === state).length}`}</StatusPill>{' '}
          </>
        ))}
      </p>
      {states.map((state) => {
        const group = tested.filter(({ finding }) => finding.state === state)
        if (group.length === 0) return null
        return (
          <section aria-labelledby={`state-${state}`}>
            <h2 class="govuk-heading-m" id={`state-${state}`}>
              {complianceStates[state].word}
            </h2>
            <Verdicts verdicts={group.map((one) => verdictOf(one, board.slug))} />
          </section>
        )
      })}
      {byPerson.length > 0 && (
        <FoldOut summary={`${byPerson.length} rules that no record can prove or disprove`}>
          <p>A person reads these.</p>
          <ul>
            {byPerson.map(({ title, demands }) => (
              <li>
                <strong>{title}:</strong> {demands}
              </li>
            ))}
          </ul>
        </FoldOut>
      )}
      {silent.length > 0 && (
        <section aria-labelledby="silent">
          <h2 class="govuk-heading-m" id="silent">
            The terms say nothing about
          </h2>
          <ul class="gt-name-list">
            {silent.map((title) => (
              <li>{title}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function verdictOf({ finding, title, demands, source, meetings }: DescribedFinding, slug: string): VerdictProps {
  const { evidence, next, page, word } = findingWords(finding)
  const state = complianceStates[finding.state]
  return {
    title,
    meaning: state.meaning,
    word: word ?? state.word,
    demands,
    source,
    evidence: (
      <>
        {evidence} <EvidenceLinks slug={slug} page={page} meetings={meetings} />
      </>
    ),
    advice: next,
  }
}

/** Evidence that stands at each meeting. */
const meetingPages = {
  attendance: { href: (id: string) => recordPaths.attendance(id), word: 'Attendance' },
  minutes: { href: (id: string) => recordPaths.minutes(id), word: 'Minutes' },
  notice: { href: meetingPaths.notice, word: 'Notice' },
  agenda: { href: meetingPaths.meeting, word: 'Agenda' },
  copies: { href: partTwoPaths.copies, word: 'Copies' },
} as const

const boardPages: Readonly<
  Record<Exclude<EvidencePage, keyof typeof meetingPages>, { readonly href: (slug: string) => string; readonly text: string }>
> = {
  register: { href: recordPaths.register, text: 'The attendance register' },
  members: { href: recordPaths.boardMembers, text: 'The members' },
  terms: { href: recordPaths.boardTerms, text: 'The terms of reference' },
  meetings: { href: recordPaths.boardMeetings, text: 'The meetings' },
  plan: { href: meetingPaths.plan, text: 'The forward plan' },
  interests: { href: interestsPath, text: 'The register of interests' },
  reports: { href: protocolsPath, text: 'Protocols and reports' },
  disputes: { href: disputesPath, text: 'The disputes' },
  yearly: { href: recordPaths.boardDuties, text: 'What the board owes every year' },
  sharing: { href: sharingPath, text: 'The sharing agreements' },
}

function isMeetingPage(page: EvidencePage): page is keyof typeof meetingPages {
  return Object.hasOwn(meetingPages, page)
}

/** Links to the pages on which the evidence of a finding stands. */
export function EvidenceLinks({
  slug,
  page,
  meetings,
}: {
  readonly slug: string
  readonly page: EvidencePage | undefined
  readonly meetings: DescribedFinding['meetings']
}): JSX.Element {
  if (page === undefined) return <span></span>
  if (!isMeetingPage(page)) {
    const { href, text } = boardPages[page]
    return (
      <a class="govuk-link" href={href(slug)}>
        {text}
      </a>
    )
  }
  const { href: hrefOf, word } = meetingPages[page]
  return (
    <span>
      {meetings.length > 0 && `${word}: `}
      {meetings.map(({ id, heldOn }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={hrefOf(id)}>
            {dayInWords(heldOn)}
          </a>
        </>
      ))}
    </span>
  )
}
