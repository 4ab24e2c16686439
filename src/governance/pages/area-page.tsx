import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { DayForm } from '#platform/web/components/day-form.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { type KeyFact, KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { areaPath, areasPath, changeAreaPath, endAreaRelationPath, newAreaRelationPath, takeBackAreaRelationPath } from '../area-paths.ts'
import { boardPath, boardsPath, membersPath, organisationPath, personPath } from '../paths.ts'
import type { AreaOfficer, SeatedOrganisation, ServingBody } from '../queries/area-bodies.ts'
import type { AreaLineTakenBack } from '../queries/area-lines.ts'
import type { Area, AreaLine, AreaRecord } from '../queries/areas.ts'
import { reachWords } from '../words/areas.ts'
import { labelOf, officeLabels } from '../words/labels.ts'
import { ButtonLink, Joined, TextLink } from './board-page.tsx'

/** What the page of an area shows. */
export interface AreaView {
  readonly area: AreaRecord
  readonly onDay: Temporal.PlainDate
  readonly form: FormState
  /** How areas lie to one another on that day, and the areas by id. */
  readonly lines: readonly AreaLine[]
  readonly areas: ReadonlyMap<string, Area>
  /** Boards that serve it, what it lies in, its parts, and what overlaps it. */
  readonly boards: Readonly<Record<keyof typeof reachWords, readonly ServingBody[]>>
  /** With seats on the boards that serve it. */
  readonly organisations: readonly SeatedOrganisation[]
  readonly officers: readonly AreaOfficer[]
  /** What was said by mistake of how it lies to others. */
  readonly takenBack: readonly AreaLineTakenBack[]
  readonly keeps: boolean
}

/** One area as it is, or was on a day: what lies around it, the boards for it, and who sits there (G1). */
export function AreaPage({ visit, view }: { readonly visit: Visit; readonly view: AreaView }): JSX.Element {
  const { area, onDay, form, keeps } = view
  const { id, name, kindLabel } = area
  const isToday = onDay.equals(visit.today)
  const when = isToday ? 'today' : `on ${dayInWords(onDay)}`
  return (
    <Page
      visit={visit}
      title={name}
      breadcrumbs={[
        { text: 'Boards', href: boardsPath },
        { text: 'Areas', href: areasPath },
      ]}
      width="workspace"
      problems={form.problems}
      description={`The boards for ${name}, and who sits on them.`}
    >
      <PageHead
        title={name}
        caption={kindLabel}
        lead={isToday ? undefined : leadOf(area, onDay)}
        status={statusOf(area, onDay)}
        actions={
          keeps ? (
            <>
              <ButtonLink href={changeAreaPath(id)} text="Change" />{' '}
              <ButtonLink href={newAreaRelationPath(id)} text="Say how it lies to another area" />
            </>
          ) : undefined
        }
      />
      <Card id="facts" title="About">
        <KeyFacts facts={[...factsOf(area), ...liesOf(view)]} />
        <TakenBack lines={view.takenBack} />
      </Card>
      <Boards view={view} when={when} />
      <Organisations organisations={view.organisations} when={when} />
      <Officers officers={view.officers} when={when} />
      <DayForm action={areaPath(id)} form={form} />
    </Page>
  )
}

const saidWords = { within: 'lies in', overlaps: 'overlaps', beside: 'touches' } as const

function TakenBack({ lines }: { readonly lines: readonly AreaLineTakenBack[] }): JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <Fold title={lines.length === 1 ? 'One entry was taken back' : `${lines.length} entries were taken back`}>
      <ul class="govuk-list">
        {lines.map(({ areaName, otherName, kind, takenBackOn, reason }) => (
          <li>
            {areaName} {saidWords[kind]} {otherName}: taken back on {dayInWords(takenBackOn)}. {reason}
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function leadOf({ name, nameToday }: AreaRecord, onDay: Temporal.PlainDate): string {
  const day = `This is how it was or will be on ${dayInWords(onDay)}.`
  return name === nameToday ? day : `${day} Today it is called ${nameToday}.`
}

function statusOf({ startsOn, endsOn }: AreaRecord, onDay: Temporal.PlainDate): JSX.Element | undefined {
  if (endsOn && Temporal.PlainDate.compare(endsOn, onDay) <= 0) return <StatusPill meaning="neutral">No longer exists</StatusPill>
  if (Temporal.PlainDate.compare(onDay, startsOn) < 0) return <StatusPill meaning="neutral">Does not exist yet</StatusPill>
  return endsOn ? <StatusPill meaning="warning">{`Ends on ${dayInWords(endsOn)}`}</StatusPill> : undefined
}

function factsOf({ code, source, startsOn, endsOn, names }: AreaRecord): readonly KeyFact[] {
  return [
    { label: 'Code', value: code === '' ? <span class="gt-missing">None held</span> : code },
    { label: 'Since', value: <DateText day={startsOn} weekday={false} /> },
    { label: 'Until', value: endsOn ? <DateText day={endsOn} weekday={false} /> : 'No end' },
    ...names.map((earlier) => ({
      label: 'Earlier name',
      value: (
        <>
          {earlier.name}, from <DateText day={earlier.startsOn} weekday={false} /> until <DateText day={earlier.endsOn} weekday={false} />
        </>
      ),
    })),
    { label: 'Written in', value: source === '' ? undefined : source },
  ]
}

/** What lies around it, each with the way to say that it is no longer so. */
function liesOf({ area: { id }, lines, areas, keeps }: AreaView): readonly KeyFact[] {
  const fact = (label: string, found: readonly AreaLine[]): KeyFact => ({
    label,
    value:
      found.length === 0 ? (
        <span class="gt-quiet">None recorded</span>
      ) : (
        <ul class="govuk-list govuk-!-font-size-16 govuk-!-margin-bottom-0">
          {found.map((line) => {
            const other = line.area === id ? line.other : line.area
            const name = areas.get(other)?.name ?? ''
            return (
              <li>
                <TextLink href={areaPath(other)} text={name} />
                <span class="gt-quiet"> {areas.get(other)?.kindLabel}</span>
                <Dates line={line} />
                {keeps && (
                  <>
                    {' '}
                    <TextLink href={endAreaRelationPath(id, line.id)} text="No longer so" about={`: ${label.toLowerCase()} ${name}`} />{' '}
                    <TextLink href={takeBackAreaRelationPath(id, line.id)} text="Never was so" about={`: ${label.toLowerCase()} ${name}`} />
                  </>
                )}
              </li>
            )
          })}
        </ul>
      ),
  })
  const touching = (kind: AreaLine['kind']) => lines.filter((line) => line.kind === kind && (line.area === id || line.other === id))
  return [
    fact(
      'Lies in',
      touching('within').filter(({ area }) => area === id),
    ),
    fact(
      'Its parts',
      touching('within').filter(({ other }) => other === id),
    ),
    fact('Overlaps', touching('overlaps')),
    fact('Touches', touching('beside')),
  ]
}

function Dates({ line: { startsOn, endsOn } }: { readonly line: AreaLine }): JSX.Element | null {
  if (startsOn === undefined && endsOn === undefined) return null
  return (
    <span class="gt-quiet">
      {startsOn && (
        <>
          , since <DateText day={startsOn} weekday={false} />
        </>
      )}
      {endsOn && (
        <>
          , until <DateText day={endsOn} weekday={false} />
        </>
      )}
    </span>
  )
}

function Boards({ view: { boards }, when }: { readonly view: AreaView; readonly when: string }): JSX.Element {
  const groups = (['own', 'wider', 'parts', 'overlaps'] as const)
    .filter((reach) => boards[reach].length > 0)
    .map((reach) => ({
      heading: reachWords[reach],
      rows: boards[reach].map(({ slug, name, kindLabel, area, areaName, startsOn }) => ({
        cells: [
          <TextLink href={boardPath(slug)} text={name} />,
          kindLabel,
          <TextLink href={areaPath(area)} text={areaName} />,
          <DateText day={startsOn} weekday={false} />,
        ],
      })),
    }))
  const columns = ['Board', 'Kind', 'Area', 'Serves it since'].map((heading) => ({ heading }))
  return (
    <Card id="boards" title={`Boards ${when}`} flush={groups.length > 0}>
      {groups.length === 0 ? (
        <p class="gt-quiet">No board is recorded for this area {when}, nor for one around it.</p>
      ) : (
        <DataTable caption="Boards for this area and those around it" hideCaption narrow="stack" columns={columns} groups={groups} />
      )}
    </Card>
  )
}

function Organisations({ organisations, when }: { readonly organisations: AreaView['organisations']; readonly when: string }) {
  if (organisations.length === 0) return null
  const rows = organisations.map(({ id, name, seats, boards }) => ({
    cells: [
      <TextLink href={organisationPath(id)} text={name} />,
      String(seats),
      <Joined parts={boards.map((board) => <TextLink href={membersPath(board.slug)} text={board.name} />)} />,
    ],
  }))
  const columns = [{ heading: 'Organisation' }, { heading: 'Seats', numeric: true }, { heading: 'On' }]
  return (
    <Card id="organisations" title={`Who sits on the boards for this area ${when}`} flush>
      <DataTable caption="Organisations with seats on the boards for this area" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}

function Officers({ officers, when }: { readonly officers: AreaView['officers']; readonly when: string }): JSX.Element | null {
  if (officers.length === 0) return null
  const rows = officers.map(({ role, person, board }) => ({
    cells: [
      <TextLink href={personPath(person.id)} text={person.name} />,
      labelOf(officeLabels, role),
      <TextLink href={boardPath(board.slug)} text={board.name} />,
    ],
  }))
  const columns = ['Name', 'Office', 'Board'].map((heading) => ({ heading }))
  return (
    <Card id="officers" title={`Chairs and clerks ${when}`} flush>
      <DataTable caption="Chairs and clerks of the boards for this area" hideCaption narrow="stack" columns={columns} rows={rows} />
    </Card>
  )
}
