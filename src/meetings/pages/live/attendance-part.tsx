import type { JSX } from 'hono/jsx/jsx-runtime'
import { StatusPill } from '#platform/web/components/status-pill.tsx'
import type { FormState } from '#platform/web/forms.ts'
import type { Visit } from '#platform/web/visit.ts'
import { livePaths } from '../../paths.ts'
import type { PeopleView, PlaceView } from '../../queries/live/attendance-view.ts'
import { type Movement, movements } from '../../rules/come-and-go.ts'
import { outWords, uncountedWords, whereaboutsWords } from '../../words/live.ts'
import { LiveLine, LiveSelect, LiveTick } from './live-fields.tsx'
import { LiveButton, LiveForm } from './live-form.tsx'

/** What the part of attendance is told. */
export interface AttendancePartProps {
  readonly visit: Visit
  readonly meeting: string
  readonly view: PeopleView
  readonly keeps: boolean
  /** Whether whoever looks may say of themselves that they come and go. */
  readonly comes: boolean
  form(id: string): FormState
}

/** Who is where, one tap a change. */
export function AttendancePart(props: AttendancePartProps): JSX.Element {
  const { view, keeps } = props
  const isRunning = view.state === 'in_progress'
  const own = view.places.find(({ isOwn, also }) => isOwn && also === undefined)
  return (
    <section aria-labelledby="live-people">
      <h2 class="gt-section-title" id="live-people">
        People
      </h2>
      {isRunning && props.comes && own && !keeps && <Own {...props} own={own} />}
      {keeps && isRunning && view.unmarked > 0 && (
        <LiveButton
          visit={props.visit}
          id="rest"
          action={livePaths.act(props.meeting, 'rest')}
          problems={props.form('rest').problems}
          text={`Mark everybody not yet marked as present (${view.unmarked})`}
          look="secondary"
        />
      )}
      {[...Map.groupBy(view.places, ({ body }) => body?.id).values()].map((places) => (
        <Table {...props} places={places} isRunning={isRunning} />
      ))}
      {view.others.length > 0 && <p>Also in attendance: {view.others.join('; ')}.</p>}
      {keeps && isRunning && view.deputyLines.length > 0 && <Deputy {...props} />}
      <Audience {...props} isRunning={isRunning} />
    </section>
  )
}

/** Everybody of one body. At a joint meeting each is one press away once all are marked: two tables of people make a page that nobody scrolls through on a phone. */
function Table(props: AttendancePartProps & { readonly places: readonly PlaceView[]; readonly isRunning: boolean }): JSX.Element {
  const { places, view, keeps, isRunning } = props
  const body = places[0]?.body
  const list = (
    <ul class="gt-live-list">
      {places.map((place) => (
        <Place {...props} place={place} isRunning={isRunning} />
      ))}
    </ul>
  )
  if (!body) return list
  const people = places.filter(({ name, also }) => name !== '' && also === undefined)
  const hasProblems = places.some(({ field }) =>
    [`apologies-${field}`, ...movements.map((movement) => `move-${movement}-${field}`)].some((id) => props.form(id).problems.length > 0),
  )
  const here = people.filter(({ whereabouts }) => whereabouts === 'here' || whereabouts === 'remote').length
  return (
    <>
      <h3 class="gt-live-sub">{body.name}</h3>
      <details class="gt-live-more" id={`people-${body.id}`} open={hasProblems || (keeps && isRunning && view.unmarked > 0)}>
        <summary>
          {isRunning ? `${here} of ${people.length} are here` : `${people.length} people`}
          <span class="govuk-visually-hidden">, {body.name}</span>
        </summary>
        {list}
      </details>
    </>
  )
}

const standsAs = ({ whereabouts, uncounted }: PlaceView) => (uncounted ? uncountedWords : whereaboutsWords[whereabouts])

function Own(props: AttendancePartProps & { readonly own: PlaceView }): JSX.Element {
  const { own } = props
  const isHere = own.whereabouts === 'here' || own.whereabouts === 'remote'
  return (
    <div class="gt-live-own">
      <p>
        <strong>You:</strong> {(own.outFor === undefined ? standsAs(own).word : outWords(own.outFor)).toLowerCase()}
      </p>
      <div class="gt-live-buttons">
        {!isHere && <Move {...props} place={own} movement="arrive" text="I am in the room" look="primary" />}
        {own.whereabouts !== 'remote' && <Move {...props} place={own} movement="arrive-remote" text="I have joined by remote link" />}
        {own.whereabouts === 'remote' && <Move {...props} place={own} movement="arrive" text="I am in the room" />}
        {isHere && <Move {...props} place={own} movement="leave" text="I am leaving" />}
      </div>
    </div>
  )
}

function Move(
  props: AttendancePartProps & {
    readonly place: PlaceView
    readonly movement: Movement
    readonly text: string
    readonly look?: 'primary' | 'secondary' | 'quiet' | undefined
    readonly about?: string | undefined
  },
): JSX.Element {
  const { visit, meeting, place, movement, text, look, about } = props
  const id = `move-${movement}-${place.field}`
  return (
    <LiveButton
      visit={visit}
      id={id}
      action={livePaths.act(meeting, 'move')}
      fields={{ line: place.field, movement }}
      problems={props.form(id).problems}
      text={text}
      about={about}
      label={about === undefined ? text : `${place.name}: ${text.toLowerCase()}`}
      look={look}
    />
  )
}

function Place(props: AttendancePartProps & { readonly place: PlaceView; readonly isRunning: boolean }): JSX.Element {
  const { place, keeps, isRunning } = props
  const { meaning, word } = standsAs(place)
  return (
    <li class="gt-live-person" id={`person-${place.field}`} tabindex={-1}>
      <div class="gt-live-person__words">
        <p class="gt-live-person__name">{place.name === '' ? 'Vacant' : place.name}</p>
        <p class="gt-live-person__seat">
          {place.seat}
          {place.voting ? '' : ', no vote'}
          {place.also === undefined ? '' : `. Recorded once, under ${place.also}`}
        </p>
        <p class="gt-live-person__state">
          {place.outFor === undefined ? (
            <StatusPill meaning={meaning}>{word}</StatusPill>
          ) : (
            <StatusPill meaning="warning">{outWords(place.outFor)}</StatusPill>
          )}{' '}
          {place.times.length > 0 && <span>{place.times.join(', ')}</span>}
        </p>
        {place.deputy && (
          <p class="gt-live-person__state">
            <DeputyPill deputy={place.deputy} /> <span>{place.deputy.name}</span>
          </p>
        )}
      </div>
      {keeps && isRunning && place.name !== '' && place.also === undefined && <Taps {...props} />}
    </li>
  )
}

function DeputyPill({ deputy }: { readonly deputy: NonNullable<PlaceView['deputy']> }): JSX.Element {
  if (deputy.outFor !== undefined) return <StatusPill meaning="warning">{`Deputy out for item ${deputy.outFor}: interest`}</StatusPill>
  return <StatusPill meaning={deputy.counts ? 'good' : 'warning'}>{deputy.counts ? 'Deputy here' : 'Deputy here, not counted'}</StatusPill>
}

/** The likely tap stands open; the rest folds out. */
function Taps(props: AttendancePartProps & { readonly place: PlaceView }): JSX.Element {
  const { visit, meeting, place } = props
  const about = place.name
  const isHere = place.whereabouts === 'here' || place.whereabouts === 'remote'
  const apologies = `apologies-${place.field}`
  const hasProblems = [apologies, ...['not-left', 'not-here'].map((movement) => `move-${movement}-${place.field}`)].some(
    (id) => props.form(id).problems.length > 0,
  )
  return (
    <div class="gt-live-taps">
      {isHere ? (
        <Move {...props} movement="leave" text="Left" about={about} />
      ) : (
        <Move {...props} movement="arrive" text={place.whereabouts === 'left' ? 'Returned' : 'Arrived'} about={about} />
      )}
      <details class="gt-live-more" id={`more-${place.field}`} open={hasProblems}>
        <summary>
          More<span class="govuk-visually-hidden"> for {place.name}</span>
        </summary>
        <div class="gt-live-buttons">
          {place.whereabouts === 'remote' ? (
            <Move {...props} movement="arrive" text="Now in the room" about={about} />
          ) : (
            <Move {...props} movement="arrive-remote" text="By remote link" about={about} />
          )}
          {(place.whereabouts === 'not-marked' || place.whereabouts === 'apologies' || place.whereabouts === 'no-show') && (
            <LiveButton
              visit={visit}
              id={apologies}
              action={livePaths.act(meeting, 'apologies')}
              fields={{ line: place.field, sent: place.whereabouts === 'apologies' ? '' : 'yes' }}
              problems={props.form(apologies).problems}
              text={place.whereabouts === 'apologies' ? 'Sent no apologies' : 'Sent apologies'}
              about={about}
              label={`${place.name}: apologies`}
            />
          )}
          {place.whereabouts === 'left' && (
            <Move {...props} movement="not-left" text="That was wrong: did not leave" about={about} look="quiet" />
          )}
          {isHere && <Move {...props} movement="not-here" text="That was wrong: has not arrived" about={about} look="quiet" />}
        </div>
      </details>
    </div>
  )
}

function Deputy({ visit, meeting, view, form }: AttendancePartProps): JSX.Element {
  const state = form('deputy')
  return (
    <details class="gt-live-more" id="deputy-more" open={state.problems.length > 0}>
      <summary>Somebody comes in a member’s place</summary>
      <LiveForm visit={visit} id="deputy" action={livePaths.act(meeting, 'deputy')} problems={state.problems} label="Deputy">
        <LiveSelect form="deputy" state={state} name="line" label="In whose place?" offers={view.deputyLines} />
        <LiveSelect form="deputy" state={state} name="person" label="Who has come?" offers={view.deputyPeople} />
        <LiveTick form="deputy" state={state} name="agreed" label="The chair agrees, and the core members are told, here in the room" />
        <LiveTick form="deputy" state={state} name="onlyAttends" label="In attendance only: not counted, no vote" />
        <button type="submit" class="gt-live-button gt-live-button--secondary">
          Note who has come
        </button>
      </LiveForm>
    </details>
  )
}

function Audience({
  visit,
  meeting,
  view,
  keeps,
  isRunning,
  form,
}: AttendancePartProps & { readonly isRunning: boolean }): JSX.Element | null {
  const { number, names } = view.audience
  const counted = form('audience-number')
  const named = form('audience-name')
  if (!keeps && number === 0) return null
  const action = livePaths.act(meeting, 'audience')
  return (
    <div class="gt-live-audience">
      <p>
        <strong>Members of the public:</strong> {number === 0 ? 'none noted' : number}
        {names.length > 0 && `. Names given, for the record and never public: ${names.join(', ')}`}
      </p>
      {keeps && isRunning && (
        <details class="gt-live-more" id="audience-more" open={counted.problems.length + named.problems.length > 0}>
          <summary>Note members of the public</summary>
          <LiveForm visit={visit} id="audience-number" action={action} problems={counted.problems} label="Members of the public">
            <LiveLine form="audience-number" state={counted} name="number" label="How many are there now?" short />
            <button type="submit" class="gt-live-button gt-live-button--secondary">
              Keep the number
            </button>
          </LiveForm>
          <LiveForm visit={visit} id="audience-name" action={action} problems={named.problems} label="Somebody of the public">
            <LiveLine
              form="audience-name"
              state={named}
              name="name"
              label="A name, where the rules ask for it"
              hint="Names are never public."
            />
            <button type="submit" class="gt-live-button gt-live-button--secondary">
              Keep the name
            </button>
          </LiveForm>
        </details>
      )}
    </div>
  )
}
