import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyPaths, requestPaths } from '../paths.ts'
import type { Exemption, HeldRecord, RequestLine } from '../queries/access-request.ts'
import { readingSections } from '../rules/access-request.ts'
import { entitledWords, entryVerdictWords, markWords, sentWords } from '../words/access-request.ts'
import { RequestState } from './requests-page.tsx'

type Decided = HeldRecord['entries'][number]

/** Where the pages of one request stand. */
export const requestCrumbs = [
  { text: 'Families', href: familyPaths.list() },
  { text: 'What is held', href: requestPaths.list() },
]

/** A request with its worksheet: everything that is held, in the order in which it is read, with what is decided of each entry (E12). */
export function RequestPage(props: {
  readonly visit: Visit
  readonly request: RequestLine
  readonly held: HeldRecord
  readonly exemptions: readonly Exemption[]
}): JSX.Element {
  const { visit, request, held, exemptions } = props
  const isOpen = !request.sentOn && !request.endedOn
  const left = held.entries.filter(({ decision }) => !decision)
  const unmarked = left.filter(({ entry }) => entry.marks.length === 0).length
  const title = `Request by ${request.askedBy}`
  return (
    <Page visit={visit} title={title} breadcrumbs={requestCrumbs} width="workspace">
      <PageHead title={title} {...(isOpen && held.subjectName !== '' ? { caption: `About ${held.subjectName}` } : {})} />
      <p class="govuk-body">
        <RequestState request={request} today={visit.today} />
      </p>
      <KeyFacts facts={factsOf(request)} />
      {isOpen && (
        <>
          <p class="govuk-body">
            {left.length === 0
              ? `All ${held.entries.length} entries are decided.`
              : `${left.length} of ${held.entries.length} entries are still to decide; ${left.length - unmarked} of them bear a mark and are read one by one.`}{' '}
            Reading this page is a look at the family, and stands in their list.
          </p>
          <div class="govuk-button-group">
            {unmarked > 0 && (
              <PostButton
                visit={visit}
                action={requestPaths.step(request.id, 'give-all')}
                text={`Give the ${unmarked} entries without a mark`}
                look="secondary"
              />
            )}
            <Way href={requestPaths.step(request.id, 'answer')} text="The answer as it stands" />
            <Way href={requestPaths.step(request.id, 'answer.pdf')} text="Answer (PDF)" />
            <Way href={requestPaths.step(request.id, 'answer.csv')} text="Worksheet (CSV)" />
            {left.length === 0 && <Way href={requestPaths.step(request.id, 'send')} text="Record that it was given" />}
            <Way href={requestPaths.step(request.id, 'longer')} text="Take longer" />
            <Way href={requestPaths.step(request.id, 'end')} text="End without an answer" />
          </div>
          {readingSections.map((section) => (
            <Section
              {...{ request, section, exemptions }}
              entries={held.entries.filter(({ entry }) => entry.section === section)}
              names={held.names}
            />
          ))}
        </>
      )}
    </Page>
  )
}

const Way = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <a class="govuk-link" href={href}>
    {text}
  </a>
)

const factsOf = (request: RequestLine) => [
  { label: 'Entitled', value: entitledWords[request.entitledBy] },
  { label: 'How one knows', value: request.entitledHow },
  { label: 'Received', value: dayInWords(request.receivedOn) },
  { label: 'Due', value: `${dayInWords(request.dueOn)}. ${request.source}` },
  ...(request.longerBecause === '' ? [] : [{ label: 'Longer because', value: request.longerBecause }]),
  ...(request.sentOn && request.sentHow
    ? [
        { label: 'Given', value: `${dayInWords(request.sentOn)}. ${sentWords[request.sentHow]}` },
        { label: 'Digest of what was given', value: request.digest ?? '' },
      ]
    : []),
  ...(request.endedOn ? [{ label: 'Ended because', value: request.endedBecause }] : []),
]

function Section(props: {
  readonly request: RequestLine
  readonly section: string
  readonly entries: readonly Decided[]
  readonly names: ReadonlyMap<string, string>
  readonly exemptions: readonly Exemption[]
}): JSX.Element | null {
  const { request, section, entries, names, exemptions } = props
  if (entries.length === 0) return null
  const left = entries.filter(({ decision }) => !decision).length
  return (
    <Fold title={section} note={left === 0 ? `${entries.length}, all decided` : `${entries.length}, ${left} to decide`}>
      {entries.map(({ entry, decision }) => (
        <article class="gt-card">
          <div class="gt-card__body">
            <h3 class="govuk-heading-s">{entry.title}</h3>
            {entry.marks.map((mark) => (
              <p class="govuk-body govuk-!-margin-bottom-1">
                <StatusPill meaning={mark === 'shielded' ? 'exempt' : 'warning'}>{markWords[mark]}</StatusPill>
              </p>
            ))}
            <KeyFacts facts={entry.facts} />
            <p class="govuk-hint">{`Entered by ${names.get(entry.author ?? '') ?? 'nobody who is named'}${entry.at === '' ? '' : `, ${entry.at.slice(0, 10)}`}`}</p>
            {entry.source !== 'look' && (
              <p class="govuk-body">
                {decision
                  ? `${entryVerdictWords[decision.verdict]}${decision.exemption ? `: ${exemptions.find(({ code }) => code === decision.exemption)?.name ?? decision.exemption}` : ''}. `
                  : 'Not decided. '}
                <a class="govuk-link" href={requestPaths.entry(request.id, entry.source, entry.record)}>
                  {decision ? 'Decide again' : 'Decide'}
                  <span class="govuk-visually-hidden">{` on ${entry.title}, ${entry.record.slice(0, 8)}`}</span>
                </a>
              </p>
            )}
          </div>
        </article>
      ))}
    </Fold>
  )
}
