import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { DataTable } from '#platform/web/components/data-table.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { TypedWords } from '#platform/web/components/prose.tsx'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { voicePaths } from '../paths.ts'
import type { Answer } from '../queries/answers.ts'
import type { Attachment, NamedTarget } from '../queries/attachments.ts'
import type { Theme } from '../queries/ground.ts'
import type { View } from '../queries/views.ts'
import { sightWords, targetWords, viewStateWords, whoseWords } from '../words/voice.ts'

/** What was said at an event or to a consultation, and what came of it. */
export interface SourceParts {
  readonly visit: Visit
  readonly views: readonly View[]
  readonly answers: readonly Answer[]
  readonly attachments: readonly Attachment[]
  readonly targets: ReadonlyMap<string, NamedTarget>
  /** Decisions that answers name and the reader may see, by id. */
  readonly decisions: ReadonlyMap<string, NamedTarget>
  readonly themes: readonly Theme[]
  /** Whether one may add to it and change it. */
  readonly mayKeep: boolean
  /** Addresses of the forms that add to it. */
  readonly add: { readonly view: string; readonly answer: string; readonly attach: string }
}

/** Views in the words in which they were said, theme by theme; those that are not cleared stand apart, for whoever may read them. */
export function ViewsCard({ views, mayKeep, add }: SourceParts): JSX.Element {
  const cleared = views.filter(({ state }) => state === 'cleared')
  const waiting = views.filter(({ state }) => state !== 'cleared')
  const themes = [...new Set(cleared.map(({ themeName }) => themeName))]
  return (
    <Card
      id="views"
      title="In their own words"
      lead="Nobody is named. Another person than who wrote them down has checked them."
      link={mayKeep ? { text: 'Enter words', href: add.view } : undefined}
    >
      {cleared.length === 0 && <p class="gt-missing">No words are published yet</p>}
      {themes.map((theme) => (
        <>
          <h3 class="govuk-heading-s">{theme ?? 'Of no theme'}</h3>
          <ul class="govuk-list gt-rows">
            {cleared
              .filter(({ themeName }) => themeName === theme)
              .map((view) => (
                <Words view={view} mayChange={mayKeep} />
              ))}
          </ul>
        </>
      ))}
      {waiting.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Not published</h3>
          <ul class="govuk-list gt-rows">
            {waiting.map((view) => (
              <Words view={view} mayChange={mayKeep} />
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}

function Words({ view, mayChange }: { readonly view: View; readonly mayChange: boolean }): JSX.Element {
  const { word, meaning } = viewStateWords[view.state]
  return (
    <li>
      <div>
        <blockquote class="gt-voice">
          <TypedWords words={view.words} />
        </blockquote>
        <span class="govuk-hint">
          {whoseWords[view.whose]}
          {view.ages !== null && `, ${view.ages}`}
          {view.state === 'withheld' && `. Withheld: ${view.reason}`}
        </span>
        {mayChange && (
          <>
            {' '}
            <a class="govuk-link" href={voicePaths.view(view.id, 'edit')}>
              Change<span class="govuk-visually-hidden"> the words ‘{view.words.slice(0, 40)}’</span>
            </a>
          </>
        )}
      </div>
      {view.state !== 'cleared' && <StatusPill meaning={meaning}>{word}</StatusPill>}
    </li>
  )
}

/** 'You said, we did': each with the decision that answers it, or the reason why nothing was done. */
export function AnswersCard(
  props: Pick<SourceParts, 'answers' | 'decisions' | 'themes' | 'mayKeep'> & { readonly addHref?: string },
): JSX.Element {
  const { answers, decisions, themes, mayKeep, addHref } = props
  return (
    <Card
      id="answers"
      title="You said, we did"
      flush={answers.length > 0}
      link={mayKeep && addHref ? { text: 'Say what was done', href: addHref } : undefined}
    >
      {answers.length === 0 ? (
        <p class="gt-missing">Nobody has said yet what was done</p>
      ) : (
        <DataTable
          caption="What people said, and what was done"
          hideCaption
          narrow="stack"
          columns={[{ heading: 'You said' }, { heading: 'We did' }, { heading: 'Decision' }, { heading: 'Said on' }]}
          rows={answers.map((answer) => ({
            cells: [
              <>
                {themes.find(({ id }) => id === answer.theme)?.name ? <b>{themes.find(({ id }) => id === answer.theme)?.name}: </b> : ''}
                {answer.said}
              </>,
              answer.did === '' ? (
                <>
                  <b>Nothing, because:</b> {answer.reason}
                </>
              ) : (
                answer.did
              ),
              <DecisionCell answer={answer} decisions={decisions} />,
              <>
                {dayInWords(answer.onDay)}
                {mayKeep && (
                  <>
                    <br />
                    {answer.sight !== 'public' && `${sightWords[answer.sight].word}. `}
                    <a class="govuk-link" href={voicePaths.answer(answer.id, 'edit')}>
                      Change<span class="govuk-visually-hidden"> the answer to ‘{answer.said.slice(0, 40)}’</span>
                    </a>
                  </>
                )}
              </>,
            ],
          }))}
        />
      )}
    </Card>
  )
}

function DecisionCell({ answer, decisions }: { readonly answer: Answer; readonly decisions: SourceParts['decisions'] }): JSX.Element {
  const decision = answer.decision === null ? undefined : decisions.get(answer.decision)
  if (!decision) return <span class="gt-quiet">None</span>
  return (
    <a class="govuk-link" href={decision.href}>
      {decision.title}
    </a>
  )
}

/** To which matters of meetings and plans it was brought, and since when. */
export function AttachmentsCard({ visit, attachments, targets, mayKeep, add }: SourceParts): JSX.Element {
  const shown = attachments.flatMap((attachment) => {
    const target = targets.get(attachment.target)
    return target ? [{ attachment, target }] : []
  })
  return (
    <Card
      id="brought"
      title="What it was brought to"
      lead="A voice counts as heard before a decision only where it was linked on an earlier day."
      link={mayKeep ? { text: 'Link it with a matter', href: add.attach } : undefined}
    >
      {shown.length === 0 ? (
        <p class="gt-missing">Not linked with any decision, item or priority yet</p>
      ) : (
        <ul class="govuk-list gt-rows">
          {shown.map(({ attachment, target }) => (
            <li>
              <div>
                <a class="govuk-link" href={target.href}>
                  {target.title}
                </a>
                <br />
                <span class="govuk-hint">
                  {targetWords[attachment.kind]}
                  {target.on && ` of ${dayInWords(target.on)}`}, linked on {dayInWords(attachment.on)}. {attachment.why}
                </span>
              </div>
              {mayKeep && (
                <PostButton visit={visit} action={voicePaths.endAttachment(attachment.id)} text="Unlink" about={target.title} look="link" />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
