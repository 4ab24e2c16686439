import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { Fold } from '#platform/web/components/fold.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import { familyVoicePaths } from '../paths.ts'
import { ageOn } from '../rules/birth.ts'
import { ageInWords } from '../words/people.ts'
import { capturedWords, type StatementKind, statementKinds } from '../words/voice.ts'
import { RightMark } from './putting-right-page.tsx'
import type { VoicePageProps } from './voice-page.tsx'

/** The three columns as the partnership calls them; on a phone one under another. */
export function Columns3(props: VoicePageProps): JSX.Element {
  const { rule, statements } = props
  const titles: Readonly<Record<StatementKind, string>> = { worried: rule.worriedLabel, well: rule.wellLabel, happen: rule.happenLabel }
  return (
    <div class="gt-three-columns">
      {statementKinds.map((kind) => (
        <Card title={titles[kind]} id={kind}>
          {statements.every((one) => one.kind !== kind) && <p class="govuk-body">Nothing is written yet.</p>}
          {statements
            .filter((one) => one.kind === kind)
            .map((one) => (
              <Statement {...props} statement={one} />
            ))}
        </Card>
      ))}
    </div>
  )
}

function Withheld(props: VoicePageProps & { readonly from: string | null; readonly tellsOfOthers: boolean }): JSX.Element | null {
  const { members, from, tellsOfOthers } = props
  if (!from && !tellsOfOthers) return null
  return (
    <p class="govuk-body-s">
      {from && <StatusPill meaning="exempt">{`Not for ${members.find(({ id }) => id === from)?.name ?? 'one of the family'}`}</StatusPill>}{' '}
      {tellsOfOthers && 'Tells of somebody outside the family.'}
    </p>
  )
}

function Statement(props: VoicePageProps & { readonly statement: VoicePageProps['statements'][number] }): JSX.Element {
  const { family, members, mayWrite, statement } = props
  const { id, words, goal, forHowLong, whose, about, saidOn, disputes, tellsOfOthers, withheldFrom } = statement
  const child = members.find((one) => one.id === about)?.name
  return (
    <div class="gt-said">
      <blockquote class="gt-said__words" dir="auto">
        {words}
      </blockquote>
      <p class="govuk-body-s">{`${whose}, ${dayInWords(saidOn)}${child ? `, about ${child}` : ''}`}</p>
      {goal !== '' && (
        <p class="govuk-body">
          <strong>When it is better:</strong> <span dir="auto">{goal}</span> <span class="govuk-body-s">{forHowLong}</span>
        </p>
      )}
      {disputes.map((one) => (
        <div class="gt-said__other">
          <StatusPill meaning="information">Sees it otherwise</StatusPill>
          <blockquote class="gt-said__words" dir="auto">
            {one.words}
          </blockquote>
          <p class="govuk-body-s">{`${one.who}, ${dayInWords(one.saidOn)}`}</p>
        </div>
      ))}
      <Withheld {...props} from={withheldFrom} tellsOfOthers={tellsOfOthers} />
      {mayWrite && (
        <p class="govuk-body-s gt-said__links">
          <a class="govuk-link" href={familyVoicePaths.dispute(family.id, id)}>
            Somebody sees it otherwise<span class="govuk-visually-hidden">: {words.slice(0, 60)}</span>
          </a>{' '}
          <a class="govuk-link" href={familyVoicePaths.changeStatement(family.id, id)}>
            Change<span class="govuk-visually-hidden">: {words.slice(0, 60)}</span>
          </a>
        </p>
      )}
    </div>
  )
}

/** Their own words and drawings, the latest first, with how old they were then; all but the latest three fold. */
export function Words(props: VoicePageProps): JSX.Element {
  const { contributions } = props
  const [latest, earlier] = [contributions.slice(0, 3), contributions.slice(3)]
  return (
    <Card title="In their own words, and drawings" id="words">
      {contributions.length === 0 && <p class="govuk-body">Nothing is kept yet.</p>}
      {latest.map((one) => (
        <Contribution {...props} one={one} />
      ))}
      {earlier.length > 0 && (
        <Fold title={`${earlier.length} earlier`}>
          {earlier.map((one) => (
            <Contribution {...props} one={one} />
          ))}
        </Fold>
      )}
    </Card>
  )
}

function Contribution(props: VoicePageProps & { readonly one: VoicePageProps['contributions'][number] }): JSX.Element {
  const { family, members, one, rectifications, mayWrite } = props
  const author = members.find(({ id }) => id === one.person)
  const age = author && author.birth.known !== 'due' ? ageInWords(ageOn(author.birth, one.saidOn)) : undefined
  return (
    <div class="gt-said">
      {one.words !== '' && (
        <blockquote class="gt-said__words" dir="auto">
          {one.words}
        </blockquote>
      )}
      {one.drawing && one.described && (
        <figure class="gt-said__drawing">
          <img src={familyVoicePaths.drawing(family.id, one.drawing)} alt={one.described} width={one.width ?? 1} height={one.height ?? 1} />
          <figcaption class="govuk-body-s" dir="auto">
            {one.described}
          </figcaption>
        </figure>
      )}
      <p class="govuk-body-s">
        <bdi>{one.name}</bdi>
        {`${age ? `, ${age}` : ''}, ${dayInWords(one.saidOn)}. ${capturedWords[one.captured]}; kept by ${one.enteredByName}.`}
      </p>
      <Withheld {...props} from={one.withheldFrom} tellsOfOthers={one.tellsOfOthers} />
      <RightMark
        {...{
          family,
          rectifications,
          record: one.id,
          source: 'own_words',
          about: `${one.name}, ${dayInWords(one.saidOn)}`,
          mayAsk: mayWrite,
        }}
      />
    </div>
  )
}
