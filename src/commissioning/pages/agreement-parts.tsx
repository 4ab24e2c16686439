import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { agreementPaths, servicePaths } from '../paths.ts'
import type { Chapter } from '../queries/agreement-parts.ts'
import type { Agreement, Party } from '../queries/agreements.ts'
import { daysSignedLate, type LegalField } from '../rules/agreement.ts'
import { partWords } from '../words/agreement.ts'

/** Who is bound, what each of them agreed, and who signed. */
export function Parties({ agreement, mayChange }: { readonly agreement: Agreement; readonly mayChange: boolean }): JSX.Element {
  if (agreement.parties.length === 0) return <p class="govuk-body">No party is recorded yet.</p>
  return (
    <DataTable
      caption="Parties"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Party' }, { heading: 'As' }, { heading: 'From' }, { heading: 'Approved' }, { heading: 'Signed' }]}
      rows={agreement.parties.map((party) => ({
        cells: [
          mayChange ? (
            <a class="govuk-link" href={agreementPaths.party(agreement.id, party.id)}>
              {party.name}
            </a>
          ) : (
            party.name
          ),
          partWords[party.part],
          party.endsOn === undefined
            ? dayInWords(party.startsOn)
            : `${dayInWords(party.startsOn)}, until before ${dayInWords(party.endsOn)}`,
          party.approvedOn === undefined ? 'Not yet' : [dayInWords(party.approvedOn), party.approvedBy].filter(Boolean).join(', '),
          <Signature agreement={agreement} party={party} />,
        ],
      }))}
    />
  )
}

function Signature({ agreement, party }: { readonly agreement: Agreement; readonly party: Party }): JSX.Element {
  if (party.signedOn === undefined) return <StatusPill meaning="warning">Not signed</StatusPill>
  const late = daysSignedLate(agreement, party)
  return (
    <>
      {dayInWords(party.signedOn)}, {party.signedBy}
      {late !== undefined && `. In retrospect: ${late} ${late === 1 ? 'day' : 'days'} after it began`}
    </>
  )
}

/** What the law demands in writing, with what the agreement says, and where it says nothing. */
export function InWriting({
  fields,
  texts,
}: {
  readonly fields: readonly LegalField[]
  readonly texts: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <KeyFacts
      facts={fields.map(({ key, name, asks, source }) => ({
        label: name,
        value: texts.get(key) ?? (
          <>
            <StatusPill meaning={source === '' ? 'unknown' : 'bad'}>{source === '' ? 'Not said' : 'Missing'}</StatusPill> {asks}
            {source !== '' && `: ${source}`}
          </>
        ),
      }))}
    />
  )
}

const parts = [
  ['scope', 'Scope'],
  ['performance', 'Performance'],
  ['finance', 'Finance'],
  ['resources', 'Resources'],
  ['decisionMaking', 'Decision making'],
  ['riskShare', 'Risk share'],
] as const

/** The schedules of an agreement, one fold each. */
export function Chapters({
  agreement,
  chapters,
  mayChange,
}: {
  readonly agreement: string
  readonly chapters: readonly Chapter[]
  readonly mayChange: boolean
}): JSX.Element {
  if (chapters.length === 0) return <p class="govuk-body">It has no chapters yet.</p>
  return (
    <>
      {chapters.map((chapter) => (
        <Fold title={`${chapter.position}. ${chapter.title}`} note={`Led by ${chapter.leadName}`}>
          <KeyFacts facts={parts.map(([key, label]) => ({ label, value: chapter[key] === '' ? 'Not written yet' : chapter[key] }))} />
          {mayChange && (
            <p class="govuk-body">
              <a class="govuk-link" href={agreementPaths.chapter(agreement, chapter.id)}>
                Change chapter {String(chapter.position)}
              </a>
            </p>
          )}
        </Fold>
      ))}
    </>
  )
}

/** A service that the agreement names. */
export interface ScopedService {
  readonly service: string
  readonly title: string
  readonly chapter: string | undefined
  readonly isIn: boolean
  readonly why: string
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate | undefined
}

/** Which services are in and out of scope, from when. */
export function ScopeTable({
  scope,
  chapters,
}: {
  readonly scope: readonly ScopedService[]
  readonly chapters: readonly Chapter[]
}): JSX.Element {
  const titles = new Map(chapters.map(({ id, position, title }) => [id, `${position}. ${title}`]))
  return (
    <DataTable
      caption="Services in and out of scope"
      hideCaption
      narrow="stack"
      columns={[{ heading: 'Service' }, { heading: 'In scope' }, { heading: 'Chapter' }, { heading: 'From' }, { heading: 'Why' }]}
      rows={scope.map(({ service, title, chapter, isIn, why, startsOn, endsOn }) => ({
        cells: [
          <a class="govuk-link" href={servicePaths.service(service)}>
            {title}
          </a>,
          isIn ? 'In' : 'Out',
          titles.get(chapter ?? '') ?? 'None',
          endsOn === undefined ? dayInWords(startsOn) : `${dayInWords(startsOn)}, until before ${dayInWords(endsOn)}`,
          why === '' ? 'Not said' : why,
        ],
      }))}
    />
  )
}
