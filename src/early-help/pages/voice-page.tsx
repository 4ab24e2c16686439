import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { familyVoicePaths } from '../paths.ts'
import type { FamilyLine } from '../queries/families.ts'
import type { Member } from '../queries/people.ts'
import type { Dissent, Rectification } from '../queries/putting-right.ts'
import type { CaseworkTies } from '../queries/ties.ts'
import type { findContributions, findReadings, findStatements, VoiceRule } from '../queries/voice.ts'
import { onlyOnce, type Series, type Silent } from '../rules/readings.ts'
import { capturedWords, occasionWords, readingInWords, roleWords } from '../words/voice.ts'
import { FamilyFrame } from './family-frame.tsx'
import { Dissents, RightMark } from './putting-right-page.tsx'
import { ReadingsChart } from './readings-chart.tsx'
import { Columns3, Words } from './voice-cards.tsx'

/** What a family says, as far as it is open to whoever looks. */
export interface VoicePageProps {
  readonly visit: Visit
  readonly family: FamilyLine
  readonly relations: CaseworkTies['relations']
  readonly isOpen: boolean
  readonly mayWrite: boolean
  readonly rule: VoiceRule
  readonly members: readonly Member[]
  readonly statements: Awaited<ReturnType<typeof findStatements>>
  readonly readings: Awaited<ReturnType<typeof findReadings>>
  readonly series: readonly Series<Awaited<ReturnType<typeof findReadings>>[number]>[]
  readonly silent: readonly Silent<Member>[]
  readonly contributions: Awaited<ReturnType<typeof findContributions>>
  readonly rectifications: readonly Rectification[]
  readonly dissents: readonly Dissent[]
}

/** What the children and parents say: who has not been heard, the three columns, everybody's readings over time, words and drawings. */
export function VoicePage(props: VoicePageProps): JSX.Element {
  const { visit, family, relations, isOpen, mayWrite } = props
  return (
    <FamilyFrame visit={visit} family={family} relations={relations} current="voice" title="What they say">
      {isOpen ? (
        <>
          <Unheard {...props} />
          {mayWrite && <Steps {...props} />}
          <Columns3 {...props} />
          <Readings {...props} />
          <Words {...props} />
          <Dissents dissents={props.dissents} of="voice" />
        </>
      ) : (
        <p class="govuk-body">Nothing of this is open to you.</p>
      )}
    </FamilyFrame>
  )
}

function Unheard({ silent, rule }: VoicePageProps): JSX.Element | null {
  if (silent.length === 0) return null
  return (
    <Card title="Not heard for a while" id="unheard">
      <ul class="govuk-list govuk-list--spaced">
        {silent.map(({ child, since }) => (
          <li>
            <StatusPill meaning="warning">No own number</StatusPill> <bdi>{child.name}</bdi>
            {since ? `: none since ${dayInWords(since)}` : ': none yet'}, which is more than {rule.silentWeeks} weeks
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Steps({ family, members }: VoicePageProps): JSX.Element {
  const children = members.filter(({ part, id, keptAs, birth }) => part === 'child' && id === keptAs && birth.known !== 'due')
  const links = [
    ...children.map(({ id, name }) => ({ href: familyVoicePaths.ownReading(family.id, id), text: `Hand the device to ${name}` })),
    { href: familyVoicePaths.reading(family.id), text: 'Record a number that somebody gave' },
    { href: familyVoicePaths.words(family.id), text: 'Keep words or a drawing' },
    { href: familyVoicePaths.statement(family.id), text: 'Write what they worry about, what goes well, or what needs to happen' },
  ]
  return (
    <Card title="What can be done" id="steps">
      <ul class="govuk-list govuk-list--spaced">
        {links.map(({ href, text }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Readings({ family, series, rule, readings, rectifications, mayWrite }: VoicePageProps): JSX.Element {
  const questions = [...Map.groupBy(series, ({ question }) => question)]
  const once = onlyOnce(series)
  return (
    <Card title="From 0 to 10" id="readings">
      {readings.length === 0 && <p class="govuk-body">Nobody was asked yet.</p>}
      {questions.map(([question, of], index) => (
        <>
          <h3 class="govuk-heading-s">{question}</h3>
          <ReadingsChart
            id={`readings-${index}`}
            series={of}
            question={question}
            step={rule.improvedStep}
            csv={familyVoicePaths.readingsFile(family.id)}
          />
        </>
      ))}
      {readings.length > 0 && (
        <p class="govuk-body-s">
          {`0: ${rule.lowWords}. 10: ${rule.highWords}. A change of ${rule.improvedStep} or more upwards counts as improved. `}
          {once > 0 && `${once} of ${series.length} gave one number only. `}A gap is a day on which somebody gave none; nothing is filled
          in.
        </p>
      )}
      {series.map(({ name, role, readings: theirs }) => (
        <Fold title={`What ${name} said`} note={<span class="govuk-body-s">{roleWords[role]}</span>}>
          <ul class="govuk-list govuk-list--spaced">
            {theirs.toReversed().map((one) => (
              <li>
                <strong>{readingInWords(one)}</strong>
                {`, ${dayInWords(one.on)}, ${occasionWords[one.occasion].toLowerCase()}${one.captured ? `, ${capturedWords[one.captured].toLowerCase()}` : ''}`}
                {one.why !== '' && (
                  <>
                    <br />
                    Why: <span dir="auto">{one.why}</span>
                  </>
                )}
                {one.oneHigher !== '' && (
                  <>
                    <br />
                    One higher: <span dir="auto">{one.oneHigher}</span>
                  </>
                )}
                <RightMark
                  {...{ family, rectifications, record: one.id, source: 'scale_reading', mayAsk: mayWrite }}
                  about={`${name}, ${dayInWords(one.on)}`}
                />
              </li>
            ))}
          </ul>
        </Fold>
      ))}
    </Card>
  )
}
