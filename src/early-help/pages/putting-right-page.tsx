import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { KeyFacts } from '#platform/web/components/key-facts.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { rightPaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { Dissent, Rectification } from '../queries/putting-right.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import { classWords } from '../words/casework.ts'
import { type RightSource, rightEntitlementWords, rightPills, rightSourceWords } from '../words/putting-right.ts'
import { capturedWords } from '../words/voice.ts'
import { FamilyFrame } from './family-frame.tsx'

/** What is asked to be put right and what is said against the record, as far as it is open to whoever looks. */
export interface PuttingRightProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly rectifications: readonly Rectification[]
  readonly dissents: readonly Dissent[]
  /** Whether anything of the record is open to whoever looks. */
  readonly isOpen: boolean
}

/** What somebody asked to have put right, with its decision, what was a mistake, and what somebody says against the record (E12). */
export function PuttingRightPage(props: PuttingRightProps): JSX.Element {
  const { visit, family, relations, rectifications, dissents, isOpen } = props
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="right" title="Put right">
      {isOpen ? (
        <>
          <Card title="What can be done" id="steps">
            <ul class="govuk-list govuk-list--spaced">
              <li>
                <a class="govuk-link" href={rightPaths.other(family.id)}>
                  Somebody asks to put something right
                </a>
              </li>
              <li>
                <a class="govuk-link" href={rightPaths.dissent(family.id)}>
                  Keep a statement of disagreement
                </a>
              </li>
            </ul>
            <p class="govuk-body-s">A fact about somebody, a number and own words have their link where they stand.</p>
          </Card>
          <Card title="What they say against the record" id="dissents">
            {dissents.length === 0 && <p class="govuk-body">Nobody has said that something is wrong and stays.</p>}
            {dissents.map((one) => (
              <DissentCard one={one} />
            ))}
          </Card>
          <Card title="Asked to be put right, and mistakes" id="asked" flush={rectifications.length > 0}>
            {rectifications.length === 0 && <p class="govuk-body">Nobody has asked yet, and no mistake was found.</p>}
            {rectifications.map((one, at) => (
              <Fold
                title={`${rightSourceWords[one.source]}, ${dayInWords(one.receivedOn)}`}
                note={<StatusPill meaning={rightPills[one.verdict ?? 'waits'][0]}>{rightPills[one.verdict ?? 'waits'][1]}</StatusPill>}
                open={at === 0}
              >
                <RightFacts one={one} />
                <Steps family={family} one={one} />
              </Fold>
            ))}
          </Card>
        </>
      ) : (
        <p class="govuk-body">Nothing of this is open to you.</p>
      )}
    </FamilyFrame>
  )
}

function Steps({ family, one }: { readonly family: FamilyLine; readonly one: Rectification }): JSX.Element | null {
  if (one.verdict === 'put-right') return null
  return (
    <div class="govuk-button-group">
      {one.verdict === undefined && !one.isOfClosed && (
        <a class="govuk-button" href={rightPaths.decide(family.id, one.id)}>
          Decide
        </a>
      )}
      <a class="govuk-link" href={rightPaths.dissentAfter(family.id, one.id)}>
        Keep what they say against it
      </a>
    </div>
  )
}

/** What was asked, by whom and by when it is answered, and what was decided. */
export function RightFacts({ one }: { readonly one: Rectification }): JSX.Element {
  return (
    <KeyFacts
      facts={[
        { label: one.verdict === 'put-right' ? 'It said before' : 'It says', value: <span dir="auto">{one.said}</span> },
        ...(one.isOfClosed ? [{ label: 'Proposed after the closing by', value: one.enteredByName }] : []),
        { label: one.kind === 'asked' ? 'What they want' : 'The mistake', value: one.wanted },
        ...(one.kind === 'asked'
          ? [
              { label: 'Asked by', value: one.askedBy },
              { label: 'They may ask because', value: rightEntitlementWords[one.entitledBy as keyof typeof rightEntitlementWords] },
              ...(one.verdict ? [] : [{ label: 'Answered by', value: dayInWords(one.dueOn) }]),
            ]
          : []),
        ...(one.verdict && one.decidedAt
          ? [
              {
                label: one.kind === 'asked' || one.verdict === 'refused' ? 'Decided' : 'Put right',
                value: `${one.decidedByName}, ${instantInWords(one.decidedAt)}`,
              },
              ...(one.kind === 'asked' || one.isOfClosed ? [{ label: 'Because', value: one.because }] : []),
              ...(one.kind === 'asked' ? [{ label: 'How they were told', value: one.toldHow }] : []),
            ]
          : []),
      ]}
    />
  )
}

function DissentCard({ one }: { readonly one: Dissent }): JSX.Element {
  return (
    <div class="gt-said">
      <blockquote class="gt-said__words" dir="auto">
        {one.words}
      </blockquote>
      <p class="govuk-body-s">
        {`${one.who}, ${dayInWords(one.saidOn)}, about: ${one.about} (${classWords[one.class].toLowerCase()}). ${capturedWords[one.captured]}.`}
        {one.withheldFrom && ' Not for everybody of the family.'}
      </p>
    </div>
  )
}

/** What is said against the parts of the record that a page shows; nothing where nobody says anything. */
export function Dissents({ dissents, of }: { readonly dissents: readonly Dissent[]; readonly of: string }): JSX.Element | null {
  const shown = dissents.filter((one) => one.class === of)
  if (shown.length === 0) return null
  return (
    <Card title="Somebody says that this is wrong" id="dissents">
      {shown.map((one) => (
        <DissentCard one={one} />
      ))}
    </Card>
  )
}

/** Beside one record: what it said before it was put right, that somebody asked, and the links to ask. */
export function RightMark(props: {
  readonly family: FamilyLine
  readonly source: RightSource
  readonly record: string
  /** What the links are about, for whoever does not see where they stand. */
  readonly about: string
  readonly rectifications: readonly Rectification[]
  readonly mayAsk: boolean
}): JSX.Element | null {
  const { family, source, record, about, rectifications, mayAsk } = props
  const mine = rectifications.filter((one) => one.record === record)
  const waits = mine.some(({ verdict }) => verdict === undefined)
  const hidden = <span class="govuk-visually-hidden">{`: ${about.slice(0, 60)}`}</span>
  return (
    <span class="govuk-body-s">
      {mine
        .filter(({ verdict }) => verdict === 'put-right')
        .map((one) => (
          <>
            <br />
            <StatusPill meaning="information">Put right</StatusPill> <del dir="auto">{one.said}</del>
          </>
        ))}
      {waits && (
        <>
          <br />
          <StatusPill meaning="warning">Somebody asks to put this right</StatusPill>
        </>
      )}
      {mayAsk && !waits && (
        <>
          {' '}
          <a class="govuk-link" href={rightPaths.ask(family.id, source, record)}>
            Somebody says this is wrong{hidden}
          </a>{' '}
          <a class="govuk-link" href={rightPaths.mistake(family.id, source, record)}>
            Put a mistake right{hidden}
          </a>
        </>
      )}
    </span>
  )
}
