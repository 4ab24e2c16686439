import { findMembership, findTermsInForce, listPeople } from '#governance/public-data.ts'
import { weekdayInWords } from '#platform/time/words.ts'
import type { FieldOption, FieldSpec } from '#platform/web/form-page/form-fields.tsx'
import { optionsOf } from '#platform/web/form-page/form-fields.tsx'
import type { FormShape } from '#platform/web/form-page/form-page.tsx'
import { nomineesOf } from '../commands/election/nominate.ts'
import { tiedOf } from '../commands/election/settle-tie.ts'
import { electionPaths } from '../paths.ts'
import { type Election, findCandidates } from '../queries/elections.ts'
import { findOpenMeetings } from '../queries/meetings.ts'
import { electedPosts, nextStep, waysOfTie } from '../rules/election.ts'
import { electedPostWords, electionTitle, tieWayWords } from '../words/election.ts'
import type { Asked } from './gates.ts'

/** A request about an election. */
export type AskedElection = Asked & { readonly election: Election }

const crumbs = ({ body }: Asked, election?: Election) => [
  { text: body.name, href: `/boards/${body.slug}` },
  { text: 'Elections', href: electionPaths.list(body.slug) },
  ...(election ? [{ text: electionTitle(election), href: electionPaths.election(election.id) }] : []),
]

/** The form that calls an election. */
export async function callShape(asked: Asked): Promise<FormShape> {
  const { reader, body, visit } = asked
  const { seats } = await findMembership(reader, body.id, visit.today)
  const meetings = (await findOpenMeetings(reader, body.id, visit.today)).filter(
    ({ state }) => state === 'called' || state === 'in_progress',
  )
  const fields: readonly FieldSpec[] = [
    { kind: 'radios', name: 'post', label: 'What is elected?', options: optionsOf(electedPostWords, electedPosts) },
    {
      kind: 'select',
      name: 'seat',
      label: 'Seat',
      hint: 'For an election to a seat',
      none: 'None',
      options: seats.map(({ id, name }) => ({ value: id, text: name })),
    },
    {
      kind: 'select',
      name: 'meeting',
      label: 'At a meeting?',
      hint: 'At a meeting those vote who are there, with their deputies; outside one everybody who holds a voting place on the day it opens',
      none: 'Outside a meeting',
      options: meetings.map(({ id, heldOn }) => ({ value: id, text: weekdayInWords(heldOn) })),
    },
    { kind: 'day', name: 'nominationsUntil', label: 'Last day for nominations', hint: 'Empty: until the ballot opens' },
    {
      kind: 'lines',
      name: 'note',
      label: 'What members should know',
      hint: 'For example the term of office, or why there is an election now',
    },
  ]
  return {
    title: 'Call an election',
    caption: body.name,
    breadcrumbs: crumbs(asked),
    groups: [{ fields }],
    submit: 'Call the election',
    first: {},
    cancel: electionPaths.list(body.slug),
  }
}

/** The form that nominates somebody. */
export async function nominateShape(asked: AskedElection): Promise<FormShape> {
  const { reader, visit, body, election, standing } = asked
  const eligible = await nomineesOf(reader, election, visit.today)
  const named = new Set((await findCandidates(reader, election.id)).map(({ person }) => person))
  const people: readonly FieldOption[] = (await listPeople(reader)).map(({ id, name }) => ({ value: id, text: name }))
  const nominees = people.filter(({ value }) => (eligible === 'anybody' || eligible.has(value)) && !named.has(value))
  const { seats } = await findMembership(reader, body.id, visit.today)
  const members = new Set(seats.flatMap(({ places }) => places.flatMap(({ holder }) => holder?.person.id ?? [])))
  const byClerk: readonly FieldSpec[] = standing.clerkOf.has(body.id)
    ? [{ kind: 'select', name: 'nominatedBy', label: 'Nominated by', options: people.filter(({ value }) => members.has(value)) }]
    : []
  return {
    title: 'Nominate somebody',
    caption: electionTitle(election),
    lead: 'Whoever you nominate must accept before the ballot opens. You can nominate yourself.',
    breadcrumbs: crumbs(asked, election),
    groups: [
      {
        fields: [
          { kind: 'select', name: 'person', label: 'Who is nominated?', options: nominees },
          ...byClerk,
          { kind: 'lines', name: 'statement', label: 'Why', hint: 'Members read this on the page of the election. Can stay empty' },
        ],
      },
    ],
    submit: 'Nominate',
    first: {},
    cancel: electionPaths.election(election.id),
  }
}

const stepShape = (asked: AskedElection, rest: Pick<FormShape, 'title' | 'submit'> & Partial<FormShape>): FormShape => ({
  caption: electionTitle(asked.election),
  breadcrumbs: crumbs(asked, asked.election),
  groups: [],
  first: {},
  version: asked.election.version,
  cancel: electionPaths.election(asked.election.id),
  ...rest,
})

/** The question before the ballot opens, or before the only candidate is declared elected. `voters` are those who would be on the roll. */
export async function openShape(asked: AskedElection, voters: number | undefined): Promise<FormShape> {
  const standing = (await findCandidates(asked.reader, asked.election.id)).filter(({ state }) => state === 'accepted')
  const step = nextStep(standing.length)
  const [only] = standing
  if (step !== 'ballot' || !only)
    return stepShape(asked, {
      title: only ? `Declare ${only.name} elected` : 'Open the ballot',
      lead: only ? `${only.name} is the only one who stands, so no ballot is needed.` : 'Nobody who was nominated has accepted yet.',
      submit: only ? 'Declare elected unopposed' : 'Open the ballot',
      closed: only === undefined,
    })
  const few = voters !== undefined && voters < 3 ? ` Only ${voters} can vote: whatever the result, it tells how they voted.` : ''
  return stepShape(asked, {
    title: 'Open the ballot',
    lead: `${standing.map(({ name }) => name).join(', ')} stand. ${voters === undefined ? 'The meeting is not running.' : `${voters} people can vote.`}${few}`,
    submit: 'Open the ballot',
    warning:
      'After this nobody can be nominated or stand down. Do not restore a backup while the ballot is open: its key is in none, and the papers could not be counted.',
  })
}

/** The question before the count. */
export function countShape(asked: AskedElection, voted: number, voters: number): FormShape {
  const few = voted < 3 ? ' With so few papers the result tells how they were filled in.' : ''
  return stepShape(asked, {
    title: 'Close the ballot and count',
    lead: `${voted} of ${voters} have voted.${few}`,
    submit: 'Close and count',
    warning: 'After this nobody can vote any more. The papers are opened and counted at once, and the key is destroyed.',
  })
}

/** How a tie was settled. */
export async function tieShape(asked: AskedElection): Promise<FormShape> {
  const { reader, election, visit } = asked
  const tied = tiedOf(election, await findCandidates(reader, election.id))
  const terms = await findTermsInForce(reader, election.body, election.endedOn ?? visit.today)
  const ways = waysOfTie(terms)
  return stepShape(asked, {
    title: 'Settle the tie',
    lead: ways.includes('casting')
      ? 'The terms give the chair a casting vote.'
      : 'The terms give the chair no casting vote and do not say what follows: lots are drawn, or the members vote again.',
    groups: [
      {
        fields: [
          { kind: 'radios', name: 'way', label: 'How was it settled?', options: optionsOf(tieWayWords, ways) },
          {
            kind: 'select',
            name: 'elected',
            label: 'Who was elected?',
            hint: 'Leave empty where there is another ballot',
            options: tied.map(({ id, name }) => ({ value: id, text: name })),
          },
          { kind: 'lines', name: 'tieNote', label: 'Who settled it, when and how', hint: 'For example who drew the lot, before whom' },
        ],
      },
    ],
    submit: 'Save',
  })
}

/** Why an election is called off. */
export function callOffShape(asked: AskedElection): FormShape {
  return stepShape(asked, {
    title: 'Call the election off',
    groups: [{ fields: [{ kind: 'lines', name: 'reason', label: 'Why', hint: 'Members read this' }] }],
    submit: 'Call off',
    look: 'warning',
    warning: 'Papers that were cast are never opened or counted. This cannot be taken back; the election can be called anew.',
  })
}
