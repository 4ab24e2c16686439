import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { DateText } from '#platform/web/components/date-text.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { recordPaths } from '../paths.ts'
import type { AnswerRow, AskedPartner, TakenHome } from '../rules/taken-home.ts'
import { answerWords, ruleInWords, standingWords } from '../words/ratification.ts'

/** What the section of the partners shows on a decision's page. */
export interface PartnersView {
  readonly decision: { readonly id: string; readonly bindsNobody: boolean; readonly withdrawn: boolean }
  readonly home: TakenHome | undefined
  /** What the kind of seat is called whose partners must agree; '' for none. */
  readonly className: string
  /** Names of leads, by person. */
  readonly leads: ReadonlyMap<string, string>
  readonly mayAsk: boolean
  /** Parts for which whoever looks may enter an answer. */
  readonly mayAnswer: ReadonlySet<string>
}

/** Which partners must take a decision home, what each said, and what the clerk can do (M10). */
export function PartnersSection({ view }: { readonly view: PartnersView }): JSX.Element | null {
  const { decision, home, mayAsk } = view
  if (!home && !decision.bindsNobody && !mayAsk) return null
  const isReply = home?.purpose === 'reply'
  return (
    <section aria-labelledby="partners">
      <h2 class="govuk-heading-m" id="partners">
        {isReply ? 'Replies of the partners' : 'Taken home by the partners'}
      </h2>
      {!home && decision.bindsNobody && (
        <p>The terms of reference let this board decide, but its decisions bind a partner only once that partner has agreed.</p>
      )}
      {home && <Asked view={view} home={home} />}
      {mayAsk && !decision.withdrawn && (
        <p>
          <a class="govuk-link" href={recordPaths.askPartners(decision.id)}>
            {home ? 'Change who is asked' : 'Say which partners must take it home, or are asked to reply'}
          </a>
        </p>
      )}
      {mayAsk && home && !home.withdrawn && home.force.state !== 'in-force' && (
        <p>
          <a class="govuk-link" href={recordPaths.changedText(decision.id)}>
            Put changed words to the partners
          </a>
        </p>
      )}
    </section>
  )
}

function Asked({ view, home }: { readonly view: PartnersView; readonly home: TakenHome }): JSX.Element {
  const { purpose, rule, texts, text, startsOn } = home
  const ratifies = purpose === 'ratify'
  return (
    <>
      <KeyFacts
        facts={[
          ...(ratifies ? [{ label: 'In force once agreed by', value: ruleInWords(rule, view.className) }] : []),
          ...(startsOn ? [{ label: 'Not before', value: <DateText day={startsOn} /> }] : []),
          { label: 'Asked on', value: <DateText day={home.askedOn} /> },
          { label: 'Answers due by', value: <DateText day={home.dueOn} /> },
        ]}
      />
      {texts.length > 1 && (
        <div class="govuk-inset-text">
          <p>
            <strong>The words that partners are asked about now</strong>, put on {dayInWords(text.putOn)} because: {text.reason}
          </p>
          <p>{text.text}</p>
        </div>
      )}
      <DataTable
        caption={ratifies ? 'What each partner said' : 'What each partner replied'}
        hideCaption
        narrow="stack"
        columns={['Partner', 'Answer', 'By which of its bodies, and when', 'More'].map((heading) => ({ heading }))}
        rows={home.partners.map((partner) => ({ id: `partner-${partner.id}`, cells: cellsOf(view, home, partner) }))}
      />
    </>
  )
}

function cellsOf(view: PartnersView, home: TakenHome, partner: AskedPartner) {
  const { word, meaning } = standingWords(home.purpose, partner.standing)
  const now = partner.answers.find(({ textNumber }) => textNumber === home.text.number)
  const takenUp = !now && home.text.takesUp === partner.id
  const lead = partner.lead === undefined ? undefined : view.leads.get(partner.lead)
  const isLate = partner.standing.answer === 'pending' && lead !== undefined
  return [
    partner.name,
    <StatusPill meaning={meaning}>{word}</StatusPill>,
    now ? (
      `${now.ownBody}, ${dayInWords(now.answeredOn)}${now.reference === '' ? '' : `. ${now.reference}`}`
    ) : takenUp ? (
      'These words take up the changes that it asked for'
    ) : isLate ? (
      `${lead} answers for it`
    ) : (
      <span class="gt-missing">Not recorded</span>
    ),
    <>
      {now && now.words !== '' && <span>{now.words} </span>}
      <a
        class="govuk-link"
        href={view.mayAnswer.has(partner.id) ? recordPaths.answerRatification(partner.id) : recordPaths.ratification(partner.id)}
      >
        {view.mayAnswer.has(partner.id) ? (now ? 'Put the answer right' : 'Enter the answer') : 'Details'}
        <span class="govuk-visually-hidden"> of {partner.name}</span>
      </a>
    </>,
  ]
}

/** Everything that one partner said, the latest first. */
export function AnswersOfPartner({ home, partner }: { readonly home: TakenHome; readonly partner: AskedPartner }): JSX.Element | null {
  if (partner.answers.length === 0) return null
  return (
    <section aria-labelledby="answers">
      <h2 class="govuk-heading-m" id="answers">
        What it said
      </h2>
      {partner.answers.map((answer) => (
        <AnswerFacts home={home} answer={answer} />
      ))}
    </section>
  )
}

function AnswerFacts({ home, answer }: { readonly home: TakenHome; readonly answer: AnswerRow }): JSX.Element {
  const earlier = answer.textNumber !== home.text.number
  return (
    <KeyFacts
      facts={[
        { label: 'Answer', value: `${answerWords[home.purpose][answer.answer]}${earlier ? ', to earlier words' : ''}` },
        { label: 'Decided by', value: `${answer.ownBody}, ${dayInWords(answer.answeredOn)}` },
        ...(answer.reference === '' ? [] : [{ label: 'Reference', value: answer.reference }]),
        ...(answer.words === '' ? [] : [{ label: answer.answer === 'declined' ? 'Why' : 'Changes', value: answer.words }]),
        {
          label: 'Entered',
          value:
            answer.recordedAs === 'lead'
              ? `By ${answer.recordedBy}, for the partner`
              : `By ${answer.recordedBy}, clerk. ${answer.evidence}`,
        },
      ]}
    />
  )
}
