import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { organisationPath } from '../paths.ts'
import type { KeptAct } from '../queries/succession-acts.ts'
import type { EndedByAct, RecordedAct, TakeBackRefusal } from '../rules/take-back.ts'
import { problemWords } from '../words/problems.ts'
import { actWords, many } from '../words/succession.ts'
import { TextLink } from './board-page.tsx'

/** What is shown before an act is taken back. */
export interface TakeBackView {
  readonly kept: KeptAct
  readonly recorded: RecordedAct
  readonly refusals: readonly TakeBackRefusal[]
  /** Sentences of other parts on what stands in the names of organisations that the act set up. */
  readonly elsewhere: readonly string[]
}

/** An act in a sentence: who became what, on which day. */
export function actInWords({ act, onDay, parties }: Pick<KeptAct, 'act' | 'onDay' | 'parties'>): string {
  const names = (isFormer: boolean): string =>
    parties
      .filter(({ part }) => (part === 'former') === isFormer)
      .map(({ name }) => name)
      .join(' and ')
  const then = act === 'end' ? actWords.end : `${actWords[act]} ${names(false)}`
  return `${names(true)} ${then} on ${dayInWords(onDay)}`
}

/** What will be as before, in plain words; or what is in the way. */
export function TakeBackPreview({ view: { kept, recorded, refusals, elsewhere } }: { readonly view: TakeBackView }): JSX.Element {
  if (refusals.length > 0)
    return (
      <Card id="in-the-way" title="This cannot be taken back as it stands" lead={`${actInWords(kept)}.`}>
        <ul class="govuk-list govuk-list--bullet">
          {refusals.map(({ code, names }) => (
            <li>{problemWords({ field: '', code, details: { names: names.join('; ') } })}.</li>
          ))}
        </ul>
      </Card>
    )
  return (
    <Card id="effects" title="What happens" lead={`It was recorded that ${actInWords(kept)}.`}>
      <ul class="govuk-list govuk-list--bullet">
        {kept.parties.map(({ part, name, wasEndsOn }) =>
          part === 'former' ? (
            <li>
              {name} {wasEndsOn ? `ends on ${dayInWords(wasEndsOn)}, as was recorded before.` : 'exists on, with no end.'}
            </li>
          ) : part === 'made' ? (
            <li>{name}, which was set up with it, is removed.</li>
          ) : null,
        )}
        <Held kept={kept} recorded={recorded} />
        {elsewhere.map((sentence) => (
          <li>{sentence}</li>
        ))}
        <li>Lists of members since then change with it. What was recorded at meetings stays.</li>
      </ul>
      <Restored ended={recorded.ended} />
    </Card>
  )
}

function Held({ kept, recorded: { ended } }: Pick<TakeBackView, 'kept' | 'recorded'>): JSX.Element {
  if (!kept.keepsEffects)
    return <li>Which appointments and posts ended with it was not kept at the time: they stay ended. Record anew those that go on.</li>
  const of = (kind: EndedByAct['kind']): number => ended.filter((one) => one.kind === kind).length
  const undone = ended.filter(({ wentOn }) => wentOn !== undefined).length
  return (
    <>
      <li>{many(of('appointment'), 'appointment goes on', 'appointments go on')} as before.</li>
      <li>{many(of('post'), 'post goes on', 'posts go on')} as before.</li>
      {undone > 0 && (
        <li>{many(undone, 'appointment or post that was', 'appointments and posts that were')} begun for a successor is undone.</li>
      )}
    </>
  )
}

function Restored({ ended }: { readonly ended: readonly EndedByAct[] }): JSX.Element | null {
  if (ended.length === 0) return null
  return (
    <>
      <h3 class="govuk-heading-s">What goes on as before</h3>
      <ul class="govuk-list">
        {ended.map(({ person, what, wasEndsOn }) => (
          <li>
            {person}: {what}
            {wasEndsOn && `, until ${dayInWords(wasEndsOn)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

/** An act that was taken back, for the page of an organisation. */
export function TakenBack({ kept }: { readonly kept: KeptAct }): JSX.Element {
  const others = kept.parties.filter(({ part }) => part === 'successor')
  return (
    <>
      It was recorded that {actInWords(kept)}. Taken back{kept.takenBackOn && ` on ${dayInWords(kept.takenBackOn)}`}: {kept.takenBackReason}
      {others.map(({ id, name }) => (
        <>
          {' '}
          <TextLink href={organisationPath(id)} text={name} />
        </>
      ))}
    </>
  )
}
