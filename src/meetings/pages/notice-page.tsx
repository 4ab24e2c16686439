import type { JSX } from 'hono/jsx/jsx-runtime'
import { bankHolidaysPath } from '#governance/paths.ts'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { EmptyState } from '#platform/web/components/empty-state.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { Meeting } from '../queries/meeting.ts'
import type { Breach, Certificate } from '../queries/publications.ts'
import { type NoticeRecord, noticeFacts, verdictWords } from '../words/notice.ts'
import { publicationName, verdictSentence } from '../words/publication.ts'

/** The certificates of a meeting with the publications that they are about. */
export interface NoticePageProps extends NoticeRecord {
  readonly visit: Visit
  readonly board: { readonly slug: string; readonly name: string }
  readonly meeting: Meeting
}

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
      {certified.length > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href={meetingPaths.noticePdf(meeting.id)}>
            The certificate to file or print (PDF)
          </a>
        </p>
      )}
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
  return <StatusPill meaning={state === 'met' ? 'good' : state === 'late' ? 'bad' : 'unknown'}>{verdictWords(state)}</StatusPill>
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

const restsOn = {
  law: { to: datedRulesPath, words: 'what the law asks' },
  holidays: { to: bankHolidaysPath, words: 'bank holidays' },
} as const

function factsOf(
  certificate: Certificate,
  breaches: readonly Breach[],
): readonly { readonly label: string; readonly value: JSX.Element | string }[] {
  return noticeFacts(certificate, breaches).map(({ label, lines, isList, rests }) => {
    const [only = ''] = lines
    if (rests) return { label, value: <Linked text={only} {...restsOn[rests]} /> }
    if (!isList) return { label, value: only }
    const list = (
      <ol class="govuk-list gt-tight">
        {lines.map((one) => (
          <li>{one}</li>
        ))}
      </ol>
    )
    return { label, value: list }
  })
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
