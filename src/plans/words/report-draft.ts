import { type Block, type Inline, type Paper, run } from '#platform/paper/tree.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { ActionThen, PlanThen, ReportRecord } from '../queries/report-record.ts'
import { countColours } from '../rules/rag.ts'
import type { SectionCode, StateThen } from '../rules/report.ts'
import { actionStateWords } from './plan.ts'
import { colourWords, countsInWords } from './rag.ts'
import { movementWords, placeInWords } from './risk.ts'

type Draw = (record: ReportRecord, origin: string) => readonly Block[]

const says = (...content: readonly Inline[]): Block => ({ type: 'paragraph', content })
const sentence = (text: string): Block => says(run(text))
const head = (text: string, level = 1): Block => ({ type: 'heading', level, content: [run(text)] })
const linked = (text: string, href: string, origin: string): Inline => run(text, { href: `${origin}${href}` })
const listOf = (items: readonly (readonly Inline[])[]): readonly Block[] =>
  items.length === 0 ? [] : [{ type: 'list', ordered: false, items: items.map((content) => ({ content, lists: [] })) }]
const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)
const stateThenWords = (state: StateThen): string =>
  state === 'unknown' ? 'not recorded how it stood' : actionStateWords[state].word.toLowerCase()

/** Drafts the sections of a report from the record: what stands, said plainly; what nobody recorded is said to be so. Empty for the foreword. */
export function draftSection(code: SectionCode, record: ReportRecord, origin: string): Paper {
  return { version: 1, blocks: drawn[code](record, origin) }
}

const drawn: Readonly<Record<SectionCode, Draw>> = {
  foreword: () => [],
  summary: ({ plans, day }, origin) => plans.flatMap((plan) => summaryOf(plan, day, origin)),
  priorities: (record, origin) => byPlan(record, (plan, level) => plan.priorities.flatMap((one) => priorityOf(one, level, origin))),
  actions: (record, origin) => byPlan(record, (plan, level) => doneAndLate(plan, level, origin)),
  impact: ({ plans }) =>
    orNothing(
      listOf(
        plans.flatMap(({ impacts }) =>
          impacts.map(({ of, text, evidence, onDay }) => [
            run(`${of}: `, { strong: true }),
            run(`${stop(text)} ${evidence === '' ? 'What shows it is not recorded' : `Shown by: ${evidence}`} (${dayInWords(onDay)})`),
          ]),
        ),
      ),
      'In this period nobody recorded what changed because of the actions.',
    ),
  measures: ({ aside }, origin) =>
    orNothing(
      listOf(
        aside.measures.map(({ title, said, href }) => [
          linked(title, href, origin),
          run(`: ${said ?? 'no figure is published for this period'}`),
        ]),
      ),
      'No measure of these priorities and outcomes is recorded.',
    ),
  voices: ({ aside }, origin) =>
    orNothing(
      listOf(aside.voices.map(({ title, said, href }) => [linked(title, href, origin), ...(said === undefined ? [] : [run(`, ${said}`)])])),
      'No voice of children, families or staff is linked with this for these months.',
    ),
  decisions: ({ decisions }, origin) =>
    orNothing(
      listOf(
        decisions.map(({ number, text, decidedOn, href }) => [
          linked([dayInWords(decidedOn), number].filter((part) => part !== '').join(', '), href, origin),
          run(`: ${text}`),
        ]),
      ),
      'No decision of the board is recorded for these months.',
    ),
  risks: ({ plans }, origin) =>
    orNothing(
      listOf(
        plans.flatMap(({ risks }) =>
          risks.map(({ name, href, stood, movement }) => [
            linked(name, href, origin),
            run(`: ${stood ? placeInWords(stood.scale, stood.place) : 'not scored'}. ${movementWords[movement].word}`),
          ]),
        ),
      ),
      'No risk to this is recorded.',
    ),
  next: (record, origin) => byPlan(record, (plan) => comingOf(plan, origin)),
}

const orNothing = (blocks: readonly Block[], nothing: string): readonly Block[] => (blocks.length === 0 ? [sentence(nothing)] : blocks)

/** A plan after the other, under its title where there are several; `level` is that of the headings below. */
function byPlan({ plans }: ReportRecord, draw: (plan: PlanThen, level: number) => readonly Block[]): readonly Block[] {
  if (plans.length === 1) return plans.flatMap((plan) => draw(plan, 1))
  return plans.flatMap((plan) => [head(plan.title), ...draw(plan, 2)])
}

function summaryOf({ title, href, priorities, actions, rounds }: PlanThen, day: Temporal.PlainDate, origin: string): readonly Block[] {
  const of = (...states: readonly StateThen[]): number => actions.filter(({ state }) => states.includes(state)).length
  const unknown = of('unknown')
  const stood = `${of('done')} done, ${of('started')} started, ${of('not-started')} not started, ${of('stopped')} stopped${unknown === 0 ? '' : `, and of ${unknown} it is not recorded how they stood`}`
  const inPeriod = actions.filter(({ isDoneInPeriod }) => isDoneInPeriod).length
  const late = actions.filter(({ isOverdue }) => isOverdue).length
  return [
    says(
      linked(title, href, origin),
      run(
        ` held ${counted(priorities.length, 'priority', 'priorities')} and ${counted(actions.length, 'action', 'actions')} on ${dayInWords(day)}: ${stood}. `,
      ),
      run(`By colour: ${countsInWords(countColours(actions.map(({ colour }) => colour)))}. `),
      run(
        `In this period ${counted(inPeriod, 'action was', 'actions were')} done; ${late === 0 ? 'none was overdue' : `${late} ${late === 1 ? 'was' : 'were'} overdue`} at its end.`,
      ),
    ),
    ...rounds.map(({ closedOn, summary }) =>
      sentence(
        `The review that closed on ${dayInWords(closedOn)}${summary === '' ? ' told the board nothing in words.' : ` told the board: ${summary}`}`,
      ),
    ),
  ]
}

function priorityOf({ name, actions }: PlanThen['priorities'][number], level: number, origin: string): readonly Block[] {
  if (actions.length === 0) return [head(name, level), sentence('No action stands under it.')]
  return [
    head(name, level),
    sentence(`${countsInWords(countColours(actions.map(({ colour }) => colour)))}.`),
    ...listOf(
      actions.map(({ name: action, href, colour, state, said }) => [
        linked(action, href, origin),
        run(
          `: ${colourWords[colour].word.toLowerCase()}, ${stateThenWords(state)}. ${said ? stop(said.text) : 'Nothing was said of it in this period.'}`,
        ),
      ]),
    ),
  ]
}

function doneAndLate({ actions }: PlanThen, level: number, origin: string): readonly Block[] {
  const done = actions.filter(({ isDoneInPeriod }) => isDoneInPeriod)
  const late = actions.filter(({ isOverdue }) => isOverdue)
  const line = (action: ActionThen, more: string): readonly Inline[] => [linked(action.name, action.href, origin), run(more)]
  return [
    head('Done', level),
    ...orNothing(
      listOf(
        done.map((action) => {
          const on = action.doneOn ? `: ${dayInWords(action.doneOn)}. ` : '. '
          return line(action, `${on}${action.said?.evidence ? `Evidence: ${stop(action.said.evidence)}` : 'No evidence is recorded.'}`)
        }),
      ),
      'Nothing was done in this period, as far as it was recorded.',
    ),
    head('Overdue', level),
    ...orNothing(
      listOf(
        late.map((action) =>
          line(action, `: due ${action.dueWords}. ${action.said ? stop(action.said.text) : 'Nothing was said of it in this period.'}`),
        ),
      ),
      'Nothing was overdue.',
    ),
  ]
}

function comingOf({ actions }: PlanThen, origin: string): readonly Block[] {
  const open = actions.filter(({ state, isOverdue }) => (state === 'not-started' || state === 'started') && !isOverdue)
  const key = ({ dueTo }: ActionThen): string => dueTo?.toString() ?? '9999'
  const lines = open
    .toSorted((one, other) => key(one).localeCompare(key(other)))
    .map((action) => [
      linked(action.name, action.href, origin),
      run(action.dueWords === '' ? ': no day is settled' : `: ${action.dueWords}`),
    ])
  return orNothing(listOf(lines), 'No action is open whose day is still to come.')
}
