import type { JSX } from 'hono/jsx/jsx-runtime'
import { boardNavigation } from '#governance/board-navigation.tsx'
import { threadAddress } from '#platform/thread/part.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { auditPaths } from '../paths.ts'
import type { Round, RoundAgency } from '../queries/audits.ts'
import { countCompliance, countingScore, movementOf, type StandardResult } from '../rules/audit.ts'
import { roundStateWords, scoreWords } from '../words/audit.ts'
import { sightWords } from '../words/recommendation.ts'
import { type BoardName, crumbsOf } from './crumbs.ts'

/** A round with everything that whoever looks may see of it. */
export interface RoundPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly round: Round
  /** The round that it repeats, as far as whoever looks may see it; undefined for none. */
  readonly before: Round | undefined
  readonly mayKeep: boolean
  /** Organisations whose answers whoever looks gives, or whose actions they keep. */
  readonly own: ReadonlySet<string>
  /** Agencies for whose actions the reader can say what will be done. */
  readonly acts: ReadonlySet<string>
}

/** A round from its preparation to its report. */
export function RoundPage(props: RoundPageProps): JSX.Element {
  const { visit, board, round, before, mayKeep } = props
  const { word, meaning } = roundStateWords[round.state]
  return (
    <Page
      visit={visit}
      title={round.title}
      width="workspace"
      breadcrumbs={crumbsOf(board, { text: 'Audits', href: auditPaths.audits(board.slug) })}
    >
      <PageHead title={round.title} caption="Audit round" status={<StatusPill meaning={meaning}>{word}</StatusPill>} />
      {boardNavigation(board.slug, 'assurance')}
      {round.takenBackReason !== '' && <div class="govuk-inset-text">Taken back from the public: {round.takenBackReason}</div>}
      <Facts round={round} before={before} mayKeep={mayKeep} />
      {mayKeep && <Steps visit={visit} round={round} />}
      {round.summary !== '' && (
        <Card title="What it shows" id="summary">
          <TypedWords words={round.summary} />
        </Card>
      )}
      {round.state === 'reported' && <Standards round={round} before={before} />}
      <Agencies {...props} />
      {round.state === 'reported' && <Actions {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={threadAddress('audit-round', round.id)}>
          Its golden thread
        </a>
      </p>
    </Page>
  )
}

function Facts({ round, before, mayKeep }: Pick<RoundPageProps, 'round' | 'before' | 'mayKeep'>): JSX.Element {
  const { toolkit, agencies } = round
  const handedIn = agencies.filter(({ submittedOn }) => submittedOn !== undefined).length
  return (
    <KeyFacts
      facts={[
        { label: 'Toolkit', value: `${toolkit.title}, version ${toolkit.number}: ${toolkit.standards.length} standards` },
        { label: 'Fully compliant from', value: scoreWords(toolkit.scores, round.passMark) },
        { label: 'Opens', value: dayInWords(round.opensOn) },
        { label: 'Last day for answers', value: dayInWords(round.dueOn) },
        { label: 'Handed in', value: agencies.length === 0 ? 'No agency was chosen yet' : `${handedIn} of ${agencies.length} agencies` },
        ...(round.reportedOn ? [{ label: 'Reported', value: dayInWords(round.reportedOn) }] : []),
        ...(before
          ? [
              {
                label: 'Compared with',
                value: (
                  <>
                    <a class="govuk-link" href={auditPaths.round(before.id)}>
                      {before.title}
                    </a>
                    {before.toolkit.id === toolkit.id
                      ? ', the same toolkit'
                      : `, version ${before.toolkit.number} of the toolkit: standards of the same name are compared`}
                  </>
                ),
              },
            ]
          : []),
        ...(mayKeep ? [{ label: 'Seen by', value: sightWords[round.sight] }] : []),
      ]}
    />
  )
}

function Steps({ visit, round }: Pick<RoundPageProps, 'visit' | 'round'>): JSX.Element {
  const link = (step: 'agencies' | 'report' | 'show' | 'take-back', text: string) => (
    <a class="govuk-link" href={auditPaths.roundStep(round.id, step)}>
      {text}
    </a>
  )
  const button = (step: 'open' | 'chase' | 'moderation', text: string, look: 'primary' | 'secondary' = 'secondary') => (
    <PostButton visit={visit} action={auditPaths.roundStep(round.id, step)} text={text} look={look} fields={{ version: round.version }} />
  )
  return (
    <div class="govuk-button-group">
      {round.state === 'draft' && round.agencies.length > 0 && button('open', 'Open it and invite the agencies', 'primary')}
      {round.state === 'draft' && link('agencies', 'Choose the agencies')}
      {round.state === 'open' && button('chase', 'Remind those who have not handed in')}
      {round.state === 'open' && button('moderation', 'End the time for answers')}
      {round.state === 'moderation' && link('report', 'Report it to the board')}
      {round.state === 'reported' && round.sight !== 'public' && link('show', 'Show the report to everybody')}
      {round.sight === 'public' && link('take-back', 'Take back from the public')}
    </div>
  )
}

/** Results of one standard over all agencies, and how they moved. */
function Standards({ round, before }: Pick<RoundPageProps, 'round' | 'before'>): JSX.Element {
  const scoreBefore = (organisation: string, standard: string) =>
    countingScore(
      before?.agencies.find((one) => one.organisation === organisation)?.results.find((one) => one.standard === standard) ?? {
        self: undefined,
        moderated: undefined,
      },
    )
  const results = round.agencies.flatMap((agency) => agency.results.map((result) => ({ ...result, organisation: agency.organisation })))
  const all = countCompliance(results, round.passMark)
  return (
    <Card
      title="Standard by standard"
      id="standards"
      flush
      lead={`${results.length} answers were asked for: ${all.met} met, ${all.notFully} not fully, ${all.missing} missing${all.unmoderated > 0 ? `; ${all.unmoderated} of those with a score were not moderated` : ''}.`}
    >
      <DataTable
        caption="Results by standard"
        hideCaption
        narrow="stack"
        columns={[
          ...[
            { heading: 'Standard' },
            { heading: 'Met', numeric: true },
            { heading: 'Not fully', numeric: true },
            { heading: 'No answer', numeric: true },
          ],
          ...(before ? [{ heading: 'Since the round before' }] : []),
        ]}
        rows={round.toolkit.standards.map(({ key, title }) => {
          const own = results.filter(({ standard }) => standard === key)
          const counts = countCompliance(own, round.passMark)
          const moves = own.map((one) => movementOf(scoreBefore(one.organisation, key), countingScore(one)))
          const moved = (wanted: string) => moves.filter((one) => one === wanted).length
          return {
            cells: [
              title,
              String(counts.met),
              String(counts.notFully),
              String(counts.missing),
              ...(before
                ? [
                    `${moved('better')} better, ${moved('same')} the same, ${moved('worse')} worse, ${moved('not-comparable')} not comparable`,
                  ]
                : []),
            ],
          }
        })}
      />
    </Card>
  )
}

function Agencies({ round, mayKeep, own }: RoundPageProps): JSX.Element {
  const rows = round.agencies.map((agency) => {
    const isOpen = round.state === 'reported' || mayKeep || own.has(agency.organisation)
    return {
      cells: [
        isOpen ? (
          <a class="govuk-link" href={auditPaths.agency(round.id, agency.organisation)}>
            {agency.name}
          </a>
        ) : (
          agency.name
        ),
        progressOf(round, agency),
        ...(round.state === 'reported' ? [resultOf(round, agency.results)] : []),
        ...(mayKeep ? [agency.leadName || 'Nobody is named', agency.moderatorName || 'Nobody is named'] : []),
      ],
    }
  })
  return (
    <Card title="Agencies" id="agencies" flush={rows.length > 0}>
      {rows.length === 0 ? (
        <p class="gt-missing">No agency was chosen yet.</p>
      ) : (
        <DataTable
          caption="Agencies"
          hideCaption
          narrow="stack"
          columns={[
            ...[{ heading: 'Agency' }, { heading: 'Answer' }],
            ...(round.state === 'reported' ? [{ heading: 'Result' }] : []),
            ...(mayKeep ? [{ heading: 'Answers' }, { heading: 'Moderates' }] : []),
          ]}
          rows={rows}
        />
      )}
    </Card>
  )
}

function progressOf({ state, dueOn }: Round, { submittedOn, invitedOn, remindedOn }: RoundAgency): string {
  if (submittedOn) return `Handed in ${dayInWords(submittedOn)}${Temporal.PlainDate.compare(submittedOn, dueOn) > 0 ? ', late' : ''}`
  if (state === 'moderation' || state === 'reported') return 'Did not hand in'
  if (remindedOn) return `Reminded ${dayInWords(remindedOn)}`
  return invitedOn ? `Invited ${dayInWords(invitedOn)}` : 'Not invited yet'
}

function resultOf({ passMark }: Round, results: readonly StandardResult[]): string {
  const { met, notFully, missing } = countCompliance(results, passMark)
  return `${met} met, ${notFully} not fully, ${missing} missing`
}

function Actions({ round, acts }: RoundPageProps): JSX.Element {
  const names = new Map(round.agencies.map(({ organisation, name }) => [organisation, name]))
  const titles = new Map(round.toolkit.standards.map(({ key, title }) => [key, title]))
  return (
    <Card title="Actions" id="actions" flush={round.actions.length > 0} lead="One for each standard that an agency does not fully meet.">
      {round.actions.length === 0 ? (
        <p class="gt-missing">Every standard that was answered is met.</p>
      ) : (
        <DataTable
          caption="Actions"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Agency and standard' },
            { heading: 'What will be done' },
            { heading: 'By when' },
            { heading: 'How it stands' },
          ]}
          rows={round.actions.map((action) => {
            const title = `${names.get(action.organisation) ?? ''}: ${titles.get(action.standard) ?? ''}`
            return {
              cells: [
                acts.has(action.organisation) ? (
                  <a class="govuk-link" href={auditPaths.action(round.id, action.id)}>
                    {title}
                  </a>
                ) : (
                  title
                ),
                action.text === '' ? 'The agency has not said yet' : `${action.text}${action.lead === '' ? '' : ` (${action.lead})`}`,
                action.dueOn ? dayInWords(action.dueOn) : 'To be agreed',
                action.doneOn
                  ? `Done ${dayInWords(action.doneOn)}`
                  : action.because === 'self'
                    ? 'Open; by its own score, not moderated'
                    : 'Open',
              ],
            }
          })}
        />
      )}
    </Card>
  )
}
