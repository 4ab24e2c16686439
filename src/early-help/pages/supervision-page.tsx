import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, supervisionPaths } from '../paths.ts'
import type { AbsenceLine, SessionHeld, Supervising, SupervisionLine } from '../queries/supervision.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { mayIn } from '../rules/access.ts'
import { supervisionWords } from '../words/supervision.ts'
import { hubNavigation } from './hub-frame.tsx'

/** How supervision stands, as a status. */
export const Standing = ({ line }: { readonly line: Pick<SupervisionLine, 'state'> }): JSX.Element => (
  <StatusPill meaning={supervisionWords[line.state][0]}>{supervisionWords[line.state][1]}</StatusPill>
)
/** By which day the next session is due, in words. */
export const dueWords = ({ state, dueOn }: Pick<SupervisionLine, 'state' | 'dueOn'>): string =>
  dueOn
    ? dayInWords(dueOn)
    : state === 'away'
      ? 'Not before they are back'
      : state === 'in-time'
        ? 'Not before the next absence ends'
        : 'Not due'
const lastWords = ({ lastOn }: SupervisionLine): string => (lastOn ? dayInWords(lastOn) : 'None yet')

/** Supervision: one's own, those whom one supervises, and the sessions in which one took part (E8). */
export function SupervisionPage(props: {
  readonly visit: Visit
  readonly ties: CaseworkTies
  readonly lines: readonly SupervisionLine[]
  readonly mySupervising: readonly Supervising[]
  readonly sessions: readonly SessionHeld[]
  readonly absences: readonly AbsenceLine[]
}): JSX.Element {
  const { visit, ties, lines, mySupervising, sessions, absences } = props
  const mine = lines.filter(({ isMine }) => isMine)
  return (
    <Page visit={visit} title="Supervision" breadcrumbs={[{ text: 'Families', href: familyPaths.list() }]} width="workspace">
      <PageHead
        title="Supervision"
        lead="When it is due, and what was recorded. What is about a practitioner stays with the two who met; what was decided of a family stands in its record."
      />
      {hubNavigation(visit, ties.relations)}
      {(mayIn(ties.relations, 'supervision', 'compliance') || mayIn(ties.relations, 'supervision', 'keep')) && (
        <p class="govuk-body">
          <a class="govuk-link" href={supervisionPaths.agency()}>
            How agencies stand, their standards, and who supervises whom
          </a>
        </p>
      )}
      {ties.relations.has('practitioner') && (
        <Card title="Your own" id="mine">
          {mine.length === 0 && <p class="govuk-body">Nobody supervises you, and you lead no family: nothing is due.</p>}
          {mine.map((line) => (
            <Own line={line} many={mine.length > 1} />
          ))}
        </Card>
      )}
      {mySupervising.length > 0 && (
        <Card title="You supervise" id="people" flush>
          <People lines={lines.filter(({ isSupervised }) => isSupervised)} supervising={mySupervising} />
        </Card>
      )}
      {sessions.length > 0 && (
        <Card title="Sessions" id="sessions" flush>
          <DataTable
            caption="Sessions in which you took part, the latest first"
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Day' }, { heading: 'Practitioner' }, { heading: 'Supervisor' }, { heading: 'Agency' }]}
            rows={sessions.map(({ id, heldOn, workerName, supervisorName, organisationName }) => ({
              cells: [
                <a class="govuk-link" href={supervisionPaths.session(id)}>
                  {dayInWords(heldOn)}
                  <span class="govuk-visually-hidden">{`, ${workerName}`}</span>
                </a>,
                workerName,
                supervisorName,
                organisationName,
              ],
            }))}
          />
        </Card>
      )}
      {ties.relations.has('practitioner') && <Absences absences={absences} />}
    </Page>
  )
}

function Own({ line, many }: { readonly line: SupervisionLine; readonly many: boolean }): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        <Standing line={line} />
      </p>
      <KeyFacts
        facts={[
          ...(many ? [{ label: 'For', value: line.organisationName }] : []),
          {
            label: 'Supervised by',
            value: line.supervisors.length === 0 ? 'Nobody: ask the lead of your agency’s practice' : line.supervisors.join(', '),
          },
          { label: 'Last session', value: lastWords(line) },
          { label: 'Next is due by', value: dueWords(line) },
        ]}
      />
    </>
  )
}

function People({
  lines,
  supervising,
}: {
  readonly lines: readonly SupervisionLine[]
  readonly supervising: readonly Supervising[]
}): JSX.Element {
  return (
    <DataTable
      caption="Whom you supervise, and when the next session is due"
      hideCaption
      narrow="stack"
      columns={[
        { heading: 'Practitioner' },
        { heading: 'How it stands' },
        { heading: 'Last' },
        { heading: 'Due by' },
        { heading: 'Record', hiddenHeading: true },
      ]}
      rows={supervising.map((tie) => {
        const line = lines.find(({ worker, organisation }) => worker === tie.worker && organisation === tie.organisation)
        return {
          cells: [
            <>
              {tie.workerName}
              <br />
              <span class="govuk-!-font-size-16">{tie.organisationName}</span>
            </>,
            line ? <Standing line={line} /> : 'Begins later',
            line ? lastWords(line) : 'None yet',
            line ? dueWords(line) : 'Not due',
            line ? (
              <a class="govuk-link" href={supervisionPaths.newSession(tie.id)}>
                Record a session<span class="govuk-visually-hidden">{` with ${tie.workerName}`}</span>
              </a>
            ) : (
              ''
            ),
          ],
        }
      })}
    />
  )
}

/** Who is away, by days; why stands nowhere. */
function Absences({ absences }: { readonly absences: readonly AbsenceLine[] }): JSX.Element {
  return (
    <Card
      title="Away"
      id="away"
      flush={absences.length > 0}
      link={{ text: 'Say that somebody is away', href: supervisionPaths.newAbsence() }}
      lead="Days away stop the clock. Why somebody is away is not written here."
    >
      {absences.length === 0 ? (
        <p class="govuk-body">Nobody you may ask about is away.</p>
      ) : (
        <DataTable
          caption="Who is away now or later"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Who' }, { heading: 'From' }, { heading: 'First day back' }, { heading: 'Change', hiddenHeading: true }]}
          rows={absences.map(({ id, name, startsOn, endsOn }) => ({
            cells: [
              name,
              dayInWords(startsOn),
              endsOn ? dayInWords(endsOn) : 'Not known yet',
              <a class="govuk-link" href={supervisionPaths.endAbsence(id)}>
                Say the first day back<span class="govuk-visually-hidden">{` of ${name}`}</span>
              </a>,
            ],
          }))}
        />
      )}
    </Card>
  )
}
