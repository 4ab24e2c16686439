import type { JSX } from 'hono/jsx/jsx-runtime'
import { bankHolidaysPath } from '#governance/paths.ts'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { instantInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { Breach, Certificate, Publication } from '../queries/publications.ts'
import { publicationName, ruleInWords, verdictSentence } from '../words/publication.ts'

/** The certificates of a meeting with the publications that they are about. */
export interface NoticePageProps {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
  /** The boards at the table, the one that called first; one for a meeting of one board. */
  readonly boards: readonly { readonly id: string; readonly name: string }[]
  /** What was certified of each publication, by board. */
  readonly certified: readonly { readonly publication: Publication; readonly certificates: readonly Certificate[] }[]
  readonly breaches: readonly Breach[]
}

const day = (iso: string): string => weekdayInWords(Temporal.PlainDate.from(iso))

/** How notice of a meeting was given: the rule and its source, days counted by name, days skipped by name, the verdict (handbook 3.1). */
export function NoticePage({ visit, board, boards, meeting, certified, breaches }: NoticePageProps): JSX.Element {
  return (
    <Page
      visit={visit}
      title={`Notice of the meeting of ${weekdayInWords(meeting.heldOn)}`}
      breadcrumbs={[
        { text: board.name, href: `/boards/${board.slug}` },
        { text: weekdayInWords(meeting.heldOn), href: meetingPaths.meeting(meeting.id) },
      ]}
    >
      <PageHead
        title="Notice"
        caption={`${board.name}, ${weekdayInWords(meeting.heldOn)}`}
        lead={boards.length > 1 ? 'What the rules of each board demanded, and what was done' : 'What the rule demanded, and what was done'}
      />
      {certified.length === 0 && (
        <EmptyState
          title="There is no certificate"
          text="Nothing is published yet, or the terms state no day by which agenda and papers are out, or the bank holidays of that time are not announced."
        />
      )}
      {certified.map(({ publication, certificates }) => (
        <Card title={publicationName(publication)} id={`certificate-${publication.id}`}>
          {boards.length > 1 ? (
            <SideBySide boards={boards} certificates={certificates} breaches={publication.kind === 'pack' ? breaches : []} />
          ) : (
            certificates.map((certificate) => (
              <OneCertificate certificate={certificate} breaches={publication.kind === 'pack' ? breaches : []} />
            ))
          )}
        </Card>
      ))}
    </Page>
  )
}

function Verdict({ state }: Pick<Certificate['verdict'], 'state'>): JSX.Element {
  return (
    <StatusPill meaning={state === 'met' ? 'good' : state === 'late' ? 'bad' : 'unknown'}>
      {state === 'met' ? 'Rule kept' : state === 'late' ? 'Rule broken' : 'Nobody can say'}
    </StatusPill>
  )
}

function OneCertificate({
  certificate,
  breaches,
}: {
  readonly certificate: Certificate
  readonly breaches: readonly Breach[]
}): JSX.Element {
  return (
    <>
      <p class="govuk-body">
        <Verdict state={certificate.verdict.state} />
      </p>
      <p class="govuk-body-l">{verdictSentence(certificate.verdict)}</p>
      <KeyFacts facts={factsOf(certificate, breaches)} />
    </>
  )
}

/** The certificates of the boards at a joint table, a column a board: one pack, judged by the rules of each (docs/decisions/0015). */
function SideBySide({
  boards,
  certificates,
  breaches,
}: Pick<NoticePageProps, 'boards' | 'breaches'> & { readonly certificates: readonly Certificate[] }): JSX.Element {
  const columns = boards.flatMap(({ id, name }) => {
    const certificate = certificates.find(({ ofBody }) => ofBody === id)
    return certificate ? [{ name, certificate, facts: factsOf(certificate, breaches) }] : []
  })
  const without = boards.filter(({ name }) => !columns.some((column) => column.name === name))
  const [only] = columns
  return (
    <>
      {without.map(({ name }) => (
        <p class="govuk-body">
          <strong>{name}:</strong> no certificate. Its rules state no day by which agenda and papers are out, or the bank holidays of that
          time are not announced.
        </p>
      ))}
      {columns.length === 1 && only ? (
        <>
          <h3 class="govuk-heading-s">By the rules of {only.name}</h3>
          <OneCertificate certificate={only.certificate} breaches={breaches} />
        </>
      ) : (
        <CertificateTable columns={columns} />
      )}
    </>
  )
}

interface Column {
  readonly name: string
  readonly certificate: Certificate
  readonly facts: ReturnType<typeof factsOf>
}

function CertificateTable({ columns }: { readonly columns: readonly Column[] }): JSX.Element {
  const labels = [...new Set(columns.flatMap(({ facts }) => facts.map(({ label }) => label)))]
  const verdicts = columns.map(({ certificate: { verdict } }) => (
    <>
      <Verdict state={verdict.state} /> {verdictSentence(verdict)}
    </>
  ))
  const facts = labels.map((label) => ({
    cells: [
      label,
      ...columns.map((column) => column.facts.find((fact) => fact.label === label)?.value || <span class="gt-missing">None</span>),
    ],
  }))
  return (
    <DataTable
      caption="Notice by the rules of each board"
      hideCaption
      columns={[{ heading: 'What was asked' }, ...columns.map(({ name }) => ({ heading: name }))]}
      rows={[{ cells: ['Verdict', ...verdicts] }, ...facts]}
      narrow="stack"
    />
  )
}

function factsOf(
  certificate: Certificate,
  breaches: readonly Breach[],
): readonly { readonly label: string; readonly value: JSX.Element | string }[] {
  const { inputs, verdict } = certificate
  const skipped = inputs.skipped.map((one) => `${day(one.day)}${one.holiday ? ` (${one.reason})` : ''}`)
  const breach = verdict.state === 'late' ? breaches.find(({ ruleKey }) => ruleKey === certificate.ruleKey) : undefined
  const list = (days: readonly string[]) => (
    <ol class="govuk-list gt-tight">
      {days.map((one) => (
        <li>{one}</li>
      ))}
    </ol>
  )
  return [
    { label: 'The rule', value: `Out ${ruleInWords(inputs)}` },
    { label: 'Where it is written', value: inputs.source && <Linked text={inputs.source} to={datedRulesPath} words="what the law asks" /> },
    {
      label: 'Published',
      value:
        inputs.sentAt === null
          ? `${weekdayInWords(Temporal.PlainDate.from(inputs.sentOn))}; the time is not recorded`
          : instantInWords(Temporal.Instant.from(inputs.sentAt)),
    },
    { label: 'Meeting', value: day(inputs.heldOn) },
    { label: 'Days counted', value: list(inputs.counted.map(day)) },
    { label: 'Days not counted', value: skipped.length === 0 ? 'None' : list(skipped) },
    { label: 'Calendar', value: <Linked text={inputs.calendar} to={bankHolidaysPath} words="bank holidays" /> },
    ...(inputs.laterNonWorkingDay
      ? [{ label: 'Arithmetic alone', value: `would allow ${day(inputs.laterNonWorkingDay)}, which is no working day` }]
      : []),
    ...(breach
      ? [
          { label: 'Reason', value: breach.reason },
          { label: 'Approved by', value: breach.approver },
        ]
      : []),
    { label: 'Certificate made', value: instantInWords(certificate.madeAt) },
  ]
}

function Linked({ text, to, words }: { readonly text: string; readonly to: string; readonly words: string }): JSX.Element {
  return (
    <>
      {text} (
      <a class="govuk-link" href={to}>
        {words}
      </a>
      )
    </>
  )
}
