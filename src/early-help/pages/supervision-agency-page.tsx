import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, supervisionPaths } from '../paths.ts'
import type { Supervising, SupervisionLine, SupervisionStandard } from '../queries/supervision.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { supervisionStates } from '../rules/supervision.ts'
import { supervisionPartWords, supervisionWords } from '../words/supervision.ts'
import { hubNavigation } from './hub-frame.tsx'
import { dueWords, Standing } from './supervision-page.tsx'

/** An agency whose practice somebody leads, or whose standards they keep. */
export interface SupervisedAgency {
  readonly id: string
  readonly name: string
  /** True where its numbers are for whoever looks. */
  readonly isLed: boolean
}

/** How agencies stand: counts by state, and the names alone of those for whom somebody must act; standards by date; who supervises whom (E8). */
export function SupervisionAgencyPage(props: {
  readonly visit: Visit
  readonly ties: CaseworkTies
  readonly agencies: readonly SupervisedAgency[]
  readonly lines: readonly SupervisionLine[]
  readonly supervising: readonly Supervising[]
  readonly standards: readonly SupervisionStandard[]
}): JSX.Element {
  const { visit, ties, agencies, lines, supervising, standards } = props
  const title = 'Supervision of agencies'
  const crumbs = [
    { text: 'Families', href: familyPaths.list() },
    { text: 'Supervision', href: supervisionPaths.home() },
  ]
  return (
    <Page visit={visit} title={title} breadcrumbs={crumbs} width="workspace">
      <PageHead
        title={title}
        lead="Counts, and the names of those for whom somebody must act now. What is said in a session is read by the two who met, and by nobody here."
      />
      {hubNavigation(visit, ties.relations)}
      <div class="govuk-button-group">
        <a class="govuk-button" href={supervisionPaths.newTie()}>
          Say who supervises whom
        </a>
        <a class="govuk-button govuk-button--secondary" href={supervisionPaths.newStandard()}>
          Set a standard
        </a>
      </div>
      {agencies.length === 0 && <p class="govuk-body">No agency has a standard yet, and nobody is supervised.</p>}
      {agencies.map((agency) => (
        <>
          <h2 class="govuk-heading-l">{agency.name}</h2>
          {agency.isLed && (
            <Compliance agency={agency} lines={lines.filter(({ isLed, organisation }) => isLed && organisation === agency.id)} />
          )}
          <Standards agency={agency} today={visit.today} standards={standards.filter(({ organisation }) => organisation === agency.id)} />
          <Ties agency={agency} supervising={supervising.filter(({ organisation }) => organisation === agency.id)} />
        </>
      ))}
    </Page>
  )
}

function Compliance({ agency, lines }: { readonly agency: SupervisedAgency; readonly lines: readonly SupervisionLine[] }): JSX.Element {
  const unsupervised = lines.filter(({ supervisors }) => supervisors.length === 0)
  const toAct = lines.filter((line) => line.state === 'overdue' || line.supervisors.length === 0)
  const stands = `${lines.length === 1 ? 'One practitioner leads families or is supervised' : `${lines.length} practitioners lead families or are supervised`}; ${unsupervised.length === 0 ? 'each has a supervisor' : `${unsupervised.length} without a supervisor`}`
  if (lines.length === 0) {
    return (
      <Card title="How it stands today" id={`stands-${agency.id}`}>
        <p class="govuk-body">Nobody of this agency leads a family or is supervised.</p>
      </Card>
    )
  }
  return (
    <>
      <Card title="How it stands today" id={`stands-${agency.id}`} lead={`${stands}.`} flush>
        <DataTable
          caption={`How supervision stands in ${agency.name}`}
          hideCaption
          columns={[{ heading: 'How it stands' }, { heading: 'Practitioners', numeric: true }]}
          rows={supervisionStates.map((state) => ({
            cells: [supervisionWords[state][1], String(lines.filter((line) => line.state === state).length)],
          }))}
        />
      </Card>
      {toAct.length > 0 && (
        <Card title="Here somebody must act" id={`act-${agency.id}`} flush>
          <DataTable
            caption={`Where somebody must act in ${agency.name}`}
            hideCaption
            narrow="stack"
            columns={[{ heading: 'Practitioner' }, { heading: 'How it stands' }, { heading: 'Due by' }, { heading: 'Supervised by' }]}
            rows={toAct.map((line) => ({
              cells: [
                line.workerName,
                <Standing line={line} />,
                dueWords(line),
                line.supervisors.length === 0 ? 'Nobody' : line.supervisors.join(', '),
              ],
            }))}
          />
        </Card>
      )}
    </>
  )
}

/** A number of days as people say it: 'every 4 weeks', 'every 30 days'. */
export const everyWords = (days: number): string => (days % 7 === 0 ? `Every ${days / 7} weeks` : `Every ${days} days`)

function Standards(props: {
  readonly agency: SupervisedAgency
  readonly standards: readonly SupervisionStandard[]
  readonly today: Temporal.PlainDate
}): JSX.Element {
  const { agency, standards, today } = props
  const current = standards.find(({ startsOn }) => Temporal.PlainDate.compare(startsOn, today) <= 0)
  const others = standards.filter((one) => one !== current)
  return (
    <Card title="Standard" id={`standard-${agency.id}`}>
      {current ? (
        <StandardFacts standard={current} />
      ) : (
        <p class="govuk-body">None holds today: nothing is due or overdue until one is set.</p>
      )}
      {others.map((one) => (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{`The standard from ${dayInWords(one.startsOn)}`}</span>
          </summary>
          <div class="govuk-details__text">
            <StandardFacts standard={one} />
          </div>
        </details>
      ))}
    </Card>
  )
}

function StandardFacts({ standard }: { readonly standard: SupervisionStandard }): JSX.Element {
  const { everyDays, soonDays, monthsInPost, courseName, mustHold, source, startsOn, setBy } = standard
  const months = monthsInPost === 0 ? 'Anybody with a post in the agency' : `Anybody ${monthsInPost} months in post in the agency`
  return (
    <KeyFacts
      facts={[
        { label: 'How often', value: `${everyWords(everyDays)}; shown as due soon ${soonDays} days before` },
        { label: 'Who may supervise', value: courseName === null ? months : `${months}, who attended ‘${courseName}’` },
        {
          label: 'A record holds',
          value: mustHold.length === 0 ? 'What the two find right' : mustHold.map((part) => supervisionPartWords[part]).join('; '),
        },
        { label: 'From', value: dayInWords(startsOn) },
        { label: 'Source', value: setBy === '' ? source : `${source}. Set by ${setBy}` },
      ]}
    />
  )
}

function Ties({ agency, supervising }: { readonly agency: SupervisedAgency; readonly supervising: readonly Supervising[] }): JSX.Element {
  return (
    <Card title="Who supervises whom" id={`ties-${agency.id}`} flush={supervising.length > 0}>
      {supervising.length === 0 ? (
        <p class="govuk-body">Nobody yet.</p>
      ) : (
        <DataTable
          caption={`Who supervises whom for ${agency.name}`}
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Practitioner' },
            { heading: 'Supervised by' },
            { heading: 'From' },
            { heading: 'End', hiddenHeading: true },
          ]}
          rows={supervising.map(({ id, workerName, supervisorName, startsOn, endsOn }) => ({
            cells: [
              workerName,
              supervisorName,
              dayInWords(startsOn),
              endsOn ? (
                `Ends ${dayInWords(endsOn)}`
              ) : (
                <a class="govuk-link" href={supervisionPaths.endTie(id)}>
                  End<span class="govuk-visually-hidden">{` the supervision of ${workerName} by ${supervisorName}`}</span>
                </a>
              ),
            ],
          }))}
        />
      )}
    </Card>
  )
}
