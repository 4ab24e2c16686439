import type { JSX } from 'hono/jsx/jsx-runtime'
import { bankHolidaysPath } from '#governance/paths.ts'
import { datedRulesPath } from '#governance/rule-paths.ts'
import { instantInWords, weekdayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
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
  readonly certificates: readonly { readonly certificate: Certificate; readonly publication: Publication }[]
  readonly breaches: readonly Breach[]
}

const day = (iso: string): string => weekdayInWords(Temporal.PlainDate.from(iso))

/** How notice of a meeting was given: the rule and its source, days counted by name, days skipped by name, the verdict (handbook 3.1). */
export function NoticePage({ visit, board, meeting, certificates, breaches }: NoticePageProps): JSX.Element {
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
        lead="What the rule demanded, and what was done"
      />
      {certificates.length === 0 && (
        <EmptyState
          title="There is no certificate"
          text="Nothing is published yet, or the terms state no day by which agenda and papers are out, or the bank holidays of that time are not announced."
        />
      )}
      {certificates.map(({ certificate, publication }) => (
        <OneCertificate certificate={certificate} publication={publication} breaches={publication.kind === 'pack' ? breaches : []} />
      ))}
    </Page>
  )
}

function OneCertificate({
  certificate,
  publication,
  breaches,
}: {
  readonly certificate: Certificate
  readonly publication: Publication
  readonly breaches: readonly Breach[]
}): JSX.Element {
  const { inputs, verdict } = certificate
  const skipped = inputs.skipped.map((one) => `${day(one.day)}${one.holiday ? ` (${one.reason})` : ''}`)
  const breach = breaches.find(({ ruleKey }) => ruleKey === certificate.ruleKey)
  const list = (days: readonly string[]) => (
    <ol class="govuk-list gt-tight">
      {days.map((one) => (
        <li>{one}</li>
      ))}
    </ol>
  )
  return (
    <Card title={publicationName(publication)} id={`certificate-${publication.id}`}>
      <p class="govuk-body">
        <StatusPill meaning={verdict.state === 'met' ? 'good' : verdict.state === 'late' ? 'bad' : 'unknown'}>
          {verdict.state === 'met' ? 'Rule kept' : verdict.state === 'late' ? 'Rule broken' : 'Nobody can say'}
        </StatusPill>
      </p>
      <p class="govuk-body-l">{verdictSentence(verdict)}</p>
      <KeyFacts
        facts={[
          { label: 'The rule', value: `Out ${ruleInWords(inputs)}` },
          {
            label: 'Where it is written',
            value: inputs.source && (
              <>
                {inputs.source} (
                <a class="govuk-link" href={datedRulesPath}>
                  what the law asks
                </a>
                )
              </>
            ),
          },
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
          {
            label: 'Calendar',
            value: (
              <>
                {inputs.calendar} (
                <a class="govuk-link" href={bankHolidaysPath}>
                  bank holidays
                </a>
                )
              </>
            ),
          },
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
        ]}
      />
    </Card>
  )
}
