import type { JSX } from 'hono/jsx/jsx-runtime'
import { dayInWords, instantInWords } from '#platform/time/words.ts'
import { Card } from '#platform/web/components/card.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import type { Children } from '#platform/web/render.ts'
import type { Visit } from '#platform/web/visit.ts'
import { type CurvePart, curvePaths } from '../paths.ts'
import type { AgreedAction, CurveParts } from '../queries/curve.ts'
import type { Forecast } from '../queries/forecasts.ts'
import type { MeasureView } from '../queries/measure-page.ts'
import type { Compared, CurveStanding } from '../rules/curve.ts'
import { printedFigure } from '../rules/judge.ts'
import { periodWords } from '../rules/period.ts'
import { actionStateWords, costWords } from '../words/curve.ts'
import { methodWords } from '../words/measure.ts'

/** Everything that the page of a curve shows. */
export interface CurveView extends CurveParts {
  readonly view: MeasureView
  /** Frozen forecasts of what comes if nothing is done, the latest first. */
  readonly forecasts: readonly Forecast[]
  /** The latest of them, which the verdict rests on; null where there is none. */
  readonly forecast: Forecast | null
  readonly compared: readonly Compared[]
  readonly standing: CurveStanding
  /** Whether whoever asks may tell the story, add and take back. */
  readonly mayTurn: boolean
  readonly mayFreeze: boolean
}

interface Props {
  readonly visit: Visit
  readonly curve: CurveView
}

/** The story behind the curve, partners, what works, and what was agreed. */
export function PartsCards({ visit, curve }: Props): JSX.Element {
  const { view, stories, mayTurn, ideas } = curve
  const [story] = stories
  const add = (part: CurvePart, text: string) => (mayTurn ? { link: { text, href: curvePaths.add(view.measure.id, part) } } : {})
  const cheap = ideas.some(({ cost }) => cost === 'none' || cost === 'low')
  return (
    <>
      <Card id="story" title="The story behind it" {...add('story', story ? 'Tell it anew' : 'Tell it')}>
        {story ? (
          <>
            <p class="gt-typed">{story.words}</p>
            <p class="gt-quiet">Told {instantInWords(story.madeAt)}</p>
          </>
        ) : (
          <p>Nobody has said yet why it goes as it goes.</p>
        )}
      </Card>
      <Card id="partners" title="Partners" {...add('partner', 'Add a partner')}>
        <Rows
          none="Nobody is named yet who has a part in turning it."
          rows={curve.partners.map(({ id, name, part }) => ({
            name,
            drawn: (
              <>
                <strong>{name}</strong>
                <p>{part}</p>
              </>
            ),
            id,
          }))}
          {...{ visit, curve, part: 'partner' }}
        />
      </Card>
      <Card id="works" title="What works" {...add('idea', 'Add an idea')}>
        <Rows
          none="No idea is written down yet."
          rows={ideas.map(({ id, words, cost, evidence }) => ({
            name: words,
            drawn: (
              <>
                <span class="gt-typed">{words}</span>
                <p>
                  {costWords[cost]}
                  {evidence !== '' && `. ${evidence}`}
                </p>
              </>
            ),
            id,
          }))}
          {...{ visit, curve, part: 'idea' }}
        />
        {ideas.length > 0 && !cheap && <p>None of these costs nothing or little. Which one would?</p>}
      </Card>
      <Card id="agreed" title="What was agreed" {...add('action', 'Add an action')}>
        <Rows
          none="Nothing is agreed yet."
          rows={curve.actions.map((one) => ({ name: one.action?.title ?? one.words, drawn: <Agreed agreed={one} />, id: one.id }))}
          {...{ visit, curve, part: 'action' }}
        />
      </Card>
    </>
  )
}

function Rows(
  props: Props & {
    readonly part: Exclude<CurvePart, 'story'>
    readonly none: string
    readonly rows: readonly { readonly id: string; readonly name: string; readonly drawn: Children }[]
  },
): JSX.Element {
  const { visit, curve, part, none, rows } = props
  if (rows.length === 0) return <p>{none}</p>
  return (
    <ul class="gt-list">
      {rows.map(({ id, name, drawn }) => (
        <li>
          {drawn}
          {curve.mayTurn && (
            <PostButton
              visit={visit}
              action={curvePaths.takeBack(curve.view.measure.id, part, id)}
              text="Take back"
              about={name}
              look="link"
            />
          )}
        </li>
      ))}
    </ul>
  )
}

function Agreed({ agreed }: { readonly agreed: AgreedAction }): JSX.Element {
  const { action, words, who, byWhen } = agreed
  if (action === null)
    return (
      <>
        <span class="gt-typed">{words}</span>
        <p>{[who, byWhen && `by ${dayInWords(byWhen)}`, 'in no plan yet'].filter((one) => one).join(', ')}</p>
      </>
    )
  return (
    <>
      <a class="govuk-link" href={action.href}>
        {[action.reference, action.title].filter((one) => one !== '').join(' ')}
      </a>
      <p>
        {actionStateWords[action.state]}
        {action.dueWords !== '' && `, due ${action.dueWords}`}. From {action.planTitle}
      </p>
    </>
  )
}

/** Baselines, and every forecast that was frozen with its day, method and author. */
export function ForecastsCard({ curve }: { readonly curve: CurveView }): JSX.Element {
  const { view, forecasts } = curve
  const { baselines, reading } = view
  return (
    <Card id="frozen" title="Baselines and frozen forecasts">
      {baselines.length === 0 && forecasts.length === 0 && <p>No baseline is stated and no forecast is frozen yet.</p>}
      <ul class="gt-list">
        {baselines.map(({ value, period, method }) => (
          <li>
            <strong>
              Baseline {printedFigure(value, reading.definition)}, {periodWords(period)}
            </strong>
            <p>{methodWords[method]}</p>
          </li>
        ))}
        {forecasts.map(({ frozenOn, method, author, points }) => {
          const last = points.at(-1)
          return (
            <li>
              <strong>Frozen on {dayInWords(frozenOn)}</strong>
              <p>
                {last && `${printedFigure(last.value, reading.definition)} by ${periodWords(last.period)} if nothing is done. `}
                {method} Made by {author}.
              </p>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
