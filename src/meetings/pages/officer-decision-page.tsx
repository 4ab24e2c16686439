import type { JSX } from 'hono/jsx/jsx-runtime'
import { delegationPath, personPath } from '#governance/paths.ts'
import { moneyInWords } from '#platform/money.ts'
import { DateText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { Page, PageHead } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { officerPaths, recordPaths } from '../paths.ts'
import type { OfficerDecision, OfficerDecisionContent } from '../queries/officer-decisions.ts'
import type { RetentionPeriod } from '../rules/officer-decision.ts'
import { paragraphsInWords } from '../words/agenda.ts'
import { keptWords } from '../words/officer-decision.ts'
import { threadFacts } from './thread-fact.tsx'

/** What the page of a decision by an officer shows. */
export interface OfficerDecisionView {
  readonly decision: OfficerDecision
  readonly retention: { readonly decision: RetentionPeriod | undefined; readonly background: RetentionPeriod | undefined }
  readonly mayWithdraw: boolean
}

/** One decision that an officer took under delegation: under what, what, why, and what else was considered (G14). */
export function OfficerDecisionPage({ visit, view }: { readonly visit: Visit; readonly view: OfficerDecisionView }): JSX.Element {
  const { decision, mayWithdraw } = view
  const { slug, bodyName, number, title, withdrawnOn, id } = decision
  const breadcrumbs = [
    { text: bodyName, href: recordPaths.board(slug) },
    { text: 'Decisions by officers', href: officerPaths.list(slug) },
  ]
  return (
    <Page visit={visit} title={`${number}: ${title}`} breadcrumbs={breadcrumbs} width="workspace">
      <PageHead
        title={title}
        caption={`${number}, decision by an officer for ${bodyName}`}
        status={
          withdrawnOn ? (
            <StatusPill meaning="neutral">Withdrawn</StatusPill>
          ) : decision.category === 'public' ? undefined : (
            <StatusPill meaning="exempt">Not for the public</StatusPill>
          )
        }
        actions={
          mayWithdraw && withdrawnOn === undefined ? (
            <>
              <a class="govuk-button govuk-button--secondary" href={officerPaths.correct(id)}>
                Record it anew
              </a>{' '}
              <a class="govuk-button govuk-button--secondary" href={officerPaths.withdraw(id)}>
                Withdraw
              </a>
            </>
          ) : undefined
        }
      />
      <Withdrawn decision={decision} />
      <Facts view={view} />
      {decision.content ? <Content content={decision.content} /> : <Hidden decision={decision} />}
    </Page>
  )
}

function Withdrawn({ decision }: { readonly decision: OfficerDecision }): JSX.Element | null {
  const { withdrawnOn, withdrawnReason, correctedBy } = decision
  if (withdrawnOn === undefined) return null
  return (
    <div class="govuk-inset-text">
      <p>
        Withdrawn on <DateText day={withdrawnOn} />. {withdrawnReason}
      </p>
      {correctedBy && (
        <p>
          <a class="govuk-link" href={officerPaths.decision(correctedBy)}>
            The decision that stands in its place
          </a>
        </p>
      )}
    </div>
  )
}

function Hidden({ decision }: { readonly decision: OfficerDecision }): JSX.Element {
  const { category, paragraphs, privateReason, withdrawnOn } = decision
  return (
    <div class="govuk-inset-text">
      {category === 'public' && withdrawnOn ? (
        <p>What it said was taken out of public sight when it was withdrawn.</p>
      ) : (
        <p>
          What was decided is {category === 'confidential' ? 'confidential' : `exempt, ${paragraphsInWords({ category, paragraphs })}`}.
          Why: {privateReason}
        </p>
      )}
    </div>
  )
}

function Content({ content }: { readonly content: OfficerDecisionContent }): JSX.Element {
  const parts: readonly (readonly [string, string])[] = [
    ['Decision', content.resolved],
    ['Reasons', content.reasons],
    ['Options considered', content.options],
    ['Who was consulted', content.consulted],
    ['Interests declared by those consulted, and dispensations', content.interests],
  ]
  return (
    <>
      {parts
        .filter(([, words]) => words !== '')
        .map(([heading, words]) => (
          <>
            <h2 class="gt-section-title">{heading}</h2>
            <TypedWords words={words} />
          </>
        ))}
      <h2 class="gt-section-title">Background papers</h2>
      {content.background.length === 0 ? (
        <p>None are named.</p>
      ) : (
        <ul class="gt-list">
          {content.background.map(({ title, link }) => (
            <li>
              {link ? (
                <a class="govuk-link" href={link}>
                  {title}
                </a>
              ) : (
                title
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Facts({ view: { decision, retention } }: { readonly view: OfficerDecisionView }): JSX.Element {
  const { decidedOn, decidedBy, officer, slug, delegation, functionName, content, corrects, category, paragraphs, privateReason } = decision
  const background = content && content.background.length > 0 ? keptWords(decidedOn, retention.background) : undefined
  return (
    <KeyFacts
      facts={[
        {
          label: 'Decided by',
          value: (
            <a class="govuk-link" href={personPath(decidedBy)}>
              {officer}
            </a>
          ),
        },
        { label: 'Decided on', value: <DateText day={decidedOn} /> },
        {
          label: 'Under the delegation',
          value: (
            <a class="govuk-link" href={delegationPath(slug, delegation)}>
              {functionName}
            </a>
          ),
        },
        ...(content ? [{ label: 'Commits', value: content.pence === undefined ? 'No money' : moneyInWords(content.pence) }] : []),
        ...(category !== 'public' && content
          ? [
              {
                label: 'Not for the public',
                value: `${category === 'confidential' ? 'Confidential' : paragraphsInWords({ category, paragraphs })}. ${privateReason}`,
              },
            ]
          : []),
        ...(corrects
          ? [
              {
                label: 'Stands in the place of',
                value: (
                  <a class="govuk-link" href={officerPaths.decision(corrects)}>
                    An earlier record of it
                  </a>
                ),
              },
            ]
          : []),
        { label: 'Kept', value: keptWords(decidedOn, retention.decision) },
        ...(background ? [{ label: 'Background papers kept', value: background }] : []),
        ...threadFacts('officer-decision', decision.id, decision.withdrawnOn !== undefined),
      ]}
    />
  )
}
