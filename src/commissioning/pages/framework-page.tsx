import type { JSX } from 'hono/jsx/jsx-runtime'
import { delegationPath, delegationsPath } from '#governance/paths.ts'
import type { DelegationRecord } from '#governance/public-data.ts'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { servicePaths, strategyPaths } from '../paths.ts'
import type { Edition, FrameworkCase, Stage, StandardCheck } from '../queries/frameworks.ts'
import type { LedRecord } from '../queries/led-records.ts'
import { latestChecks, stageOf } from '../rules/framework.ts'
import { metWords, phaseWords } from '../words/framework.ts'
import { pounds } from '../words/pence.ts'
import type { BoardName } from './crumbs.ts'
import { NowAt } from './gate-now.tsx'
import { LedPage } from './led-page.tsx'

/** A framework with its versions, cases and checks. */
export interface FrameworkPageProps {
  readonly visit: Visit
  readonly board: BoardName
  readonly record: LedRecord
  readonly editions: readonly Edition[]
  readonly cases: readonly FrameworkCase[]
  readonly checks: readonly StandardCheck[]
  /** Titles of services and strategies by id, as far as one may see them. */
  readonly titles: ReadonlyMap<string, string>
  readonly scheme: readonly DelegationRecord[]
  readonly may: ReadonlySet<'change' | 'show'>
  /** Stages whose gates one may sign. */
  readonly signs: ReadonlySet<string>
}

/** The stages with their gates, what goes through them, the standards, and who may decide what (C1). */
export function FrameworkPage(props: FrameworkPageProps): JSX.Element {
  const { visit, board, record, editions, may } = props
  const written = editions.find(({ adoptedOn }) => adoptedOn === undefined)
  const holding = editions.findLast(({ adoptedOn }) => adoptedOn !== undefined)
  const isWritten = written !== undefined || editions.length === 0
  const acts = [
    ['edit', 'Change its name or lead'],
    ...(isWritten
      ? ([
          ['stages', 'Add a stage'],
          ['standards', 'Add a standard'],
        ] as const)
      : [['editions', 'Begin another version'] as const]),
    ...(written ? [['adopt', `Adopt version ${written.number}`] as const] : []),
    ...(holding ? ([['cases', 'Begin a case']] as const) : []),
    ...(holding && holding.standards.length > 0 ? [['checks', 'Check a service by a standard'] as const] : []),
  ] as const
  return (
    <LedPage visit={visit} board={board} record={record} lead="Analyse, plan, do, review: each stage ends at a gate." may={may} acts={acts}>
      {editions.length === 0 && <p class="govuk-body">No stage is written yet.</p>}
      {editions.toReversed().map((edition) =>
        edition === (holding ?? written) ? (
          <Card title={editionTitle(edition)} id="stages">
            <Stages {...props} edition={edition} />
          </Card>
        ) : (
          <Fold title={editionTitle(edition)} note={edition.why}>
            <Stages {...props} edition={edition} />
          </Fold>
        ),
      )}
      <Cases {...props} />
      <Standards {...props} />
      <Delegations {...props} />
    </LedPage>
  )
}

const editionTitle = ({ number, adoptedOn }: Edition): string =>
  adoptedOn ? `Version ${number}, adopted on ${dayInWords(adoptedOn)}` : `Version ${number}, being written`

function Stages({ board, scheme, edition }: FrameworkPageProps & { readonly edition: Edition }): JSX.Element {
  return (
    <DataTable
      caption={`Stages of version ${edition.number}`}
      narrow="stack"
      columns={[
        { heading: 'Stage' },
        { heading: 'Phase' },
        { heading: 'Begins when' },
        { heading: 'Signed off by' },
        { heading: 'Template' },
      ]}
      rows={edition.stages.map((stage) => ({
        cells: [
          `${stage.position}. ${stage.name}`,
          phaseWords[stage.phase],
          stage.entry === '' ? 'The stage before is signed off' : stage.entry,
          <Gate stage={stage} scheme={scheme} slug={board.slug} />,
          stage.templateAt === '' ? (
            stage.template || 'None'
          ) : (
            <a class="govuk-link" href={stage.templateAt}>
              {stage.template || 'Template'}
            </a>
          ),
        ],
      }))}
    />
  )
}

function Gate({
  stage,
  scheme,
  slug,
}: {
  readonly stage: Stage
  readonly scheme: readonly DelegationRecord[]
  readonly slug: string
}): JSX.Element {
  const delegation = scheme.find(({ id }) => id === stage.delegation)
  return (
    <>
      {stage.gate}
      {stage.delegation === undefined ? ', by a decision of the board' : ', under '}
      {stage.delegation !== undefined && (
        <a class="govuk-link" href={delegationPath(slug, stage.delegation)}>
          {delegation?.functionName ?? 'a delegation'}
        </a>
      )}
      {delegation !== undefined && delegation.state !== 'in-force' && delegation.state !== 'coming' && (
        <>
          {' '}
          <StatusPill meaning="warning">
            {delegation.state === 'rests-on-nothing' ? 'Rests on nothing: the terms no longer name it' : 'No longer in force'}
          </StatusPill>
        </>
      )}
    </>
  )
}

function Cases({ record, editions, cases, titles, may, signs }: FrameworkPageProps): JSX.Element {
  return (
    <Card title="What goes through it" id="cases" flush={cases.length > 0}>
      {cases.length === 0 ? (
        <p class="govuk-body">Nothing goes through it yet.</p>
      ) : (
        <DataTable
          caption="What goes through it"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'Case' }, { heading: 'Of' }, { heading: 'Begun' }, { heading: 'Signed off' }, { heading: 'Now at' }]}
          rows={cases.map((one) => {
            const edition = editions.find(({ id }) => id === one.edition)
            const stage = stageOf(edition?.stages ?? [], one.passed)
            return {
              cells: [
                one.title,
                <CaseOf of={one} titles={titles} />,
                `${dayInWords(one.begunOn)}, under version ${edition?.number ?? '?'}`,
                one.passed
                  .map(
                    ({ stage: id, passedOn, signedBy }) =>
                      `${edition?.stages.find((s) => s.id === id)?.name}: ${dayInWords(passedOn)}, ${signedBy}`,
                  )
                  .join('; ') || 'Nothing yet',
                <NowAt record={record} of={one} stage={stage} mayChange={may.has('change')} maySign={signs.has(stage?.id ?? '')} />,
              ],
            }
          })}
        />
      )}
    </Card>
  )
}

function CaseOf({ of, titles }: { readonly of: FrameworkCase; readonly titles: ReadonlyMap<string, string> }): JSX.Element {
  const id = of.service ?? of.strategy
  if (id === undefined) return <>Nothing named</>
  return (
    <a class="govuk-link" href={of.service ? servicePaths.service(id) : strategyPaths.strategy(id)}>
      {titles.get(id) ?? (of.service ? 'A service' : 'A strategy')}
    </a>
  )
}

function Standards({ editions, checks, titles }: FrameworkPageProps): JSX.Element {
  const standards = editions.flatMap((edition) => edition.standards)
  const latest = latestChecks(checks)
  const held = (editions.findLast(({ adoptedOn }) => adoptedOn !== undefined) ?? editions.at(-1))?.standards ?? []
  return (
    <Card title="Standards, and how services stand" id="standards">
      {held.length === 0 ? (
        <p class="govuk-body">No standard is written yet.</p>
      ) : (
        <DataTable
          caption="The standards"
          narrow="stack"
          columns={[
            { heading: 'Standard' },
            { heading: 'What it asks' },
            { heading: 'Met', numeric: true },
            { heading: 'Partly', numeric: true },
            { heading: 'Not met', numeric: true },
          ]}
          rows={held.map(({ id, position, name, asks }) => {
            const own = latest.filter(({ standard }) => standard === id)
            return {
              cells: [
                `${position}. ${name}`,
                asks,
                ...(['yes', 'partly', 'no'] as const).map((met) => String(own.filter((one) => one.met === met).length)),
              ],
            }
          })}
        />
      )}
      {latest.length > 0 && (
        <DataTable
          caption="The latest checks"
          narrow="stack"
          columns={[
            { heading: 'Service' },
            { heading: 'Standard' },
            { heading: 'How it stands' },
            { heading: 'Evidence' },
            { heading: 'Checked' },
          ]}
          rows={latest.map(({ service, standard, met, evidence, checkedOn }) => ({
            cells: [
              <a class="govuk-link" href={servicePaths.service(service)}>
                {titles.get(service) ?? 'A service'}
              </a>,
              standards.find(({ id }) => id === standard)?.name ?? '',
              <StatusPill meaning={metWords[met].meaning}>{metWords[met].word}</StatusPill>,
              evidence,
              dayInWords(checkedOn),
            ],
          }))}
        />
      )}
    </Card>
  )
}

/** Which decisions others may take: the board's own scheme, read and not copied (G14). */
function Delegations({ board, scheme }: FrameworkPageProps): JSX.Element {
  const inForce = scheme.filter(({ state }) => state === 'in-force')
  return (
    <Card
      title="What a locality, a school or a cluster may decide"
      id="delegations"
      link={{ text: 'The whole scheme', href: delegationsPath(board.slug) }}
    >
      {inForce.length === 0 ? (
        <p class="govuk-body">Nothing is delegated today: the board decides itself.</p>
      ) : (
        <DataTable
          caption="What others may decide today"
          hideCaption
          narrow="stack"
          columns={[
            { heading: 'Function' },
            { heading: 'Who' },
            { heading: 'Up to', numeric: true },
            { heading: 'On which terms' },
            { heading: 'Until' },
          ]}
          rows={inForce.map(({ id, functionName, to, limit, conditions, endsOn }) => ({
            cells: [
              <a class="govuk-link" href={delegationPath(board.slug, id)}>
                {functionName}
              </a>,
              to.name,
              limit === undefined ? 'No sum named' : pounds(BigInt(limit)),
              conditions === '' ? 'None' : conditions,
              endsOn === undefined ? 'Until it is revoked' : dayInWords(endsOn.subtract({ days: 1 })),
            ],
          }))}
        />
      )}
    </Card>
  )
}
